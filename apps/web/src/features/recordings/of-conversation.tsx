import type { ConversationId, LibraryRecording } from "@veche/contracts";
import type { ReactNode } from "react";
import { Button } from "@mantine/core";
import { useTexts } from "../../platform/texts/texts.tsx";
import { StateChips } from "./recording-table.tsx";
import { noFilters, useRecordings } from "./use-recordings.ts";
import styles from "./recordings.module.css";

interface OfConversationProps {
  readonly conversationId: ConversationId;
  readonly linkTo: (recording: LibraryRecording, words: ReactNode) => ReactNode;
  /** Stands there when there is none. */
  readonly nothing: ReactNode;
}

/** Recordings of calls of one conversation, as far as I may watch them. */
export function OfConversation({
  conversationId,
  linkTo,
  nothing,
}: OfConversationProps) {
  const { t, dateTime, duration } = useTexts();
  const query = useRecordings({ ...noFilters, conversationId });
  const recordings = query.data?.pages.flatMap((page) => page.recordings) ?? [];
  if (recordings.length === 0) return query.isPending ? null : nothing;
  return (
    <>
      <ul className={styles["ofConversation"]}>
        {recordings.map((recording) => (
          <li key={recording.id}>
            {linkTo(recording, dateTime(recording.startedAt))}
            <StateChips recording={recording} />
            <small className={styles["quiet"]}>
              {recording.durationMs !== null &&
                `${duration(recording.durationMs)} · `}
              {recording.people.map(({ name }) => name).join(", ")}
            </small>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("recordings.more")}
        </Button>
      )}
    </>
  );
}
