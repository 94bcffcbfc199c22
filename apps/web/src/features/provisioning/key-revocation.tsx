import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { ScimKey } from "./key-table.tsx";
import { scimKeysKey } from "./scim-keys-key.ts";
import styles from "./provisioning.module.css";

/** A revoked key stops working at once: asked once more. */
export function KeyRevocation({
  scimKey,
  onClose,
}: {
  readonly scimKey: ScimKey;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: () =>
      rest("deleteScimToken", { params: { tokenId: scimKey.id } }),
    onSuccess: () => {
      notifyDone(texts, t("scim.revoked"));
      onClose();
      return queries.invalidateQueries({ queryKey: scimKeysKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Dialog onClose={onClose} title={t("scim.revokeOf", scimKey)}>
      <div className={styles["form"]}>
        <p className={styles["text"]}>{t("scim.revokeAdvice")}</p>
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            color="red"
            loading={revoking.isPending}
            onClick={() => revoking.mutate()}
          >
            {t("scim.revoke")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
