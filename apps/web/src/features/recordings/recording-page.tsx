import {
  reelPath,
  type OpenedRecording,
  type RecordingId,
} from "@veche/contracts";
import { iconPlayerRecord } from "@veche/ui";
import type { ReactNode } from "react";
import { withDevice } from "../../platform/installed-app.ts";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Films } from "./films.tsx";
import { Keeping } from "./keeping.tsx";
import { Links } from "./links.tsx";
import { Player } from "./player/player.tsx";
import { StateChips } from "./recording-table.tsx";
import { useRecording } from "./use-recordings.ts";
import styles from "./recordings.module.css";

export interface RecordingPageProps {
  readonly recordingId: RecordingId;
  /** Of the conversation it was made in, where I know it. */
  readonly titleOf: (opened: OpenedRecording) => string | undefined;
  /** The way back to the list. */
  readonly back: ReactNode;
  readonly onDeleted: () => void;
}

function Watching({ opened }: { readonly opened: OpenedRecording }) {
  const { t } = useTexts();
  const { id, state } = opened.recording;
  if (state === "playable")
    return (
      <Player
        reels={opened.reels}
        srcOf={(reelId) => withDevice(reelPath(id, reelId))}
      />
    );
  return (
    <Pane>
      <EmptyState
        icon={iconPlayerRecord}
        title={t(`recordings.state.${state}`)}
        advice={t(`recordings.advice.${state}`)}
      />
    </Pane>
  );
}

function Facts({
  opened: { recording },
}: {
  readonly opened: OpenedRecording;
}) {
  const { t, date, time } = useTexts();
  const { startedAt, startedByName, people, keptUntil } = recording;
  return (
    <div className={styles["facts"]}>
      <StateChips recording={recording} />
      <span>
        {date(startedAt)}, {time(startedAt)}
      </span>
      <span>{t("recordings.by", { name: startedByName })}</span>
      <span>{people.map(({ name }) => name).join(", ")}</span>
      {keptUntil !== null && (
        <span>{t("recordings.keptUntil", { date: date(keptUntil) })}</span>
      )}
    </div>
  );
}

/** One recording: to be watched, made into films, kept and deleted. */
export function RecordingPage({
  recordingId,
  titleOf,
  back,
  onDeleted,
}: RecordingPageProps) {
  const { t } = useTexts();
  const query = useRecording(recordingId);
  const title = query.data === undefined ? undefined : titleOf(query.data);
  return (
    <Page title={title ?? t("recordings.one")} actions={back}>
      <Loaded query={query}>
        {(opened) => (
          <>
            <Facts opened={opened} />
            <Watching opened={opened} />
            {opened.recording.state === "playable" && (
              <>
                <Films opened={opened} />
                {opened.may.download && <Links opened={opened} />}
              </>
            )}
            <Keeping opened={opened} onDeleted={onDeleted} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
