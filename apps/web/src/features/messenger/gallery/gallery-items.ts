import type { Attachment, TimelineEntry } from "@veche/contracts";

/** Everything of a stretch of the log that can be looked at, in order. */
export const galleryItems = (
  entries: readonly TimelineEntry[],
): readonly Attachment[] =>
  entries.flatMap((entry) =>
    entry.type === "message.created"
      ? (entry.attachments ?? []).filter(
          ({ kind, mediaType }) =>
            kind === "picture" ||
            kind === "video" ||
            mediaType === "application/pdf",
        )
      : [],
  );
