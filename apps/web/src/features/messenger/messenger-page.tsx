import type { Conversation, ConversationId } from "@veche/contracts";
import { iconMessage } from "@veche/ui";
import { useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ConversationPane } from "./conversation/conversation-pane.tsx";
import { BrowseChannels } from "./dialogs/browse-channels.tsx";
import type { DialogKind } from "./dialogs/dialog-kind.ts";
import { Reminders, SavedMessages } from "./dialogs/kept-dialogs.tsx";
import { LeaveQuestion } from "./dialogs/leave-question.tsx";
import { NewConversation } from "./dialogs/new-conversation.tsx";
import { ListPane } from "./list/list-pane.tsx";
import {
  MessengerContext,
  useMessenger,
  type Messenger,
} from "./messenger-context.tsx";
import styles from "./messenger.module.css";

interface OpenConversationProps {
  readonly conversationId: ConversationId | undefined;
  readonly seq: number | null;
}

function OpenConversation({ conversationId, seq }: OpenConversationProps) {
  const { t } = useTexts();
  const { realtime } = useMessenger();
  const all = useStore(realtime.conversations);
  const conversation = all.find(({ id }) => id === conversationId);
  if (conversation === undefined)
    return (
      <div className={styles["none"]}>
        {conversationId === undefined ? (
          <EmptyState
            icon={iconMessage}
            title={t("chats.chooseOne")}
            advice={t("chats.chooseOneAdvice")}
          />
        ) : (
          <EmptyState
            icon={iconMessage}
            title={t("chats.notMine")}
            advice={t("chats.notMineAdvice")}
          />
        )}
      </div>
    );
  return (
    <ConversationPane
      key={conversation.id}
      conversation={conversation}
      startSeq={seq}
    />
  );
}

function Dialog({
  kind,
  onClose,
}: {
  readonly kind: DialogKind;
  readonly onClose: () => void;
}) {
  switch (kind) {
    case "direct":
    case "group":
    case "channel":
      return <NewConversation kind={kind} onClose={onClose} />;
    case "browse":
      return <BrowseChannels onClose={onClose} />;
    case "saved":
      return <SavedMessages onClose={onClose} />;
    case "reminders":
      return <Reminders onClose={onClose} />;
  }
}

interface MessengerPageProps extends OpenConversationProps {
  readonly messenger: Messenger;
}

/** Conversations: the list, and the open one beside it. */
export function MessengerPage({
  messenger,
  conversationId,
  seq,
}: MessengerPageProps) {
  const [dialog, setDialog] = useState<DialogKind | null>(null);
  const [leaving, setLeaving] = useState<Conversation | null>(null);
  return (
    <MessengerContext value={messenger}>
      <div className={styles["messenger"]}>
        <ListPane
          openId={conversationId}
          onDialog={setDialog}
          onLeave={setLeaving}
        />
        <OpenConversation conversationId={conversationId} seq={seq} />
      </div>
      {dialog !== null && (
        <Dialog kind={dialog} onClose={() => setDialog(null)} />
      )}
      {leaving !== null && (
        <LeaveQuestion
          conversation={leaving}
          way="leave"
          onClose={() => setLeaving(null)}
        />
      )}
    </MessengerContext>
  );
}
