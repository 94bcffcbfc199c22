import { Button } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useConversationName } from "../use-conversation-name.ts";
import { useDoing } from "../use-doing.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import styles from "./dialogs.module.css";

interface LeaveQuestionProps {
  readonly conversation: Conversation;
  readonly way: "leave" | "delete";
  readonly onClose: () => void;
}

/** Asks before one leaves a conversation, or before it is gone for everybody. */
export function LeaveQuestion({
  conversation,
  way,
  onClose,
}: LeaveQuestionProps) {
  const { t } = useTexts();
  const { asks, open } = useMessenger();
  const doing = useDoing();
  const name = useConversationName(conversation);
  const go = () => {
    const work =
      way === "leave"
        ? asks.leave(conversation.id)
        : asks.remove(conversation.id);
    doing(work.then(() => open(null)));
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      size="sm"
      title={t(way === "leave" ? "leave.title" : "leave.deleteTitle", { name })}
    >
      <p>{t(way === "leave" ? "leave.words" : "leave.deleteWords")}</p>
      <div className={styles["foot"]}>
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button color="red" data-autofocus onClick={go}>
          {t(way === "leave" ? "chats.leave" : "details.delete")}
        </Button>
      </div>
    </Dialog>
  );
}
