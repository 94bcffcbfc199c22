import type { Attachment, MessageCreated } from "@veche/contracts";

/** The picture the gallery opens with, and the message it stands in. */
export interface GalleryPlace {
  readonly message: MessageCreated;
  readonly attachment: Attachment;
}
