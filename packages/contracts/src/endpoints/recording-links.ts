import { Type } from "typebox";
import { RecordingIdSchema, RecordingLinkIdSchema } from "../ids.ts";
import {
  RecordingLink,
  RecordingLinkToken,
  RecordingLinkWish,
  SharedRecording,
} from "../recording-links.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Recordings";
const mayDownload = { kind: "user", anyOf: ["admin", "supervisor"] } as const;
const params = closed({ recordingId: RecordingIdSchema });
const path = "/api/v1/recordings/:recordingId/links";

/** Links by which people without an account watch one recording. */
export const recordingLinkEndpoints = {
  listRecordingLinks: endpoint({
    method: "GET",
    path,
    tag,
    summary: "Links that lead to a recording now, the newest first",
    access: mayDownload,
    params,
    status: 200,
    response: closed({ links: Type.Array(RecordingLink) }),
    errors: ["recording.not_found"],
  }),
  makeRecordingLink: endpoint({
    method: "POST",
    path,
    tag,
    summary: "Make a link that needs no account; its address is told this once",
    access: mayDownload,
    params,
    body: RecordingLinkWish,
    status: 201,
    response: closed({ link: RecordingLink, url: Type.String() }),
    errors: ["recording.not_found", "recording.not_playable"],
  }),
  revokeRecordingLink: endpoint({
    method: "DELETE",
    path: `${path}/:linkId`,
    tag,
    summary: "End a link before its time",
    access: mayDownload,
    params: closed({
      recordingId: RecordingIdSchema,
      linkId: RecordingLinkIdSchema,
    }),
    status: 204,
    response: Type.Null(),
    errors: ["recording.not_found"],
  }),
  openSharedRecording: endpoint({
    method: "GET",
    path: "/api/v1/shared-recordings/:token",
    tag,
    summary: "What a link to a recording shows",
    access: { kind: "public" },
    params: closed({ token: RecordingLinkToken }),
    status: 200,
    response: SharedRecording,
    errors: ["recording.link_ended"],
  }),
} as const;
