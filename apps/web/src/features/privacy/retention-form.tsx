import { Button, NumberInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ConversationKind, RetentionRules } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { retentionKey } from "./privacy-keys.ts";
import styles from "./privacy.module.css";

const kinds: readonly ConversationKind[] = [
  "direct",
  "group",
  "channel",
  "context",
  "support",
  "external",
];
const mostDays = 36_500;

function useSaving() {
  const texts = useTexts();
  const rest = useRest();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: RetentionRules) =>
      rest("updateRetention", { body: rules }),
    onSuccess: (rules) => {
      client.setQueryData(retentionKey, rules);
      notifyDone(texts, texts.t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

/** How many days messages of each kind of conversation are kept; nothing typed: for good. */
export function RetentionForm({ rules }: { readonly rules: RetentionRules }) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(rules);
  const saving = useSaving();
  const isChanged = kinds.some((kind) => draft[kind] !== rules[kind]);
  // A shorter time takes effect at once and cannot be undone.
  const isShorter = kinds.some(
    (kind) => (draft[kind] ?? Infinity) < (rules[kind] ?? Infinity),
  );
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(draft);
      }}
    >
      <p className={styles["about"]}>{t("privacy.retentionAbout")}</p>
      <div className={styles["kinds"]}>
        {kinds.map((kind) => (
          <NumberInput
            key={kind}
            label={t(`privacy.kind.${kind}`)}
            placeholder={t("privacy.forGood")}
            suffix={t("privacy.daysSuffix")}
            min={1}
            max={mostDays}
            allowDecimal={false}
            clampBehavior="strict"
            value={draft[kind] ?? ""}
            onChange={(value) =>
              setDraft({
                ...draft,
                [kind]: typeof value === "number" ? value : null,
              })
            }
          />
        ))}
      </div>
      {isShorter && (
        <p className={styles["warning"]} role="status">
          {t("privacy.retentionWarning")}
        </p>
      )}
      <Button type="submit" disabled={!isChanged} loading={saving.isPending}>
        {t("action.save")}
      </Button>
    </form>
  );
}
