import { Alert, Button, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApplicationId } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../../platform/kit/notify.ts";
import { useRest } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { kindsKey } from "../applications-key.ts";
import { AddButton } from "./add-button.tsx";
import { FieldRow } from "./field-row.tsx";
import {
  kindOf,
  moved,
  problemOf,
  type FieldDraft,
  type KindDraft,
} from "./kind-draft.ts";
import { KindPreview } from "./kind-preview.tsx";
import { Sections } from "./sections.tsx";
import { WordsPair } from "./words-pair.tsx";
import styles from "./kinds.module.css";

interface KindEditorProps {
  readonly applicationId: ApplicationId;
  readonly initial: KindDraft;
  readonly onKept: (type: string) => void;
}

function useKeeping({
  applicationId,
  onKept,
}: Pick<KindEditorProps, "applicationId" | "onKept">) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: KindDraft) =>
      rest("putObjectTypeOf", {
        params: { applicationId },
        body: kindOf(draft),
      }),
    onSuccess: async ({ type }) => {
      await queries.invalidateQueries({ queryKey: kindsKey(applicationId) });
      notifyDone(texts, texts.t("saved"));
      onKept(type);
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

interface DraftProps {
  readonly draft: KindDraft;
  readonly change: (change: (draft: KindDraft) => KindDraft) => void;
}

function Names({ draft, change }: DraftProps) {
  const { t } = useTexts();
  return (
    <>
      {draft.isNew && (
        <TextInput
          label={t("kinds.type")}
          description={t("kinds.typeHint")}
          value={draft.type}
          onChange={({ currentTarget: { value } }) =>
            change((present) => ({ ...present, type: value }))
          }
        />
      )}
      <WordsPair
        name={t("kinds.name")}
        words={draft.title}
        onChange={(title) => change((present) => ({ ...present, title }))}
      />
      <Switch
        label={t("kinds.isOn")}
        checked={draft.isOn}
        onChange={({ currentTarget: { checked } }) =>
          change((present) => ({ ...present, isOn: checked }))
        }
      />
    </>
  );
}

/** A field that nothing is known of yet. */
const newField = (id: string, { sections }: KindDraft): FieldDraft => ({
  id,
  isKept: false,
  field: { key: "", label: { ru: "", en: "" }, kind: "text" },
  section: sections.length === 0 ? null : 0,
});

function Fields({ draft, change }: DraftProps) {
  const { t } = useTexts();
  const [count, setCount] = useState(0);
  const changeFields = (
    next: (fields: readonly FieldDraft[]) => readonly FieldDraft[],
  ) => change((present) => ({ ...present, fields: next(present.fields) }));
  const add = () => {
    setCount(count + 1);
    const field = newField(`new ${String(count)}`, draft);
    changeFields((fields) => [...fields, field]);
  };
  return (
    <section>
      <h3 className={styles["heading"]}>{t("kinds.fields")}</h3>
      <ol className={styles["fields"]}>
        {draft.fields.map((field, at) => (
          <FieldRow
            key={field.id}
            draft={field}
            sections={draft.sections}
            onChange={(part) =>
              changeFields((fields) => fields.with(at, { ...field, ...part }))
            }
            onMove={(by) => changeFields((fields) => moved(fields, at, by))}
            onRemove={() => changeFields((fields) => fields.toSpliced(at, 1))}
          />
        ))}
      </ol>
      <AddButton name={t("kinds.addField")} onClick={add} />
    </section>
  );
}

/** One kind of objects: its names, fields and sections, and the card they make. */
export function KindEditor({
  applicationId,
  initial,
  onKept,
}: KindEditorProps) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(initial);
  const [isTried, setTried] = useState(false);
  const keep = useKeeping({ applicationId, onKept });
  const problem = problemOf(draft);
  return (
    <form
      className={styles["editor"]}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === undefined) keep.mutate(draft);
      }}
    >
      <div className={styles["form"]}>
        <Names draft={draft} change={setDraft} />
        <Fields draft={draft} change={setDraft} />
        <Sections draft={draft} change={setDraft} />
        {isTried && problem !== undefined && (
          <Alert color="red" role="alert">
            {t(problem)}
          </Alert>
        )}
        <Button type="submit" loading={keep.isPending}>
          {t("kinds.save")}
        </Button>
      </div>
      <KindPreview kind={kindOf(draft)} />
    </form>
  );
}
