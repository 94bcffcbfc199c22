import { Type, type Static } from "typebox";
import { closed, Instant, nullable, oneOf } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Operations";

/** A part of the installation and whether it works. */
export const Readiness = closed({
  status: oneOf(["ready", "not_ready"]),
  parts: closed({
    database: oneOf(["up", "down"]),
    /** `off`: not installed, calls go directly or not at all behind strict NATs. */
    turn: oneOf(["up", "down", "off"]),
    /** `off`: not installed or switched off, calls are for two. */
    mediaServer: oneOf(["up", "down", "off"]),
    drain: oneOf(["no", "yes"]),
  }),
});
export type Readiness = Static<typeof Readiness>;

export const AuditEntry = closed({
  position: Type.Integer({ minimum: 1 }),
  at: Instant,
  /** Dotted, past tense: `session.started`, `user.disabled`. */
  type: Type.String(),
  actorId: nullable(Type.String()),
  actorName: nullable(Type.String()),
  address: nullable(Type.String()),
  /** Facts without secrets or message texts. */
  details: Type.Record(Type.String(), Type.String()),
});
export type AuditEntry = Static<typeof AuditEntry>;

export const operationsEndpoints = {
  getHealth: endpoint({
    method: "GET",
    path: "/healthz",
    tag,
    summary: "The process is alive",
    access: { kind: "public" },
    status: 200,
    response: closed({ status: oneOf(["alive"]) }),
    errors: [],
  }),
  getReadiness: endpoint({
    method: "GET",
    path: "/readyz",
    tag,
    summary: "The server can serve: 200 ready, 503 not",
    access: { kind: "public" },
    status: 200,
    response: Readiness,
    errors: ["server.unavailable"],
  }),
  listAudit: endpoint({
    method: "GET",
    path: "/api/v1/audit",
    tag,
    summary: "The audit trail, the newest first",
    access: { kind: "user", anyOf: ["admin"] },
    query: closed({
      before: Type.Optional(Type.Integer({ minimum: 1 })),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
    }),
    status: 200,
    response: closed({
      entries: Type.Array(AuditEntry),
      isChainIntact: Type.Boolean(),
    }),
    errors: [],
  }),
} as const;
