import type { ForwardOrigin, ReplyReference } from "@veche/contracts";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { iconForward } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./message.module.css";

/** The message that is answered; pressing it leads there. */
export function ReplyQuote({ reply }: { readonly reply: ReplyReference }) {
  const { t } = useTexts();
  const { goTo } = useConversation();
  return (
    <button
      type="button"
      className={styles["quote"]}
      onClick={() => goTo(reply.seq)}
      aria-label={t("msg.toAnswered", { name: reply.authorName })}
    >
      <span className={styles["quoteAuthor"]}>{reply.authorName}</span>
      <span className={styles["quoteWords"]} data-quoted={reply.isQuote}>
        {reply.excerpt === "" ? t("msg.attachment") : reply.excerpt}
      </span>
    </button>
  );
}

/** Where a forwarded message came from. */
export function ForwardedFrom({ origin }: { readonly origin: ForwardOrigin }) {
  const texts = useTexts();
  const { open } = useMessenger();
  const { conversationId, conversationTitle, authorName, sentAt } = origin;
  const from = texts.t("msg.forwardedFrom", { name: authorName });
  return (
    <p className={styles["forwarded"]}>
      <Icon paths={iconForward} size={14} />
      <span>{from}</span>
      {conversationId !== null && conversationTitle !== null && (
        <button type="button" onClick={() => open(conversationId)}>
          {conversationTitle}
        </button>
      )}
      <time dateTime={sentAt}>{texts.dateTime(sentAt)}</time>
    </p>
  );
}
