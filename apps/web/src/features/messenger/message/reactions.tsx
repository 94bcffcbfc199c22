import type { MessageCreated, Reaction } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./message.module.css";

const namedAtMost = 12;

function ReactionChip({
  message,
  reaction,
}: {
  readonly message: MessageCreated;
  readonly reaction: Reaction;
}) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const { nameOf, react } = useConversation();
  const { emoji, count, principalIds } = reaction;
  const isMine = principalIds.includes(me.id);
  const names = principalIds
    .slice(0, namedAtMost)
    .map((id) => (id === me.id ? t("chats.you") : nameOf(id)))
    .join(", ");
  const others = count - Math.min(principalIds.length, namedAtMost);
  const who =
    others > 0 ? t("msg.reactedAnd", { names, count: others }) : names;
  return (
    <button
      type="button"
      title={who}
      className={styles["reaction"]}
      aria-pressed={isMine}
      aria-label={t("msg.reaction", { emoji, count, names: who })}
      onClick={() => react(message, emoji)}
    >
      <span aria-hidden="true">{emoji}</span>
      <span aria-hidden="true" className={styles["reactionCount"]}>
        {count}
      </span>
    </button>
  );
}

/** The reactions of a message; pressing one joins it or leaves it. */
export function Reactions({ message }: { readonly message: MessageCreated }) {
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    <div className={styles["reactions"]}>
      {reactions.map((reaction) => (
        <ReactionChip
          key={reaction.emoji}
          message={message}
          reaction={reaction}
        />
      ))}
    </div>
  );
}
