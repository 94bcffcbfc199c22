import { errorRegistry } from "@veche/contracts";
import type { AppError } from "../../../platform/app-error.ts";
import type {
  ProtocolAnswer,
  ProtocolContext,
  ProtocolRoute,
} from "../../../platform/http/protocol-route.ts";
import { resourceTypes, schemas, serviceProviderConfig } from "./discovery.ts";
import {
  createGroup,
  deleteGroup,
  getGroup,
  patchGroup,
  replaceGroup,
} from "./groups.ts";
import type { JsonObject } from "./json.ts";
import { listGroups, listUsers, shaped } from "./list.ts";
import type { ScimCall, ScimDeps } from "./scim-deps.ts";
import { ScimError } from "./scim-error.ts";
import { callerOf } from "./tokens.ts";
import {
  createUser,
  deleteUser,
  getUser,
  patchUser,
  replaceUser,
} from "./users.ts";

export const scimContentTypes = [
  "application/scim+json",
  "application/json",
] as const;
const headers = { "content-type": "application/scim+json; charset=utf-8" };

type Work = (
  call: ScimCall,
  query: ProtocolContext["query"],
) => Promise<JsonObject | undefined>;

/** SCIM 2.0 (RFC 7643, 7644): a provider of people keeps users and groups by it. */
export function scimRoutes(deps: ScimDeps): readonly ProtocolRoute[] {
  const at = (
    method: ProtocolRoute["method"],
    path: string,
    work: Work,
  ): ProtocolRoute => ({
    method,
    path: `/scim/v2/${path}`,
    refuse,
    handle: (context) =>
      answer(deps, context, { work, isNew: method === "POST" }),
  });
  const fixed = (path: string, resource: JsonObject) =>
    at("GET", path, () => Promise.resolve(resource));
  const gone =
    (work: (call: ScimCall) => Promise<void>): Work =>
    async (call) => {
      await work(call);
      return undefined;
    };
  return [
    fixed("ServiceProviderConfig", serviceProviderConfig),
    fixed("ResourceTypes", resourceTypes),
    fixed("Schemas", schemas),
    at("GET", "Users", (_call, query) => listUsers(deps, query)),
    at("POST", "Users", (call) => createUser(deps, call)),
    at("GET", "Users/:id", (call) => getUser(deps, call)),
    at("PUT", "Users/:id", (call) => replaceUser(deps, call)),
    at("PATCH", "Users/:id", (call) => patchUser(deps, call)),
    at(
      "DELETE",
      "Users/:id",
      gone((call) => deleteUser(deps, call)),
    ),
    at("GET", "Groups", (_call, query) => listGroups(deps, query)),
    at("POST", "Groups", (call) => createGroup(deps, call)),
    at("GET", "Groups/:id", (call) => getGroup(deps, call)),
    at("PUT", "Groups/:id", (call) => replaceGroup(deps, call)),
    at("PATCH", "Groups/:id", (call) => patchGroup(deps, call)),
    at(
      "DELETE",
      "Groups/:id",
      gone((call) => deleteGroup(deps, call)),
    ),
  ];
}

const anId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function answer(
  deps: ScimDeps,
  context: ProtocolContext,
  { work, isNew }: { readonly work: Work; readonly isNew: boolean },
): Promise<ProtocolAnswer> {
  try {
    const actor = await callerOf(deps, context);
    const { id = "" } = context.params;
    if (id !== "" && !anId.test(id))
      throw new ScimError(404, "no such resource");
    const resource = await work(
      { actor, id, body: context.body },
      context.query,
    );
    if (resource === undefined) return { status: 204, headers: {} };
    const isList = "Resources" in resource;
    return {
      status: isNew ? 201 : 200,
      headers,
      body: isList ? resource : shaped(resource, context.query),
    };
  } catch (error) {
    if (error instanceof ScimError) return refusal(error);
    throw error;
  }
}

function refusal({ status, message, scimType }: ScimError): ProtocolAnswer {
  return {
    status,
    headers: {
      ...headers,
      ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
    },
    body: {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(status),
      ...(scimType === undefined ? {} : { scimType }),
      detail: message,
    },
  };
}

/** What the rest of the server refuses, in the protocol's words; of failures nothing but that they happened. */
function refuse({ code, retryAfterMs }: AppError): ProtocolAnswer {
  const { status } = errorRegistry[code];
  const isTaken = code === "user.login_taken";
  const told = refusal(
    new ScimError(status, code, isTaken ? "uniqueness" : undefined),
  );
  return retryAfterMs === undefined
    ? told
    : {
        ...told,
        headers: {
          ...told.headers,
          "retry-after": String(Math.ceil(retryAfterMs / 1000)),
        },
      };
}
