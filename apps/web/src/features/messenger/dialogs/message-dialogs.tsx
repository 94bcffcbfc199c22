import { Button } from "@mantine/core";
import type { Conversation, MessageCreated } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { MessageActs } from "../conversation/use-message-acts.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { ForwardDialog } from "./forward-dialog.tsx";
import { InfoDialog } from "./info-dialog.tsx";
import { MomentDialog } from "./moment-dialog.tsx";
import styles from "./dialogs.module.css";

interface MessageDialogsProps {
  readonly acts: MessageActs;
  readonly conversation: Conversation;
}

function DeleteQuestion({
  messages,
  acts,
  conversation,
}: MessageDialogsProps & { readonly messages: readonly MessageCreated[] }) {
  const { t } = useTexts();
  const { realtime } = useMessenger();
  const close = () => acts.show(null);
  const remove = () => {
    for (const message of messages)
      realtime.changeMessage(conversation.id, message, { kind: "delete" });
    acts.select(null);
    close();
  };
  return (
    <Dialog
      onClose={close}
      title={t("delete.title", { count: messages.length })}
      size="sm"
    >
      <p>{t("delete.words")}</p>
      <div className={styles["foot"]}>
        <Button variant="default" onClick={close}>
          {t("action.cancel")}
        </Button>
        <Button color="red" data-autofocus onClick={remove}>
          {t("msg.action.delete")}
        </Button>
      </div>
    </Dialog>
  );
}

function RemindDialog({
  message,
  acts,
  conversation,
}: MessageDialogsProps & { readonly message: MessageCreated }) {
  const texts = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const close = () => acts.show(null);
  return (
    <MomentDialog
      title={texts.t("remind.title")}
      action={texts.t("remind.action")}
      onClose={close}
      onChoose={(at) => {
        doing(
          asks.remind(
            { conversationId: conversation.id, messageId: message.messageId },
            at,
          ),
          texts.t("remind.done", { when: texts.dateTime(at) }),
        );
        close();
      }}
    />
  );
}

/** What a message's menu asks about, one at a time. */
export function MessageDialogs(props: MessageDialogsProps) {
  const { acts, conversation } = props;
  const { dialog } = acts;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "delete":
      return <DeleteQuestion {...props} messages={dialog.messages} />;
    case "forward":
      return (
        <ForwardDialog
          messages={dialog.messages}
          from={conversation}
          onClose={() => {
            acts.show(null);
            acts.select(null);
          }}
        />
      );
    case "remind":
      return <RemindDialog {...props} message={dialog.message} />;
    case "info":
      return (
        <InfoDialog
          message={dialog.message}
          conversation={conversation}
          onClose={() => acts.show(null)}
        />
      );
  }
}
