import type { Mention, MessageCreated } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { Attachments } from "./attachments.tsx";
import { emojiCount } from "./emoji-only.ts";
import { LinkPreviewCard } from "./link-preview.tsx";
import { Markdown } from "./markdown.tsx";
import { ForwardedFrom, ReplyQuote } from "./quoted.tsx";
import styles from "./message.module.css";

/** The words of a message: emoji that stand alone are drawn large. */
export function Body({
  body,
  mentions,
}: {
  readonly body: string;
  readonly mentions?: readonly Mention[] | undefined;
}) {
  if (body === "") return null;
  const count = emojiCount(body);
  if (count !== null)
    return (
      <p className={styles["largeEmoji"]} data-count={count}>
        {body}
      </p>
    );
  return <Markdown body={body} mentions={mentions} />;
}

/** Everything a message says. */
export function MessageContent({
  message,
}: {
  readonly message: MessageCreated;
}) {
  const { t } = useTexts();
  const { deletedAt, replyTo, forwarded, sticker, linkPreview } = message;
  if (deletedAt !== undefined)
    return <p className={styles["deleted"]}>{t("msg.deleted")}</p>;
  return (
    <>
      {forwarded !== undefined && <ForwardedFrom origin={forwarded} />}
      {replyTo !== undefined && <ReplyQuote reply={replyTo} />}
      {sticker !== undefined && (
        <img
          className={styles["sticker"]}
          src={fileAddress(sticker.fileId)}
          alt={t("msg.sticker", { emoji: sticker.emoji })}
          loading="lazy"
        />
      )}
      <Attachments message={message} />
      <Body body={message.body} mentions={message.mentions} />
      {linkPreview !== undefined && <LinkPreviewCard preview={linkPreview} />}
    </>
  );
}
