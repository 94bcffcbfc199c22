import { shownPictures } from "../domain/nature.ts";
import { drawFirstPage } from "./draw-pdf.ts";
import type { Examination, ExaminationTask } from "./examination.ts";
import { makePictures, makeSmallPictures, takeMade } from "./make-pictures.ts";
import { tellType } from "./tell-type.ts";

/** Pictures that not every browser shows: they stay as they are, with something to look at. */
const onlyPreviewed = ["image/avif", "image/tiff", "image/heic", "image/heif"];

/**
 * Tells what a file is and makes what is shown of it. What can't be decoded is not refused: it is passed on as a
 * document that nobody looks into.
 */
export async function lookAtFile(task: ExaminationTask): Promise<Examination> {
  const detected = await tellType(task.path);
  const mediaType = detected?.mediaType ?? "";
  const plain: Examination = { detected, picture: null, hasPreview: false };
  try {
    if (shownPictures.some((shown) => shown === mediaType)) {
      const picture = await makePictures(task, mediaType);
      await takeMade(task.folder, ["whole", "preview", "thumbnail"]);
      return { detected, picture, hasPreview: true };
    }
    if (mediaType === "application/pdf" || onlyPreviewed.includes(mediaType)) {
      const shown =
        mediaType === "application/pdf"
          ? await drawFirstPage(task.path)
          : task.path;
      await makeSmallPictures(shown, task.folder, { isMoving: false });
      await takeMade(task.folder, ["preview", "thumbnail"]);
      return { ...plain, hasPreview: true };
    }
    return plain;
  } catch {
    return plain;
  }
}
