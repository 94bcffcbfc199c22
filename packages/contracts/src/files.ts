import { Type, type Static } from "typebox";
import { FileIdSchema } from "./ids.ts";
import { closed, nullable, oneOf } from "./shapes.ts";

/** What a file is shown as; decided by its content, not by its name. */
export const fileKinds = ["picture", "video", "audio", "document"] as const;

/** A file name people read: no path, no control characters. */
export const FileName = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: "^[^/\\\\\\u0000-\\u001f]+$",
});

/**
 * A file as a message carries it. Bytes are had from `/files/:fileId` and its variants
 * (`/files/:fileId/preview`, `/files/:fileId/thumbnail`) by whoever may see the message.
 */
export const Attachment = closed({
  fileId: FileIdSchema,
  kind: oneOf(fileKinds),
  name: FileName,
  /** Found in the content (magic bytes). */
  mediaType: Type.String({ maxLength: 120 }),
  sizeBytes: Type.Integer({ minimum: 0 }),
  /** Of pictures and videos, pixels; a page's share of them holds the place before the bytes come. */
  width: nullable(Type.Integer({ minimum: 1 })),
  height: nullable(Type.Integer({ minimum: 1 })),
  /** Of sound and video. */
  durationMs: nullable(Type.Integer({ minimum: 0 })),
  /** Of sound: 64 peaks from 0 to 31, base64 of one byte each. */
  waveform: nullable(Type.String({ maxLength: 100 })),
  /** Pictures, videos and the first page of a PDF have a preview; it may come a moment after the message. */
  hasPreview: Type.Boolean(),
  /** Recorded in the composer: played in the line, not offered for download first. */
  isVoice: Type.Boolean(),
});
export type Attachment = Static<typeof Attachment>;

/** What a message is sent with: files uploaded by its author and not sent before. */
export const AttachedFile = closed({
  fileId: FileIdSchema,
  isVoice: Type.Optional(Type.Boolean()),
});
export type AttachedFile = Static<typeof AttachedFile>;
