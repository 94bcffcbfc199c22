import type { PrincipalId } from "@veche/contracts";
import type { DrawMention } from "../message/mention-context.tsx";
import { ChannelMention } from "./channel-mention.tsx";
import styles from "./conversation.module.css";

/** Mentions inside a conversation lead to what they name. */
export function drawMentionWith(
  showPerson: (id: PrincipalId) => void,
): DrawMention {
  return function drawMention(mention, words) {
    if (mention.kind === "conversation")
      return (
        <ChannelMention conversationId={mention.conversationId} words={words} />
      );
    if (mention.kind !== "principal")
      return <span className={styles["mention"]}>{words}</span>;
    return (
      <button
        type="button"
        className={styles["mention"]}
        onClick={() => showPerson(mention.principalId)}
      >
        {words}
      </button>
    );
  };
}
