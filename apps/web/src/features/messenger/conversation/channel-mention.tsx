import type { ConversationId } from "@veche/contracts";
import { useMessenger } from "../messenger-context.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./conversation.module.css";

/** A named channel: opens where one is a member, otherwise asks to join it. */
export function ChannelMention({
  conversationId,
  words,
}: {
  readonly conversationId: ConversationId;
  readonly words: string;
}) {
  const { t } = useTexts();
  const { realtime, asks, open } = useMessenger();
  const doing = useDoing();
  const known = useStore(realtime.conversations.one(conversationId));
  const isMine = known !== null;
  const press = () => {
    if (isMine) open(conversationId);
    else doing(asks.join(conversationId).then(({ id }) => open(id)));
  };
  return (
    <button type="button" className={styles["mention"]} onClick={press}>
      {words}
      {!isMine && ` · ${t("browse.join")}`}
    </button>
  );
}
