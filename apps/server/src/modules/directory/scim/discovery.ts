import { ENTERPRISE_USER } from "./attribute-path.ts";
import { GROUP_SCHEMA } from "./group-resource.ts";
import type { JsonObject } from "./json.ts";
import { USER_SCHEMA } from "./user-resource.ts";

const listOf = (resources: readonly JsonObject[]): JsonObject => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: [...resources],
});

/** What this server can do (RFC 7643 §5). */
export const serviceProviderConfig: JsonObject = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 500 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "Bearer token",
      description: "A key that an administrator made",
      primary: true,
    },
  ],
};

const schema = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

export const resourceTypes = listOf([
  {
    schemas: [schema],
    id: "User",
    name: "User",
    endpoint: "/Users",
    schema: USER_SCHEMA,
    schemaExtensions: [{ schema: ENTERPRISE_USER, required: false }],
  },
  {
    schemas: [schema],
    id: "Group",
    name: "Group",
    endpoint: "/Groups",
    schema: GROUP_SCHEMA,
  },
]);

const text = {
  type: "string",
  multiValued: false,
  required: false,
  mutability: "readWrite",
  returned: "default",
};
const attributes = (...names: readonly string[]): JsonObject[] =>
  names.map((name) => ({ name, ...text }));
const complex = (name: string, subAttributes: JsonObject[]): JsonObject => ({
  ...text,
  name,
  type: "complex",
  subAttributes,
});
const list = (name: string, subAttributes: JsonObject[]): JsonObject => ({
  ...complex(name, subAttributes),
  multiValued: true,
});

/** The attributes that are kept; others are passed over (RFC 7643 §7). */
export const schemas = listOf([
  {
    id: USER_SCHEMA,
    name: "User",
    attributes: [
      {
        name: "userName",
        ...text,
        required: true,
        mutability: "immutable",
        uniqueness: "server",
      },
      { name: "active", ...text, type: "boolean" },
      ...attributes("displayName", "title", "timezone"),
      complex("name", attributes("formatted", "givenName", "familyName")),
      list("emails", attributes("value", "type")),
      list("phoneNumbers", attributes("value", "type")),
      {
        ...list("groups", attributes("value", "display")),
        mutability: "readOnly",
      },
    ],
  },
  {
    id: ENTERPRISE_USER,
    name: "EnterpriseUser",
    attributes: [
      ...attributes("organization", "department"),
      complex("manager", attributes("value", "displayName")),
    ],
  },
  {
    id: GROUP_SCHEMA,
    name: "Group",
    attributes: [
      { name: "displayName", ...text, required: true },
      list("members", attributes("value", "display", "type")),
    ],
  },
]);
