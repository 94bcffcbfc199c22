import { Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { erasurePolicyKey } from "./privacy-keys.ts";
import styles from "./privacy.module.css";

/** May people delete their own accounts? */
export function ErasurePolicySwitch() {
  const texts = useTexts();
  const rest = useRest();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: erasurePolicyKey,
    queryFn: ({ signal }) => rest("getErasurePolicy", { signal }),
  });
  const saving = useMutation({
    mutationFn: (mayEraseSelf: boolean) =>
      rest("updateErasurePolicy", { body: { mayEraseSelf } }),
    onSuccess: (policy) => client.setQueryData(erasurePolicyKey, policy),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Loaded query={query}>
      {({ mayEraseSelf }) => (
        <div className={styles["form"]}>
          <Switch
            label={texts.t("privacy.mayEraseSelf")}
            description={texts.t("privacy.mayEraseSelfAbout")}
            checked={mayEraseSelf}
            disabled={saving.isPending}
            onChange={() => saving.mutate(!mayEraseSelf)}
          />
        </div>
      )}
    </Loaded>
  );
}
