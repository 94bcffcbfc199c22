/** Resources are JSON; names of attributes know no case (RFC 7643 §2.1). */
export type Json = string | number | boolean | null | Json[] | JsonObject;
/** An interface, because a record cannot hold itself. */
export interface JsonObject {
  [name: string]: Json;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The name under which an object has an attribute; the given one when it has none. */
export function keyOf(object: JsonObject, name: string): string {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return (
    Object.keys(object).find((key) => key.toLowerCase() === wanted) ?? name
  );
}

export const valueOf = (object: JsonObject, name: string): Json | undefined => {
  const key = keyOf(object, name);
  return Object.hasOwn(object, key) ? object[key] : undefined;
};
