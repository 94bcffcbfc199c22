import type { StickerReference } from "@veche/contracts";
import { fileAddress } from "../../../platform/files/file-address.ts";

/** A sticker as it is seen; what it says stands beside it for who can't see it. */
export function StickerPicture({
  sticker,
}: {
  readonly sticker: StickerReference;
}) {
  return <img src={fileAddress(sticker.fileId)} alt="" loading="lazy" />;
}
