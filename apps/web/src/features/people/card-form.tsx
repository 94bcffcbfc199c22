import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PersonCard } from "@veche/contracts";
import { useState } from "react";
import { FormButtons } from "../../platform/kit/form-buttons.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { DepartmentField } from "./department-field.tsx";
import { HoursField } from "../../platform/people/hours-field.tsx";
import { HoursNote } from "../../platform/people/hours-note.tsx";
import { departmentsKey, peopleKey, personKey } from "./keys.ts";
import { PersonField } from "./person-field.tsx";
import { isWorkable } from "../../platform/people/working-week.ts";
import { ZoneField } from "../../platform/people/zone-field.tsx";
import styles from "./people.module.css";

interface CardFormProps {
  readonly card: PersonCard;
  readonly onClose: () => void;
}

const lines = ["position", "company", "email", "phone"] as const;

const draftOf = (card: PersonCard) => ({
  position: card.position ?? "",
  company: card.company ?? "",
  email: card.email ?? "",
  phone: card.phone ?? "",
  departmentId: card.departments.at(-1)?.id ?? null,
  manager: card.manager,
  workingHours: card.workingHours ?? [],
  timeZone: card.timeZone,
});
type Draft = ReturnType<typeof draftOf>;

const lineOf = (text: string): string | null =>
  text.trim() === "" ? null : text.trim();

function useSaving({ card, onClose }: CardFormProps) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ manager, workingHours, ...draft }: Draft) =>
      rest("updatePerson", {
        params: { userId: card.id },
        body: {
          departmentId: draft.departmentId,
          timeZone: draft.timeZone,
          position: lineOf(draft.position),
          company: lineOf(draft.company),
          email: lineOf(draft.email),
          phone: lineOf(draft.phone),
          managerId: manager?.id ?? null,
          workingHours: workingHours.length === 0 ? null : [...workingHours],
        },
      }),
    onSuccess: async (saved) => {
      queries.setQueryData(personKey(card.id), saved);
      notifyDone(texts, texts.t("saved"));
      onClose();
      await Promise.all(
        [peopleKey, departmentsKey].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

interface FieldsProps {
  readonly draft: Draft;
  readonly personId: PersonCard["id"];
  readonly change: (part: Partial<Draft>) => void;
}

function Fields({ draft, personId, change }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <div className={styles["pair"]}>
        {lines.map((line) => (
          <TextInput
            key={line}
            label={t(`person.${line}`)}
            maxLength={line === "phone" ? 40 : 120}
            value={draft[line]}
            onChange={({ currentTarget }) =>
              change({ [line]: currentTarget.value })
            }
          />
        ))}
      </div>
      <DepartmentField
        label={t("person.department")}
        value={draft.departmentId}
        onChange={(departmentId) => change({ departmentId })}
      />
      <PersonField
        label={t("person.manager")}
        value={draft.manager}
        without={personId}
        onChange={(manager) => change({ manager })}
      />
      <ZoneField
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <HoursField
        legend={t("person.hours")}
        hours={draft.workingHours}
        onChange={(workingHours) => change({ workingHours })}
      />
    </>
  );
}

/** What an administrator keeps of a person. */
export function CardForm({ card, onClose }: CardFormProps) {
  const [draft, setDraft] = useState(() => draftOf(card));
  const saving = useSaving({ card, onClose });
  const isFit = isWorkable(draft.workingHours);
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) saving.mutate(draft);
      }}
    >
      <Fields
        draft={draft}
        personId={card.id}
        change={(part) => setDraft((present) => ({ ...present, ...part }))}
      />
      <HoursNote hours={draft.workingHours} />
      <FormButtons isBusy={saving.isPending} onClose={onClose} />
    </form>
  );
}
