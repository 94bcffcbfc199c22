import type { AttributePath } from "./attribute-path.ts";
import type { Filter, Operator } from "./filter.ts";
import { isObject, valueOf, type Json } from "./json.ts";

/** Does a resource, or one value of a list, meet a filter? */
export function matches(resource: Json, filter: Filter): boolean {
  switch (filter.kind) {
    case "and":
      return filter.parts.every((part) => matches(resource, part));
    case "or":
      return filter.parts.some((part) => matches(resource, part));
    case "not":
      return !matches(resource, filter.part);
    case "present":
      return valuesAt(resource, filter.path).some(isSomething);
    case "some":
      return valuesAt(resource, filter.path).some((value) =>
        matches(value, filter.part),
      );
    case "compare":
      return compare(resource, filter);
  }
}

function compare(
  resource: Json,
  { path, operator, value }: Extract<Filter, { kind: "compare" }>,
): boolean {
  const isExact = ["id", "externalid"].includes(
    path.at(-1)?.toLowerCase() ?? "",
  );
  const spelt = <Value extends Json>(one: Value) =>
    typeof one === "string" && !isExact ? one.toLowerCase() : one;
  const found = valuesAt(resource, path).map(plain).map(spelt);
  const wanted = spelt(value);
  // Nothing is not equal to anything but null.
  if (operator === "ne") return !found.some((one) => holds("eq", one, wanted));
  if (operator === "eq" && value === null) return !found.some(isSomething);
  return found.some((one) => holds(operator, one, wanted));
}

/** Every value a path leads to; lists are gone into. */
function valuesAt(resource: Json, path: AttributePath): readonly Json[] {
  const [name, ...rest] = path;
  if (Array.isArray(resource))
    return resource.flatMap((one) => valuesAt(one, path));
  if (name === undefined) return [resource];
  if (!isObject(resource))
    return name.toLowerCase() === "value" && rest.length === 0
      ? [resource]
      : [];
  const value = valueOf(resource, name);
  return value === undefined ? [] : valuesAt(value, rest);
}

/** A list of complex values is compared by their `value`. */
const plain = (value: Json): Json =>
  isObject(value) ? (valueOf(value, "value") ?? null) : value;

const isSomething = (value: Json): boolean =>
  value !== null &&
  value !== "" &&
  !(isObject(value) && Object.keys(value).length === 0);

function holds(operator: Operator, one: Json, other: Json): boolean {
  if (typeof one === "string" && typeof other === "string") {
    switch (operator) {
      case "co":
        return one.includes(other);
      case "sw":
        return one.startsWith(other);
      case "ew":
        return one.endsWith(other);
      default:
        return ordered(operator, one < other ? -1 : one > other ? 1 : 0);
    }
  }
  if (typeof one === "number" && typeof other === "number")
    return ordered(operator, one - other);
  return operator === "eq" && one === other;
}

function ordered(operator: Operator, difference: number): boolean {
  switch (operator) {
    case "eq":
      return difference === 0;
    case "gt":
      return difference > 0;
    case "ge":
      return difference >= 0;
    case "lt":
      return difference < 0;
    case "le":
      return difference <= 0;
    default:
      return false;
  }
}
