import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { StaffNetworksView } from "@veche/contracts";
import { useState } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./sign-in-rules.module.css";

const networksKey = ["staff-networks"] as const;

/** One to a line; blanks and empty lines do not count. */
const networksIn = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/u).filter((one) => one !== "")),
];

function NetworksForm({ view }: { readonly view: StaffNetworksView }) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const client = useQueryClient();
  const [text, setText] = useState(view.networks.join("\n"));
  const saving = useMutation({
    mutationFn: (networks: string[]) =>
      rest("updateStaffNetworks", { body: { networks } }),
    onSuccess: (saved) => {
      client.setQueryData(networksKey, saved);
      setText(saved.networks.join("\n"));
      notifyDone(texts, t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(networksIn(text));
      }}
    >
      <div className={styles["company"]}>
        {!view.isApplied && <p role="status">{t("networks.notApplied")}</p>}
        <Textarea
          label={t("networks.label")}
          description={t("networks.advice", { address: view.myAddress })}
          placeholder="10.0.0.0/8"
          autosize
          minRows={3}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={saving.isPending}>
            {t("action.save")}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** From where the staff may come. */
export function Networks() {
  const rest = useRest();
  const query = useQuery({
    queryKey: networksKey,
    queryFn: ({ signal }) => rest("getStaffNetworks", { signal }),
  });
  return (
    <Loaded query={query}>{(view) => <NetworksForm view={view} />}</Loaded>
  );
}
