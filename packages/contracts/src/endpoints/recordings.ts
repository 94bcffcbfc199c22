import { Type } from "typebox";
import { RecordingPolicy } from "../recordings.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Recordings";
const admin = { kind: "user", anyOf: ["admin"] } as const;

export const recordingEndpoints = {
  getRecordingRight: endpoint({
    method: "GET",
    path: "/api/v1/recordings/right",
    tag,
    summary: "May I record calls, and can they be recorded here at all",
    access: { kind: "user" },
    status: 200,
    response: closed({
      /** My roles have the right. */
      mayRecord: Type.Boolean(),
      /** There is a media server to write what is recorded. */
      isPossible: Type.Boolean(),
    }),
    errors: [],
  }),
  getRecordingPolicy: endpoint({
    method: "GET",
    path: "/api/v1/recordings/policy",
    tag,
    summary: "Who may record calls",
    access: admin,
    status: 200,
    response: RecordingPolicy,
    errors: [],
  }),
  updateRecordingPolicy: endpoint({
    method: "PUT",
    path: "/api/v1/recordings/policy",
    tag,
    summary:
      "Change who may record calls; recordings that go on are not touched",
    access: admin,
    body: RecordingPolicy,
    status: 200,
    response: RecordingPolicy,
    errors: [],
  }),
} as const;
