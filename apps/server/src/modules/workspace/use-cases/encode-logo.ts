import sharp from "sharp";
import { AppError } from "../../../platform/app-error.ts";

/** Shown at most this large; stored at twice that for sharp screens. */
const MAX_SIDE_PIXELS = 512;
const MAX_INPUT_PIXELS = 50_000_000;

/**
 * The picture as we keep it: decoded and encoded again, so that nothing but pixels remains. The type is told by the
 * bytes, not by what the sender says. Refuses `request.unsupported_media_type`.
 */
export async function encodeLogo(bytes: Buffer): Promise<Buffer> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS });
    const { format } = await image.metadata();
    if (format !== "png" && format !== "jpeg" && format !== "webp")
      throw new AppError("request.unsupported_media_type");
    return await image
      .rotate()
      .resize(MAX_SIDE_PIXELS, MAX_SIDE_PIXELS, {
        fit: "inside",
        withoutEnlargement: true,
      })
      .png({ compressionLevel: 9 })
      .toBuffer();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("request.unsupported_media_type", { cause });
  }
}
