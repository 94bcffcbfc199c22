import type { ConversationId, LibraryRecording } from "@veche/contracts";
import { iconLock } from "@veche/ui";
import type { ReactNode } from "react";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./recordings.module.css";

const tones = {
  recording: "danger",
  preparing: "caution",
  playable: "positive",
  empty: "quiet",
  failed: "danger",
} as const satisfies Record<LibraryRecording["state"], Tone>;

/** Where a recording is on its way to be watched, and whether it is kept. */
export function StateChips({
  recording: { state, isHeld },
}: {
  readonly recording: LibraryRecording;
}) {
  const { t } = useTexts();
  return (
    <span className={styles["chips"]}>
      <Chip tone={tones[state]}>{t(`recordings.state.${state}`)}</Chip>
      {isHeld && <Chip icon={iconLock}>{t("recordings.held")}</Chip>}
    </span>
  );
}

/** What names recordings and leads to them. */
export interface RecordingNames {
  /** Those I am in. */
  readonly conversations: readonly {
    readonly id: ConversationId;
    readonly title: string;
  }[];
  readonly linkTo: (recording: LibraryRecording, words: ReactNode) => ReactNode;
}

interface RecordingTableProps extends RecordingNames {
  readonly recordings: readonly LibraryRecording[];
  readonly foot: ReactNode;
}

const columns = ["when", "what", "who", "lasts", "state"] as const;

export function RecordingTable({
  recordings,
  conversations,
  linkTo,
  foot,
}: RecordingTableProps) {
  const { t, dateTime, duration } = useTexts();
  return (
    <Table
      name={t("recordings.title")}
      columns={columns.map((key) => ({ key, title: t(`recordings.${key}`) }))}
      {...(foot !== false && { foot })}
    >
      {recordings.map((recording) => (
        <tr key={recording.id}>
          <td className={styles["when"]}>
            {linkTo(recording, dateTime(recording.startedAt))}
          </td>
          <td>
            {conversations.find(({ id }) => id === recording.conversationId)
              ?.title ?? "—"}
            <small className={styles["quiet"]}>
              {t("recordings.by", { name: recording.startedByName })}
            </small>
          </td>
          <td>{recording.people.map(({ name }) => name).join(", ")}</td>
          <td className={styles["lasted"]}>
            {recording.durationMs === null
              ? "—"
              : duration(recording.durationMs)}
          </td>
          <td>
            <StateChips recording={recording} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
