import { readPath, type AttributePath } from "./attribute-path.ts";
import { parseFilter, type Filter } from "./filter.ts";
import {
  isObject,
  keyOf,
  valueOf,
  type Json,
  type JsonObject,
} from "./json.ts";
import { matches } from "./matches.ts";
import { ScimError } from "./scim-error.ts";

const invalid = (detail: string) => new ScimError(400, detail, "invalidSyntax");

interface Operation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string | undefined;
  readonly value: Json | undefined;
}

/** A resource as the operations leave it (RFC 7644 §3.5.2); the given one stays. Refuses what it cannot read. */
export function patched(resource: JsonObject, body: unknown): JsonObject {
  const copy = structuredClone(resource);
  for (const operation of operationsOf(body)) apply(copy, operation);
  return copy;
}

function operationsOf(body: unknown): readonly Operation[] {
  const list = isObject(body) ? valueOf(body, "Operations") : undefined;
  if (!Array.isArray(list)) throw invalid("Operations are missing");
  return list.map((one) => {
    if (!isObject(one)) throw invalid("an operation is an object");
    const op = valueOf(one, "op");
    const word = typeof op === "string" ? op.toLowerCase() : "";
    if (word !== "add" && word !== "replace" && word !== "remove")
      throw invalid("op is add, replace or remove");
    const path = valueOf(one, "path");
    return {
      op: word,
      path: typeof path === "string" && path !== "" ? path : undefined,
      value: valueOf(one, "value"),
    };
  });
}

function apply(resource: JsonObject, { op, path, value }: Operation): void {
  if (path !== undefined) {
    change(resource, targetOf(path), { op, value });
    return;
  }
  if (op === "remove")
    throw new ScimError(400, "remove needs a path", "noTarget");
  if (!isObject(value)) throw invalid("without a path the value is an object");
  // Each attribute by itself; some clients write paths for names.
  for (const [name, one] of Object.entries(value))
    change(resource, targetOf(name), { op, value: one });
}

/** Where an operation works: an attribute, those values of a list that fit, and what is inside them. */
interface Target {
  readonly path: AttributePath;
  readonly filter: Filter | undefined;
  readonly inside: AttributePath;
}

function targetOf(text: string): Target {
  const [, before = text, filter, inside = ""] =
    /^([^[]+)\[(.*)\](?:\.(.+))?$/.exec(text) ?? [];
  const path = readPath(before);
  if (path.length === 0)
    throw new ScimError(400, `no path: ${text.slice(0, 40)}`, "invalidPath");
  return {
    path,
    filter: filter === undefined ? undefined : parseFilter(filter),
    inside: inside === "" ? [] : readPath(inside),
  };
}

type Change = Pick<Operation, "op" | "value">;

function change(
  resource: JsonObject,
  { path, filter, inside }: Target,
  wish: Change,
): void {
  const name = path.at(-1) ?? "";
  const holder = path
    .slice(0, -1)
    .reduce((at, step) => stepInto(at, step), resource);
  const key = keyOf(holder, name);
  if (filter === undefined) {
    set(holder, key, wish);
    return;
  }
  const list = Array.isArray(holder[key]) ? holder[key] : [];
  holder[key] = list;
  const fitting = list.filter((one) => matches(one, filter));
  if (wish.op === "remove" && inside.length === 0) {
    holder[key] = list.filter((one) => !fitting.includes(one));
    return;
  }
  const values =
    fitting.length > 0 || wish.op === "remove"
      ? fitting
      : [begun(list, filter)];
  for (const one of values) {
    if (!isObject(one)) continue;
    if (inside.length > 0)
      change(one, { path: inside, filter: undefined, inside: [] }, wish);
    else if (isObject(wish.value)) Object.assign(one, wish.value);
  }
}

/** `emails[type eq "work"].value` where there is none yet: it is made, being what the filter says. */
function begun(list: Json[], filter: Filter): JsonObject {
  if (filter.kind !== "compare" || filter.operator !== "eq")
    throw new ScimError(400, "nothing fits the path", "noTarget");
  const one: JsonObject = { [filter.path.join(".")]: filter.value };
  list.push(one);
  return one;
}

function stepInto(object: JsonObject, name: string): JsonObject {
  const key = keyOf(object, name);
  const inner = object[key];
  if (isObject(inner)) return inner;
  const made: JsonObject = {};
  object[key] = made;
  return made;
}

function set(holder: JsonObject, key: string, { op, value }: Change): void {
  const present = holder[key];
  if (op === "remove") {
    if (Array.isArray(present) && Array.isArray(value))
      holder[key] = present.filter(
        (one) => !value.some((other) => isSame(one, other)),
      );
    // The resource is ours, made of plain data.
    else Reflect.deleteProperty(holder, key);
    return;
  }
  if (value === undefined) throw invalid("a value is missing");
  if (op === "add" && Array.isArray(present)) {
    const more = (Array.isArray(value) ? value : [value]).filter(
      (one) => !present.some((other) => isSame(one, other)),
    );
    holder[key] = [...present, ...more];
  } else if (isObject(present) && isObject(value)) {
    for (const [name, one] of Object.entries(value))
      present[keyOf(present, name)] = one;
  } else {
    holder[key] = value;
  }
}

const isSame = (one: Json, other: Json): boolean =>
  isObject(one) && isObject(other)
    ? valueOf(one, "value") === valueOf(other, "value")
    : one === other;
