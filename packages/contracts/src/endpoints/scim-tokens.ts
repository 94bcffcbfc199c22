import { Type } from "typebox";
import { ScimTokenIdSchema } from "../ids.ts";
import { closed, DisplayName, Instant, nullable } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "People";
const access = { kind: "user", anyOf: ["admin"] } as const;

export const ScimToken = closed({
  id: ScimTokenIdSchema,
  name: DisplayName,
  createdAt: Instant,
  lastUsedAt: nullable(Instant),
});

/** Keys with which a system that provisions people speaks SCIM 2.0 under `/scim/v2`. */
export const scimTokenEndpoints = {
  listScimTokens: endpoint({
    method: "GET",
    path: "/api/v1/scim-tokens",
    tag,
    summary: "Keys for SCIM, the oldest first",
    access,
    status: 200,
    response: closed({ items: Type.Array(ScimToken) }),
    errors: [],
  }),
  createScimToken: endpoint({
    method: "POST",
    path: "/api/v1/scim-tokens",
    tag,
    summary: "Make a key for SCIM; it is shown this once",
    access,
    body: closed({ name: DisplayName }),
    status: 201,
    response: closed({ ...ScimToken.properties, token: Type.String() }),
    errors: [],
  }),
  deleteScimToken: endpoint({
    method: "DELETE",
    path: "/api/v1/scim-tokens/:tokenId",
    tag,
    summary: "Revoke a key for SCIM",
    access,
    params: closed({ tokenId: ScimTokenIdSchema }),
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
} as const;
