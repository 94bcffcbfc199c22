import { Type } from "typebox";
import { ConversationIdSchema, RecordingIdSchema } from "../ids.ts";
import {
  Composition,
  LibraryPolicy,
  LibraryRecording,
  OpenedRecording,
  RecordingDeletion,
} from "../library.ts";
import { compositionFormats, compositionLayouts } from "../library-words.ts";
import {
  closed,
  DisplayName,
  Instant,
  LanguageSchema,
  oneOf,
} from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Recordings";
const user = { kind: "user" } as const;
const admin = { kind: "user", anyOf: ["admin"] } as const;
const params = closed({ recordingId: RecordingIdSchema });
const path = "/api/v1/recordings/:recordingId";

export const libraryEndpoints = {
  listRecordings: endpoint({
    method: "GET",
    path: "/api/v1/recordings",
    tag,
    summary:
      "Recordings that I may watch, the newest first: of calls I was in, and all of them for administrators and supervisors",
    access: user,
    query: closed({
      conversationId: Type.Optional(ConversationIdSchema),
      /** Began before this: the next page. */
      before: Type.Optional(Instant),
      /** Part of a participant's name. */
      name: Type.Optional(DisplayName),
      /** Those that are kept whatever the rule of keeping says. */
      held: Type.Optional(oneOf(["only"])),
    }),
    status: 200,
    response: closed({
      recordings: Type.Array(LibraryRecording),
      hasMore: Type.Boolean(),
    }),
    errors: [],
  }),
  openRecording: endpoint({
    method: "GET",
    path,
    tag,
    summary: "A recording with its reels and the films made of it",
    access: user,
    params,
    status: 200,
    response: OpenedRecording,
    errors: ["recording.not_found"],
  }),
  requestComposition: endpoint({
    method: "POST",
    path: `${path}/compositions`,
    tag,
    summary: "Have a film made; asked again for the same one, it is made again",
    access: user,
    params,
    body: closed({
      layout: oneOf(compositionLayouts),
      format: oneOf(compositionFormats),
      /** Of its chapters. */
      language: LanguageSchema,
    }),
    status: 201,
    response: Composition,
    errors: [
      "recording.not_found",
      "recording.not_playable",
      "composing.impossible",
      "auth.forbidden",
    ],
  }),
  holdRecording: endpoint({
    method: "PUT",
    path: `${path}/hold`,
    tag,
    summary: "Keep it whatever the rule of keeping says; nobody can delete it",
    access: admin,
    params,
    body: closed({ reason: DisplayName }),
    status: 204,
    response: Type.Null(),
    errors: ["recording.not_found"],
  }),
  releaseRecording: endpoint({
    method: "DELETE",
    path: `${path}/hold`,
    tag,
    summary: "Keep it no longer than the rule of keeping says",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["recording.not_found"],
  }),
  deleteRecording: endpoint({
    method: "DELETE",
    path,
    tag,
    summary: "Delete everything of it; what was deleted stays written down",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["recording.not_found", "recording.held", "recording.not_playable"],
  }),
  listDeletions: endpoint({
    method: "GET",
    path: "/api/v1/recordings/deletions",
    tag,
    summary: "What was deleted, when and by whom, with the hashes of its files",
    access: admin,
    status: 200,
    response: closed({ deletions: Type.Array(RecordingDeletion) }),
    errors: [],
  }),
  getLibraryPolicy: endpoint({
    method: "GET",
    path: "/api/v1/recordings/keeping",
    tag,
    summary: "How long recordings are kept",
    access: admin,
    status: 200,
    response: LibraryPolicy,
    errors: [],
  }),
  updateLibraryPolicy: endpoint({
    method: "PUT",
    path: "/api/v1/recordings/keeping",
    tag,
    summary: "Change how long recordings are kept",
    access: admin,
    body: LibraryPolicy,
    status: 200,
    response: LibraryPolicy,
    errors: [],
  }),
} as const;
