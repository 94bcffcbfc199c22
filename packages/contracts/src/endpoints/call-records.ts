import { Type } from "typebox";
import {
  CallRecordLine,
  CallTrend,
  FlightRecord,
  networkPaths,
} from "../call-records.ts";
import { qualityReasons } from "../calls.ts";
import { CallIdSchema } from "../ids.ts";
import { closed, Instant, nullable, oneOf } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Call records";
const admins = { kind: "user", anyOf: ["admin"] } as const;

export const callRecordEndpoints = {
  listCallRecords: endpoint({
    method: "GET",
    path: "/api/v1/call-records",
    tag,
    summary:
      "Calls that are over and how they went, the newest first; with the count of good and bad ones by day",
    access: admins,
    query: closed({
      fromAt: Type.Optional(Instant),
      toAt: Type.Optional(Instant),
      before: Type.Optional(Instant),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
      /** Part of a participant's name. */
      person: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      /** Only calls that were at least so bad for somebody. */
      level: Type.Optional(oneOf(["weak", "bad"])),
      reason: Type.Optional(oneOf(qualityReasons)),
      path: Type.Optional(oneOf(networkPaths)),
    }),
    status: 200,
    response: closed({
      records: Type.Array(CallRecordLine),
      trend: Type.Array(CallTrend),
      nextBefore: nullable(Instant),
    }),
    errors: [],
  }),
  getFlightRecord: endpoint({
    method: "GET",
    path: "/api/v1/call-records/:callId",
    tag,
    summary:
      "The flight recorder of a call: what happened and every measurement, by participant; who looks is kept in the audit trail",
    access: admins,
    params: closed({ callId: CallIdSchema }),
    status: 200,
    response: FlightRecord,
    errors: ["request.not_found"],
  }),
} as const;
