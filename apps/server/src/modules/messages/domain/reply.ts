import {
  excerptOf,
  type MessageCreated,
  type ReplyReference,
} from "@veche/contracts";

const longestExcerpt = 300;

/** Letters and digits alone: what a reader chose on the screen has lost its Markdown and its line breaks. */
const wordsOf = (text: string): string =>
  text.normalize("NFC").replaceAll(/[^\p{L}\p{N}]/gu, "");

/**
 * How an answer shows what it answers: the quoted words if they stand there, else its first words. Nobody can be
 * quoted with words that are not theirs.
 */
export function replyTo(
  { entry, authorName }: { entry: MessageCreated; authorName: string },
  quote: string | null,
): ReplyReference | undefined {
  const { messageId, seq, actorId: authorId, body } = entry;
  if (authorId === null) return undefined;
  const words = quote === null ? "" : wordsOf(quote);
  const isQuote = words !== "" && wordsOf(body).includes(words);
  const excerpt = excerptOf(
    isQuote && quote !== null ? quote : body,
    longestExcerpt,
  );
  return { messageId, seq, authorId, authorName, excerpt, isQuote };
}
