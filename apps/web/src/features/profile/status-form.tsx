import { Button, Select, TextInput } from "@mantine/core";
import type { CommandParams, Presence } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useServices } from "../../platform/services.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { statusUntil, untilChoices, type UntilChoice } from "./status-until.ts";
import styles from "./profile.module.css";

const states = ["online", "away", "do_not_disturb", "offline"] as const;
type State = (typeof states)[number];

export interface StatusFormProps {
  /** My own; null until it is known. */
  readonly presence: Readable<Presence | null>;
  readonly onSet: (status: CommandParams<"status.set">) => Promise<unknown>;
  readonly onDone?: () => void;
}

interface Draft {
  /** Null: as it stands. */
  readonly state: State | null;
  readonly text: string | null;
  readonly until: UntilChoice;
  readonly moment: string;
}

const untouched: Draft = {
  state: null,
  text: null,
  until: "forGood",
  moment: "",
};

interface UntilFieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function UntilFields({ draft, change }: UntilFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <Select
        label={t("status.until")}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={draft.until}
        onChange={(until) => change({ until: until ?? "forGood" })}
        data={untilChoices.map((value) => ({
          value,
          label: t(`status.${value}`),
        }))}
      />
      {draft.until === "moment" && (
        <TextInput
          type="datetime-local"
          label={t("status.momentLabel")}
          value={draft.moment}
          onChange={({ currentTarget }) =>
            change({ moment: currentTarget.value })
          }
        />
      )}
    </>
  );
}

/** Sends a status and says how it went. */
function useSetting({
  onSet,
  onDone,
}: Pick<StatusFormProps, "onSet" | "onDone">) {
  const texts = useTexts();
  return (status: CommandParams<"status.set">) => {
    onSet(status).then(
      () => {
        notifyDone(texts, texts.t("status.saved"));
        onDone?.();
      },
      (failure: unknown) => notifyFailure(texts, failure),
    );
  };
}

function StandsUntil({ until }: Pick<Presence, "until">) {
  const { t, dateTime } = useTexts();
  if (until === null) return null;
  return (
    <p className={styles["statusNote"]}>
      {t("status.standsUntil", { when: dateTime(until) })}
    </p>
  );
}

function StateFields({
  state,
  text,
  change,
}: Pick<UntilFieldsProps, "change"> & {
  readonly state: State;
  readonly text: string;
}) {
  const { t } = useTexts();
  return (
    <>
      <Select
        label={t("status.state")}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        value={state}
        onChange={(chosen) => change({ state: chosen })}
        data={states.map((value) => ({ value, label: t(`presence.${value}`) }))}
      />
      <TextInput
        label={t("status.text")}
        placeholder={t("status.textHint")}
        maxLength={100}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </>
  );
}

/** What colleagues see of me (C20). */
export function StatusForm({ presence, ...props }: StatusFormProps) {
  const { t } = useTexts();
  const { powers } = useServices();
  const present = useStore(presence);
  const [draft, setDraft] = useState(untouched);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const set = useSetting(props);
  const state = draft.state ?? present?.state ?? "online";
  const text = draft.text ?? present?.text ?? "";
  const save = () =>
    set({
      state,
      text: text.trim() === "" ? null : text.trim(),
      until: statusUntil(draft.until, powers.nowMs(), draft.moment),
    });
  const clear = () => {
    set({ state: "online", text: null, until: null });
    setDraft({ ...untouched, text: "", state: "online" });
  };
  const isPlain = state === "online" && text === "";
  return (
    <form
      className={styles["status"]}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <StateFields state={state} text={text} change={change} />
      <UntilFields draft={draft} change={change} />
      <Button type="submit">{t("action.save")}</Button>
      {!isPlain && (
        <Button variant="default" onClick={clear}>
          {t("status.clear")}
        </Button>
      )}
      <StandsUntil until={present?.until ?? null} />
    </form>
  );
}
