import { Type } from "typebox";
import { ExportIdSchema, UserIdSchema } from "../ids.ts";
import { Password } from "../principals.ts";
import {
  ErasurePolicy,
  ErasureReport,
  PersonalExport,
  RetentionRules,
} from "../privacy.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Privacy";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const user = { kind: "user" } as const;

export const privacyEndpoints = {
  getRetention: endpoint({
    method: "GET",
    path: "/api/v1/privacy/retention",
    tag,
    summary: "How long what is said is kept",
    access: admin,
    status: 200,
    response: RetentionRules,
    errors: [],
  }),
  updateRetention: endpoint({
    method: "PUT",
    path: "/api/v1/privacy/retention",
    tag,
    summary: "Change how long what is said is kept; what is older goes",
    access: admin,
    body: RetentionRules,
    status: 200,
    response: RetentionRules,
    errors: [],
  }),
  /** While one is waiting, asking again answers with that one. */
  requestExport: endpoint({
    method: "POST",
    path: "/api/v1/privacy/exports",
    tag,
    summary: "Ask for a copy of my data",
    access: user,
    status: 201,
    response: PersonalExport,
    errors: [],
  }),
  listExports: endpoint({
    method: "GET",
    path: "/api/v1/privacy/exports",
    tag,
    summary:
      "My copies, the newest first; a ready one is had from `/{id}/file`",
    access: user,
    status: 200,
    response: closed({ items: Type.Array(PersonalExport) }),
    errors: [],
  }),
  removeExport: endpoint({
    method: "DELETE",
    path: "/api/v1/privacy/exports/:exportId",
    tag,
    summary: "Remove a copy of mine",
    access: user,
    params: closed({ exportId: ExportIdSchema }),
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
  /** For good. What they said stays with the others, under a name that is nobody's. */
  eraseUser: endpoint({
    method: "POST",
    path: "/api/v1/users/:userId/erasure",
    tag,
    summary: "Delete a user's account and personal data",
    access: admin,
    params: closed({ userId: UserIdSchema }),
    status: 200,
    response: ErasureReport,
    errors: ["request.not_found", "auth.last_admin"],
  }),
  getErasurePolicy: endpoint({
    method: "GET",
    path: "/api/v1/privacy/erasure-policy",
    tag,
    summary: "Who may delete accounts",
    access: user,
    status: 200,
    response: ErasurePolicy,
    errors: [],
  }),
  updateErasurePolicy: endpoint({
    method: "PUT",
    path: "/api/v1/privacy/erasure-policy",
    tag,
    summary: "Change who may delete accounts",
    access: admin,
    body: ErasurePolicy,
    status: 200,
    response: ErasurePolicy,
    errors: [],
  }),
  /** For good, as above; where the policy allows it. The session is over with it. */
  eraseSelf: endpoint({
    method: "POST",
    path: "/api/v1/privacy/my-erasure",
    tag,
    summary: "Delete my own account and personal data",
    access: user,
    body: closed({ password: Password }),
    status: 200,
    response: ErasureReport,
    errors: ["auth.last_admin", "auth.wrong_credentials", "auth.locked"],
  }),
} as const;
