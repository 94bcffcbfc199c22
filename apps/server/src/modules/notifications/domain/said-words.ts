import { excerptOf, type TimelineEvent } from "@veche/contracts";
import type { Words } from "./words.ts";

type Said = Extract<TimelineEvent, { type: "message.created" }>;

/** What a message says in one line; a picture, a file or a sticker by its name in words. */
export function saidWords(
  { attachments = [], sticker, ...message }: Said,
  words: Words,
  longest: number,
): string {
  const body =
    message.body === "" ? (message.forwarded?.authorName ?? "") : message.body;
  const text = excerptOf(body, longest);
  if (text !== "") return text;
  if (sticker !== undefined) return `${sticker.emoji} ${words.sticker}`;
  const [first] = attachments;
  if (first === undefined) return words.newMessages(1);
  if (first.isVoice) return words.voice;
  return first.kind === "document"
    ? `${words.document}: ${first.name}`
    : words[first.kind];
}
