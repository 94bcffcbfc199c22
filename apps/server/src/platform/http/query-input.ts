import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import type { InputCheck } from "../input-check.ts";

/** A query as it came: a list where a parameter was given several times. */
export type RawQuery = Readonly<Record<string, string | readonly string[]>>;

/** Reads a query string; never throws, since the router asks for it before any error could be answered. */
export function parseQueryString(text: string): RawQuery {
  // Without a prototype: a parameter named `__proto__` is an ordinary unknown field, and refused as one.
  const query = Object.create(null) as Record<string, string | string[]>; // `create` does not say what it makes.
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return query;
}

/** Refuses a parameter given twice before anything else is looked at: readers differ on which one counts. */
export function createQueryCheck(check: InputCheck): InputCheck {
  return (query) => {
    const doubled = Object.entries(query ?? {}).filter(([, value]) =>
      Array.isArray(value),
    );
    return doubled.length === 0
      ? check(query)
      : doubled.map(([name]) => ({
          path: `/${name}`,
          message: "must be given once",
        }));
  };
}

/** Gives numbers and truth values their types where the schema asks for them and the text is exact; adds defaults. */
export function convertQuery(schema: TSchema, raw: RawQuery): unknown {
  const properties = propertiesOf(schema);
  const converted: Record<string, unknown> = { ...raw };
  for (const [name, text] of Object.entries(raw)) {
    if (typeof text !== "string") continue;
    const type = properties[name]?.type;
    if (type === "integer" && /^-?\d{1,15}$/.test(text)) {
      converted[name] = Number(text);
    } else if (type === "number" && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) {
      converted[name] = Number(text);
    } else if (type === "boolean" && (text === "true" || text === "false")) {
      converted[name] = text === "true";
    }
  }
  return Value.Default(schema, converted);
}

function propertiesOf(
  schema: TSchema,
): Readonly<Record<string, { readonly type?: unknown }>> {
  // Queries are closed objects by the contract; a schema of another shape has nothing to convert.
  return "properties" in schema && typeof schema.properties === "object"
    ? (schema.properties as Readonly<Record<string, { type?: unknown }>>)
    : {};
}
