import { Type } from "typebox";
import { callDirections, PastCall } from "../call-history.ts";
import { closed, Instant, nullable, oneOf } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Calls";
const access = { kind: "user" } as const;

export const callEndpoints = {
  listCalls: endpoint({
    method: "GET",
    path: "/api/v1/calls",
    tag,
    summary: "My calls with colleagues, the newest first",
    access,
    query: closed({
      direction: Type.Optional(oneOf(callDirections)),
      /** Of those that began before it: the `nextBefore` of the page before. */
      before: Type.Optional(Instant),
    }),
    status: 200,
    response: closed({
      items: Type.Array(PastCall),
      /** Null: there are no earlier ones. */
      nextBefore: nullable(Instant),
      /** Missed since I looked last. */
      missedCount: Type.Integer({ minimum: 0 }),
    }),
    errors: [],
  }),
  seeCalls: endpoint({
    method: "POST",
    path: "/api/v1/calls/seen",
    tag,
    summary: "I have looked at my calls: what was missed by now is new no more",
    access,
    status: 204,
    response: Type.Null(),
    errors: [],
  }),
} as const;
