import type { Conversation, ConversationId } from "@veche/contracts";
import { iconMessage } from "@veche/ui";
import { lazy, Suspense, useEffect, useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { DialogKind } from "./dialogs/dialog-kind.ts";
import { ListPane } from "./list/list-pane.tsx";
import {
  MessengerContext,
  useMessenger,
  type Messenger,
} from "./messenger-context.tsx";
import { ConversationPane, loadPane } from "./load-pane.ts";
import { loadMarkedText } from "./message/load-marked-text.ts";
import { RehearsedPane } from "./rehearsed-pane.tsx";
import styles from "./messenger.module.css";

const MessengerDialog = lazy(() =>
  import("./dialogs/messenger-dialog.tsx").then((file) => ({
    default: file.MessengerDialog,
  })),
);
const LeaveQuestion = lazy(() =>
  import("./dialogs/leave-question.tsx").then((file) => ({
    default: file.LeaveQuestion,
  })),
);

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
    <Suspense fallback={<div className={styles["none"]} />}>
      <ConversationPane
        key={conversation.id}
        conversation={conversation}
        startSeq={seq}
      />
    </Suspense>
  );
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
  // Fetched before the first conversation is opened, so that it opens at once; what fails is asked for again then.
  useEffect(() => {
    for (const load of [loadPane, loadMarkedText])
      load().catch(() => undefined);
  }, []);
  return (
    <MessengerContext value={messenger}>
      <div
        className={styles["messenger"]}
        data-open={conversationId !== undefined}
      >
        <ListPane
          openId={conversationId}
          onDialog={setDialog}
          onLeave={setLeaving}
        />
        <OpenConversation conversationId={conversationId} seq={seq} />
        {conversationId === undefined && <RehearsedPane />}
      </div>
      <Suspense fallback={null}>
        {dialog !== null && (
          <MessengerDialog kind={dialog} onClose={() => setDialog(null)} />
        )}
        {leaving !== null && (
          <LeaveQuestion
            conversation={leaving}
            way="leave"
            onClose={() => setLeaving(null)}
          />
        )}
      </Suspense>
    </MessengerContext>
  );
}
