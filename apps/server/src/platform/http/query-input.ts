import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { AppError } from "../app-error.ts";

export type RawQuery = Readonly<Record<string, string>>;

/** Reads a query string; a parameter given twice is refused, since readers differ on which one counts. */
export function parseQueryString(text: string): RawQuery {
  // Without a prototype: a parameter named `__proto__` is an ordinary unknown field, and refused as one.
  const query: Record<string, string> = Object.create(null) as Record<
    string,
    string
  >;
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in query) {
      throw new AppError("request.invalid", {
        issues: [{ path: `/${name}`, message: "must be given once" }],
      });
    }
    query[name] = value;
  }
  return query;
}

/** Gives numbers and truth values their types where the schema asks for them and the text is exact; adds defaults. */
export function convertQuery(schema: TSchema, raw: RawQuery): unknown {
  const properties = propertiesOf(schema);
  const converted: Record<string, unknown> = { ...raw };
  for (const [name, text] of Object.entries(raw)) {
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
