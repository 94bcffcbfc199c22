import type {
  Attachment,
  MessageCreated,
  TimelineEntry,
} from "@veche/contracts";

export interface SharedFile {
  readonly attachment: Attachment;
  readonly message: MessageCreated;
}

const shownAtMost = 60;

/** Files of these entries, the newest first: pictures and videos, and all others. */
export function sharedFiles(entries: readonly TimelineEntry[]): {
  readonly pictures: readonly SharedFile[];
  readonly others: readonly SharedFile[];
} {
  const all = entries
    .flatMap((entry) =>
      entry.type === "message.created"
        ? (entry.attachments ?? []).map((attachment) => ({
            attachment,
            message: entry,
          }))
        : [],
    )
    .toReversed();
  const isPicture = ({ attachment: { kind } }: SharedFile) =>
    kind === "picture" || kind === "video";
  return {
    pictures: all.filter(isPicture).slice(0, shownAtMost),
    others: all.filter((one) => !isPicture(one)).slice(0, shownAtMost),
  };
}
