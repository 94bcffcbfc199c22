import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { HistoryEntry, WrapUp, WrapUpFields } from "@veche/contracts";
import { useState } from "react";
import { FormButtons } from "../../platform/kit/form-buttons.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { draftOf, fieldsOf } from "./wrap-up-draft.ts";
import { WrapUpFieldsForm } from "./wrap-up-fields.tsx";
import styles from "./wrap-up.module.css";

interface WrapUpPaneProps {
  readonly entry: HistoryEntry;
  /** Absent for those who did not serve. */
  readonly save: ((fields: WrapUpFields) => Promise<WrapUp>) | undefined;
}

function Written({ wrapUp }: { readonly wrapUp: WrapUp }) {
  const { t, language, date } = useTexts();
  const { outcome, note, followUp } = wrapUp;
  const due = followUp?.dueOn ?? null;
  return (
    <dl className={styles["written"]}>
      <div>
        <dt>{t("wrapUp.outcome")}</dt>
        <dd>{outcome?.[language] ?? "—"}</dd>
      </div>
      {note !== "" && (
        <div>
          <dt>{t("wrapUp.note")}</dt>
          <dd className={styles["words"]}>{note}</dd>
        </div>
      )}
      {followUp !== null && (
        <div>
          <dt>{t("wrapUp.followUp")}</dt>
          <dd className={styles["words"]}>
            {followUp.text}
            {due !== null && (
              <span className={styles["due"]}>
                {t("wrapUp.due", { date: date(`${due}T12:00:00.000Z`) })}
              </span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Writing({
  entry,
  save,
  onClose,
}: {
  readonly entry: HistoryEntry;
  readonly save: NonNullable<WrapUpPaneProps["save"]>;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(entry.wrapUp));
  const saving = useMutation({
    mutationFn: () => save(fieldsOf(draft)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["history"] });
      onClose();
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <form
      className={styles["inPane"]}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <WrapUpFieldsForm
        draft={draft}
        change={(part) => setDraft({ ...draft, ...part })}
      />
      <FormButtons isBusy={saving.isPending} onClose={onClose} />
    </form>
  );
}

/** What the operator wrote down about a session; whoever served can do so here later. */
export function WrapUpPane({ entry, save }: WrapUpPaneProps) {
  const { t } = useTexts();
  const [isWriting, setWriting] = useState(false);
  const { wrapUp } = entry;
  if (isWriting && save !== undefined)
    return (
      <Pane title={t("wrapUp.title")}>
        <Writing {...{ entry, save }} onClose={() => setWriting(false)} />
      </Pane>
    );
  return (
    <Pane title={t("wrapUp.title")}>
      {wrapUp === null ? (
        <p className={styles["nothing"]}>{t("wrapUp.nothing")}</p>
      ) : (
        <Written wrapUp={wrapUp} />
      )}
      {save !== undefined && (
        <div className={styles["change"]}>
          <Button variant="default" size="sm" onClick={() => setWriting(true)}>
            {t(wrapUp === null ? "wrapUp.fill" : "wrapUp.change")}
          </Button>
        </div>
      )}
    </Pane>
  );
}
