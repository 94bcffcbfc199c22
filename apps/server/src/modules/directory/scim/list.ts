import type { UserId } from "@veche/contracts";
import type { ProtocolContext } from "../../../platform/http/protocol-route.ts";
import { scimGroups, scimPeople, type Narrowing } from "../store/scim-store.ts";
import { parseFilter, type Filter } from "./filter.ts";
import { groupResource } from "./group-resource.ts";
import type { JsonObject } from "./json.ts";
import { matches } from "./matches.ts";
import { baseUrlOf, type ScimDeps } from "./scim-deps.ts";
import { ScimError } from "./scim-error.ts";
import { userResource } from "./user-resource.ts";

type Query = ProtocolContext["query"];

const DEFAULT_COUNT = 100;
const MOST = 500;

export async function listUsers(
  deps: ScimDeps,
  query: Query,
): Promise<JsonObject> {
  const filter = filterOf(query);
  const people = await scimPeople(deps.database.db, narrowingOf(filter));
  const base = baseUrlOf(deps);
  return page(
    people.map((person) => userResource(person, base)),
    { filter, query },
  );
}

export async function listGroups(
  deps: ScimDeps,
  query: Query,
): Promise<JsonObject> {
  const groups = await scimGroups(deps.database.db);
  const base = baseUrlOf(deps);
  return page(
    groups.map((group) => groupResource(group, base)),
    { filter: filterOf(query), query },
  );
}

function filterOf(query: Query): Filter | undefined {
  const text = one(query, "filter");
  return text === undefined ? undefined : parseFilter(text);
}

/** The filters providers ask before each write need not look at everybody. */
function narrowingOf(filter: Filter | undefined): Narrowing {
  if (filter?.kind === "and")
    return filter.parts.reduce<Narrowing>(
      (all, part) => ({ ...all, ...narrowingOf(part) }),
      {},
    );
  if (
    filter?.kind !== "compare" ||
    filter.operator !== "eq" ||
    filter.path.length !== 1
  )
    return {};
  const { value } = filter;
  if (typeof value !== "string") return {};
  switch (filter.path[0]?.toLowerCase()) {
    case "username":
      return { login: value.toLowerCase() };
    case "externalid":
      return { externalId: value };
    case "id":
      if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
        return {};
      // Spelt as ids are; one of nobody finds nobody.
      return { userId: value as UserId };
    default:
      return {};
  }
}

function page(
  all: readonly JsonObject[],
  {
    filter,
    query,
  }: { readonly filter: Filter | undefined; readonly query: Query },
): JsonObject {
  const fitting =
    filter === undefined
      ? all
      : all.filter((resource) => matches(resource, filter));
  const startIndex = Math.max(1, numberOf(query, "startIndex") ?? 1);
  const count = Math.min(
    MOST,
    Math.max(0, numberOf(query, "count") ?? DEFAULT_COUNT),
  );
  const shown = fitting.slice(startIndex - 1, startIndex - 1 + count);
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: fitting.length,
    startIndex,
    itemsPerPage: shown.length,
    Resources: shown.map((resource) => shaped(resource, query)),
  };
}

/** Only what was asked for; `schemas` and `id` come always (RFC 7644 §3.9). */
export function shaped(resource: JsonObject, query: Query): JsonObject {
  const wanted = namesOf(query, "attributes");
  const unwanted = namesOf(query, "excludedAttributes");
  if (wanted === undefined && unwanted === undefined) return resource;
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const key = name.toLowerCase();
      if (key === "id" || key === "schemas") return true;
      return wanted === undefined
        ? unwanted?.has(key) !== true
        : wanted.has(key);
    }),
  );
}

/** The outermost names: a part of an attribute brings the whole. */
function namesOf(query: Query, name: string): ReadonlySet<string> | undefined {
  const text = one(query, name);
  if (text === undefined) return undefined;
  const names = text
    .toLowerCase()
    .split(",")
    .map((part) => part.trim());
  return new Set(
    names.map((part) =>
      part.startsWith("urn:") ? part : (part.split(".")[0] ?? part),
    ),
  );
}

function one(query: Query, name: string): string | undefined {
  const value = query[name];
  if (Array.isArray(value))
    throw new ScimError(400, `${name} is given once`, "invalidSyntax");
  return value === "" ? undefined : value;
}

function numberOf(query: Query, name: string): number | undefined {
  const text = one(query, name);
  if (text === undefined) return undefined;
  if (!/^-?\d{1,9}$/.test(text))
    throw new ScimError(400, `${name} is a number`, "invalidValue");
  return Number(text);
}
