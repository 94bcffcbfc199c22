import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import type { ClientId, Conference } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { OutsideFields } from "./outside-fields.tsx";
import { Overlaps } from "./overlaps.tsx";
import { PeopleField } from "./people-field.tsx";
import {
  draftOf,
  newDraft,
  planOf,
  problemsOf,
  type PlanDraft,
  type PlanProblem,
} from "./plan-draft.ts";
import { RepeatFields } from "./repeat-fields.tsx";
import { TimeFields } from "./time-fields.tsx";
import { useChange } from "./use-conferences.ts";
import type { Slot } from "./use-slot-drag.ts";
import { ownZone } from "./zoned-time.ts";

interface PlanFormProps {
  /** Undefined: a new one. */
  readonly conference?: Conference;
  /** Where a new one would stand. */
  readonly slot: Slot;
  readonly onClose: () => void;
}

function useSending({ conference, slot, onClose }: PlanFormProps) {
  const { rest, powers } = useServices();
  const { t } = useTexts();
  // The same one for every try: a lost answer makes no second conference.
  const [clientId] = useState(() => powers.newId<ClientId>());
  const changing = useChange({
    onDone: onClose,
    done: t(conference === undefined ? "conf.planned" : "saved"),
  });
  const form = useDraft({
    first: () =>
      conference === undefined
        ? newDraft(slot.wall, slot.durationMinutes)
        : draftOf(conference, slot.wall),
    problemsOf,
    save: (draft) =>
      changing.mutate(() => {
        const plan = planOf(draft);
        return conference === undefined
          ? rest("createConference", { body: { clientId, plan } })
          : rest("updateConference", {
              params: { conferenceId: conference.id },
              body: plan,
            });
      }),
  });
  return { ...form, isBusy: changing.isPending };
}

/** Plans a conference, or all of its occurrences anew. */
export function PlanForm(props: PlanFormProps) {
  const { conference, onClose } = props;
  const { t } = useTexts();
  const { draft, problems, change, ...sending } = useSending(props);
  return (
    <DialogForm
      title={t(conference === undefined ? "conf.new" : "conf.changeAll")}
      isBusy={sending.isBusy}
      onClose={onClose}
      onSubmit={sending.submit}
      {...(conference === undefined && { words: t("conf.plan") })}
    >
      <TextInput
        data-autofocus
        label={t("conf.title")}
        maxLength={120}
        error={problems.title && t("conf.titleMissing")}
        value={draft.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
      />
      <Switch
        label={t("conf.room")}
        description={t("conf.roomHint")}
        checked={draft.isRoom}
        onChange={({ currentTarget }) =>
          change({ isRoom: currentTarget.checked })
        }
      />
      {!draft.isRoom && (
        <Times
          {...{ draft, problems }}
          onChange={change}
          conference={conference}
        />
      )}
      <PeopleField
        people={draft.people}
        onChange={(people) => change({ people })}
      />
      <OutsideFields {...{ draft, problems }} onChange={change} />
      <About value={draft.about} onChange={(about) => change({ about })} />
    </DialogForm>
  );
}

function About({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (about: string) => void;
}) {
  const { t } = useTexts();
  return (
    <Textarea
      label={t("conf.about")}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={2000}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

interface TimesProps {
  readonly draft: PlanDraft;
  readonly problems: Partial<Record<PlanProblem, true>>;
  readonly conference: Conference | undefined;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

function Times({ draft, problems, conference, onChange }: TimesProps) {
  return (
    <>
      <TimeFields value={draft} problems={problems} onChange={onChange} />
      <Overlaps draft={draft} without={conference?.id} />
      <Zone draft={draft} onChange={onChange} />
      <RepeatFields draft={draft} problems={problems} onChange={onChange} />
    </>
  );
}

const zones: readonly string[] = Intl.supportedValuesOf("timeZone");

function Zone({
  draft,
  onChange,
}: {
  readonly draft: PlanDraft;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}) {
  const { t } = useTexts();
  return (
    <Select
      label={t("conf.zone")}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t("person.noZone")}
      data={[...new Set([ownZone(), draft.timeZone, ...zones])]}
      value={draft.timeZone}
      onChange={(timeZone) => timeZone !== null && onChange({ timeZone })}
    />
  );
}
