/**
 * Files are uploaded by the tus protocol 1.0 (creation, creation-with-upload, termination, expiration). The metadata
 * of a creation: `filename`, and optionally `filetype` (a hint that tells sound from video in containers of both),
 * and what the sender measured: `durationMs`, `width`, `height`, `waveform`. The last part of `Location` is the
 * file's id; when all bytes are in, `GET /api/v1/files/:fileId` answers with the file as a message will carry it.
 */
export const UPLOADS_PATH = "/api/v1/uploads";

/**
 * So much is sent in one request at most: a request may last 30 s, and what came of one that was cut is kept.
 */
export const UPLOAD_CHUNK_BYTES = 4 * 1024 * 1024;

/** Where the bytes of files are had from: `/files/:fileId`, `/files/:fileId/preview`, `/files/:fileId/thumbnail`. */
export const FILES_PATH = "/files";

/** The file itself; a picture of it to look at; a small one for lists. */
export const fileVariants = ["whole", "preview", "thumbnail"] as const;
export type FileVariant = (typeof fileVariants)[number];
