import type { Detected } from "../domain/nature.ts";
import type { Square } from "../store/tables.ts";

/** What is to be looked at, and where what is made of it goes. */
export interface ExaminationTask {
  readonly path: string;
  readonly folder: string;
  readonly crop: Square | null;
}

/** What was found and made. Files stand under their variants' names with `.new` behind, until they are taken. */
export interface Examination {
  readonly detected: Detected | null;
  /** Of a picture that was written anew; null for everything else, and for pictures that could not be read. */
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly hasPreview: boolean;
}

export type ExaminationAnswer =
  | { readonly kind: "done"; readonly examination: Examination }
  | { readonly kind: "failed"; readonly message: string };

/** More pixels than any camera's, all frames counted; held against the head of the file before it is decoded. */
export const MAX_PIXELS = 50_000_000;
export const MAX_CROPPED_SIDE = 1_024;
