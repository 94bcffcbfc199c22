import { Type } from "typebox";
import { Attachment } from "../files.ts";
import { FileIdSchema } from "../ids.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Files";
const params = closed({ fileId: FileIdSchema });

/** A square of a picture, in its pixels. */
const Square = closed({
  left: Type.Integer({ minimum: 0 }),
  top: Type.Integer({ minimum: 0 }),
  side: Type.Integer({ minimum: 16 }),
});

/** How large a file may be and how much room is left for me, bytes. */
const FileLimits = closed({
  maxFileBytes: Type.Integer({ minimum: 1 }),
  quotaBytes: Type.Integer({ minimum: 1 }),
  usedBytes: Type.Integer({ minimum: 0 }),
});

export const fileEndpoints = {
  getFileLimits: endpoint({
    method: "GET",
    path: "/api/v1/file-limits",
    tag,
    summary: "How large my files may be, and how much room is left",
    access: { kind: "principal" },
    status: 200,
    response: FileLimits,
    errors: [],
  }),
  /** Waits a few seconds for a file that has just come to be looked at; then `file.not_ready`. */
  getFile: endpoint({
    method: "GET",
    path: "/api/v1/files/:fileId",
    tag,
    summary: "A file as a message carries it",
    access: { kind: "principal" },
    params,
    status: 200,
    response: Attachment,
    errors: ["file.not_found", "file.not_ready", "file.refused"],
  }),
  /** Of one's own picture that is not used yet: for the picture of a person or a conversation. */
  cropFile: endpoint({
    method: "POST",
    path: "/api/v1/files/:fileId/crop",
    tag,
    summary: "Cut a square out of a picture of mine",
    access: { kind: "user" },
    params,
    body: Square,
    status: 200,
    response: Attachment,
    errors: [
      "file.not_found",
      "file.not_ready",
      "file.not_a_picture",
      "file.refused",
    ],
  }),
} as const;
