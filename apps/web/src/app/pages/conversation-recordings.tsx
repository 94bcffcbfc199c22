import { Link } from "@tanstack/react-router";
import type { Conversation } from "@veche/contracts";
import { lazy, Suspense, type ReactNode } from "react";

const OfConversation = lazy(() =>
  import("../../features/recordings/of-conversation.tsx").then((file) => ({
    default: file.OfConversation,
  })),
);

interface ConversationRecordingsProps {
  readonly conversation: Conversation;
  readonly nothing: ReactNode;
}

/** What was recorded in a conversation, in its details and on the card of what it is about (A4). */
export function ConversationRecordings({
  conversation,
  nothing,
}: ConversationRecordingsProps) {
  return (
    <Suspense fallback={null}>
      <OfConversation
        conversationId={conversation.id}
        nothing={nothing}
        linkTo={({ id: recordingId }, words) => (
          <Link to="/recordings/$recordingId" params={{ recordingId }}>
            {words}
          </Link>
        )}
      />
    </Suspense>
  );
}
