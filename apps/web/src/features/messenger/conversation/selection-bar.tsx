import { Button } from "@mantine/core";
import type { MessageCreated } from "@veche/contracts";
import { iconCopy, iconTrash, iconX } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyDone } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconForward } from "../icons.ts";
import { actionsOf } from "../message/message-actions.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useConversation } from "./conversation-context.tsx";
import type { MessageActs } from "./use-message-acts.ts";
import styles from "./conversation.module.css";

/** What is done to all chosen messages at once. */
export function SelectionBar({ acts }: { readonly acts: MessageActs }) {
  const texts = useTexts();
  const { me } = useMessenger();
  const { conversation, nameOf } = useConversation();
  const messages = [...(acts.selected?.values() ?? [])].toSorted(
    (one, other) => one.seq - other.seq,
  );
  const may = (action: "copy" | "forward" | "delete") =>
    messages.every((one) =>
      actionsOf(one, conversation, me.id).includes(action),
    );
  const wordsOf = ({ actorId, at, body }: MessageCreated) =>
    `${nameOf(actorId)}, ${texts.dateTime(at)}\n${body}`;
  const copy = () => {
    void navigator.clipboard
      .writeText(messages.map(wordsOf).join("\n\n"))
      .then(() => {
        notifyDone(texts, texts.t("msg.copied"));
        acts.select(null);
      });
  };
  return (
    <div
      className={styles["selection"]}
      role="toolbar"
      aria-label={texts.t("msg.selectedActions")}
    >
      <strong aria-live="polite">
        {texts.t("msg.selected", { count: messages.length })}
      </strong>
      <Button
        variant="default"
        disabled={!may("copy")}
        leftSection={<Icon paths={iconCopy} size={16} />}
        onClick={copy}
      >
        {texts.t("msg.action.copy")}
      </Button>
      <Button
        variant="default"
        disabled={!may("forward")}
        leftSection={<Icon paths={iconForward} size={16} />}
        onClick={() => acts.show({ kind: "forward", messages })}
      >
        {texts.t("msg.action.forward")}
      </Button>
      <Button
        variant="light"
        color="red"
        disabled={!may("delete")}
        leftSection={<Icon paths={iconTrash} size={16} />}
        onClick={() => acts.show({ kind: "delete", messages })}
      >
        {texts.t("msg.action.delete")}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<Icon paths={iconX} size={16} />}
        onClick={() => acts.select(null)}
      >
        {texts.t("action.cancel")}
      </Button>
    </div>
  );
}
