import type { ObjectField } from "@veche/contracts";

export const fieldKinds = [
  "text",
  "number",
  "money",
  "date",
  "instant",
  "boolean",
  "choice",
  "person",
  "link",
  "object",
  "table",
] as const satisfies readonly ObjectField["kind"][];

/** The same field as one of another kind, with what that kind cannot be without. */
export function asKind(
  { key, label }: ObjectField,
  kind: ObjectField["kind"],
): ObjectField {
  const empty = { ru: "", en: "" };
  switch (kind) {
    case "money":
      return { key, label, kind, currency: "RUB" };
    case "choice":
      return { key, label, kind, choices: [{ key: "", label: empty }] };
    case "object":
      return { key, label, kind, objectType: "" };
    case "table":
      return {
        key,
        label,
        kind,
        columns: [{ key: "", label: empty, kind: "text" }],
      };
    default:
      return { key, label, kind };
  }
}
