import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { FileVariant } from "@veche/contracts";
import { MAX_CROPPED_SIDE, MAX_PIXELS } from "./examination.ts";
import type { Examination, ExaminationTask } from "./examination.ts";

const previewSide = 1_280;
const movingPreviewSide = 480;
const thumbnailSide = 320;
/** Longer ones move only when they are opened. */
const maxPreviewFrames = 150;

/** Where a variant is written before it is taken. */
const newPath = (folder: string, variant: FileVariant): string =>
  join(folder, `${variant}.new`);

const source = (
  input: string | Buffer,
  { isMoving }: { readonly isMoving: boolean },
): Sharp =>
  sharp(input, {
    limitInputPixels: MAX_PIXELS,
    failOn: "error",
    sequentialRead: true,
    animated: isMoving,
  });

/**
 * Writes a picture anew, turned upright, and its two small ones: pixels pass, whatever else was in the file does not.
 * Throws for a picture that is broken or too large.
 */
export async function makePictures(
  { path, folder, crop }: ExaminationTask,
  mediaType: string,
): Promise<NonNullable<Examination["picture"]>> {
  const {
    pages = 1,
    width,
    height,
  } = await source(path, { isMoving: true }).metadata();
  if (width * height > MAX_PIXELS) throw new Error("too many pixels");
  const isMoving = pages > 1 && crop === null;
  const upright = isMoving
    ? source(path, { isMoving: true })
    : source(path, { isMoving: false }).autoOrient();
  const whole = crop === null ? upright : cut(upright, crop);
  const made = newPath(folder, "whole");
  const written = await encode(whole, mediaType).toFile(made);
  await makeSmallPictures(made, folder, {
    isMoving: isMoving && pages <= maxPreviewFrames,
  });
  return {
    width: written.width,
    height: isMoving ? Math.round(written.height / pages) : written.height,
  };
}

const cut = (
  picture: Sharp,
  { left, top, side }: NonNullable<ExaminationTask["crop"]>,
): Sharp =>
  picture
    .extract({ left, top, width: side, height: side })
    .resize(MAX_CROPPED_SIDE, MAX_CROPPED_SIDE, { withoutEnlargement: true });

function encode(picture: Sharp, mediaType: string): Sharp {
  switch (mediaType) {
    case "image/jpeg":
      return picture.jpeg({ quality: 92 });
    case "image/webp":
      return picture.webp({ quality: 90, effort: 2 });
    case "image/gif":
      return picture.gif({ effort: 3 });
    default:
      return picture.png({ compressionLevel: 6 });
  }
}

/** The picture to look at and the one for lists. */
export async function makeSmallPictures(
  input: string | Buffer,
  folder: string,
  { isMoving }: { readonly isMoving: boolean },
): Promise<void> {
  const side = isMoving ? movingPreviewSide : previewSide;
  await source(input, { isMoving })
    .autoOrient()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toFile(newPath(folder, "preview"));
  await source(input, { isMoving: false })
    .autoOrient()
    .resize(thumbnailSide, thumbnailSide, {
      fit: "inside",
      withoutEnlargement: true,
    })
    .webp({ quality: 75, effort: 2 })
    .toFile(newPath(folder, "thumbnail"));
}

/** Puts what was made in its place; first safe on the disk, since it replaces what the sender will not send again. */
export async function takeMade(
  folder: string,
  variants: readonly FileVariant[],
): Promise<void> {
  for (const variant of variants) {
    const made = newPath(folder, variant);
    await using handle = await open(made, "r+");
    await handle.datasync();
    await rename(made, join(folder, variant));
  }
}
