import { Button, Chip, Textarea, TextInput } from "@mantine/core";
import type { WrapUpOutcome } from "@veche/contracts";
import { iconPlus } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { WrapUpDraft } from "./wrap-up-draft.ts";
import { useRules } from "./use-rules.ts";
import styles from "./wrap-up.module.css";

interface FieldsProps {
  readonly draft: WrapUpDraft;
  readonly change: (part: Partial<WrapUpDraft>) => void;
}

/** Those that may be chosen, and the one that was. */
const shownOutcomes = (
  outcomes: readonly WrapUpOutcome[],
  chosen: WrapUpDraft["outcomeId"],
): readonly WrapUpOutcome[] =>
  outcomes.filter(({ id, isOffered }) => isOffered || id === chosen);

function Outcomes({ draft, change }: FieldsProps) {
  const { t, language } = useTexts();
  const outcomes = shownOutcomes(
    useRules().data?.outcomes ?? [],
    draft.outcomeId,
  );
  return (
    <fieldset className={styles["outcomes"]}>
      <legend>{t("wrapUp.outcome")}</legend>
      <Chip.Group
        value={draft.outcomeId ?? ""}
        onChange={(chosen) =>
          change({
            outcomeId: outcomes.find(({ id }) => id === chosen)?.id ?? null,
          })
        }
      >
        <div className={styles["chips"]}>
          {outcomes.map((outcome) => (
            <Chip key={outcome.id} value={outcome.id} size="sm">
              {outcome[language]}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </fieldset>
  );
}

function FollowUp({ draft, change }: FieldsProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(draft.followUp !== "");
  if (!isOpen)
    return (
      <Button
        className={styles["add"] ?? ""}
        variant="subtle"
        size="sm"
        leftSection={<Icon paths={iconPlus} size={16} />}
        onClick={() => setOpen(true)}
      >
        {t("wrapUp.addFollowUp")}
      </Button>
    );
  return (
    <div className={styles["followUp"]}>
      <TextInput
        label={t("wrapUp.followUp")}
        placeholder={t("wrapUp.followUpHint")}
        maxLength={300}
        data-autofocus
        value={draft.followUp}
        onChange={({ currentTarget }) =>
          change({ followUp: currentTarget.value })
        }
      />
      <TextInput
        type="date"
        label={t("wrapUp.dueOn")}
        value={draft.dueOn}
        onChange={({ currentTarget }) => change({ dueOn: currentTarget.value })}
      />
    </div>
  );
}

/** What a session came to: the outcome, a note, what is still to be done. */
export function WrapUpFieldsForm(props: FieldsProps) {
  const { t } = useTexts();
  const { draft, change } = props;
  return (
    <>
      <Outcomes {...props} />
      <Textarea
        label={t("wrapUp.note")}
        placeholder={t("wrapUp.noteHint")}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={draft.note}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
      <FollowUp {...props} />
    </>
  );
}
