import {
  excerptOf,
  type LastMessage,
  type TimelineEventOf,
} from "@veche/contracts";

const longestExcerpt = 200;

/** What a list shows of a message; its place and author are known where it is written. */
export type Shown = Pick<LastMessage, "excerpt" | "hint">;

export function shownOf(
  message: Pick<
    TimelineEventOf<"message.created">,
    "body" | "sticker" | "attachments" | "deletedAt"
  >,
): Shown {
  return {
    excerpt: excerptOf(message.body, longestExcerpt),
    hint: hintOf(message),
  };
}

function hintOf({
  deletedAt,
  sticker,
  attachments,
}: Parameters<typeof shownOf>[0]): LastMessage["hint"] {
  if (deletedAt !== undefined) return "deleted";
  if (sticker !== undefined) return "sticker";
  const file = attachments?.[0];
  if (file === undefined) return null;
  if (file.isVoice) return "voice";
  return file.kind === "document" ? "file" : file.kind;
}
