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
}

/** What colleagues see of me (C20). */
export function StatusForm({ presence, onSet }: StatusFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const { powers } = useServices();
  const present = useStore(presence);
  const [chosen, setChosen] = useState<State | null>(null);
  const [words, setWords] = useState<string | null>(null);
  const [until, setUntil] = useState<UntilChoice>("forGood");
  const state = chosen ?? present?.state ?? "online";
  const text = words ?? present?.text ?? "";
  const save = () => {
    onSet({
      state,
      text: text.trim() === "" ? null : text.trim(),
      until: statusUntil(until, powers.nowMs()),
    }).then(
      () => notifyDone(texts, t("status.saved")),
      (failure: unknown) => notifyFailure(texts, failure),
    );
  };
  return (
    <div className={styles["status"]}>
      <Select
        label={t("status.title")}
        allowDeselect={false}
        value={state}
        onChange={setChosen}
        data={states.map((value) => ({ value, label: t(`presence.${value}`) }))}
      />
      <TextInput
        label={t("status.text")}
        placeholder={t("status.textHint")}
        maxLength={100}
        value={text}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Select
        label={t("status.until")}
        allowDeselect={false}
        value={until}
        onChange={(value) => setUntil(value ?? "forGood")}
        data={untilChoices.map((value) => ({
          value,
          label: t(`status.${value}`),
        }))}
      />
      <Button onClick={save}>{t("action.save")}</Button>
    </div>
  );
}
