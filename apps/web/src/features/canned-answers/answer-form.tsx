import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  MAX_CANNED_ANSWER_LENGTH,
  cannedAnswerVariables,
  type CannedAnswer,
  type CannedAnswerFields,
} from "@veche/contracts";
import { useRef } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  draftOf,
  fieldsOf,
  problemsOf,
  type AnswerProblems,
} from "./answer-draft.ts";
import { cannedAnswersKey } from "./use-canned-answers.ts";
import styles from "./canned-answers.module.css";

interface AnswerFormProps {
  /** Undefined: a new one. */
  readonly answer: CannedAnswer | undefined;
  readonly onClose: () => void;
}

function useSaving({ answer, onClose }: AnswerFormProps) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: CannedAnswerFields) => {
      const body = fieldsOf(draft);
      return answer === undefined
        ? rest("createCannedAnswer", { body })
        : rest("updateCannedAnswer", {
            params: { answerId: answer.id },
            body,
          });
    },
    onSuccess: () => {
      notifyDone(texts, texts.t("saved"));
      onClose();
      return queries.invalidateQueries({ queryKey: cannedAnswersKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

interface FieldsProps {
  readonly draft: CannedAnswerFields;
  readonly problems: AnswerProblems;
  readonly change: (part: Partial<CannedAnswerFields>) => void;
}

/** What can be named in the text; a press puts it where one writes. */
function Variables({ onPress }: { readonly onPress: (name: string) => void }) {
  const { t } = useTexts();
  return (
    <div
      className={styles["variables"]}
      role="group"
      aria-label={t("canned.variables")}
    >
      {cannedAnswerVariables.map((name) => (
        <Button
          key={name}
          size="compact-sm"
          variant="default"
          onClick={() => onPress(`{{${name}}}`)}
        >
          {t(`canned.variable.${name}`)}
        </Button>
      ))}
    </div>
  );
}

function Fields({ draft, problems, change }: FieldsProps) {
  const { t } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const { title, shortcut, text } = problems;
  const insert = (name: string) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } =
      field.current ?? {};
    change({ text: draft.text.slice(0, from) + name + draft.text.slice(to) });
    field.current?.focus();
  };
  return (
    <>
      <TextInput
        data-autofocus
        label={t("canned.title")}
        maxLength={100}
        value={draft.title}
        error={title && t(title)}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TextInput
        label={t("canned.shortcut")}
        description={t("canned.shortcutHint")}
        leftSection="/"
        maxLength={31}
        value={draft.shortcut}
        error={shortcut && t(shortcut)}
        onChange={(event) => change({ shortcut: event.currentTarget.value })}
      />
      <Textarea
        ref={field}
        label={t("canned.text")}
        description={t("canned.textHint")}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={MAX_CANNED_ANSWER_LENGTH}
        value={draft.text}
        error={text && wordsOf(t, text)}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <Variables onPress={insert} />
    </>
  );
}

const wordsOf = (
  t: ReturnType<typeof useTexts>["t"],
  problem: NonNullable<AnswerProblems["text"]>,
): string =>
  problem.key === "canned.variableUnknown"
    ? t(problem.key, { name: problem.name })
    : t(problem.key);

/** A canned answer, new or changed. */
export function AnswerForm(props: AnswerFormProps) {
  const { t } = useTexts();
  const { answer, onClose } = props;
  const save = useSaving(props);
  const { submit, ...fields } = useDraft({
    first: () => draftOf(answer),
    problemsOf,
    save: save.mutate,
  });
  return (
    <DialogForm
      title={answer === undefined ? t("canned.add") : answer.title}
      isBusy={save.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Fields {...fields} />
    </DialogForm>
  );
}
