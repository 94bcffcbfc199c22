import type { CellValue, ObjectCard } from "@veche/contracts";

/** Beyond so many they stay words: a card is read, not a list of staff. */
const maxPeople = 100;

/** What the `person` fields and columns of a card say, each once, in their order. */
export function namedPeople({
  type,
  object,
}: Pick<ObjectCard, "type" | "object">): readonly string[] {
  const values = type.fields.flatMap((field): readonly CellValue[] => {
    const value = object.fields[field.key] ?? null;
    if (field.kind === "person") return Array.isArray(value) ? [] : [value];
    if (field.kind !== "table" || !Array.isArray(value)) return [];
    const columns = field.columns.filter(({ kind }) => kind === "person");
    return value.flatMap((row) => columns.map(({ key }) => row[key] ?? null));
  });
  const names = values.filter((value) => typeof value === "string");
  return [...new Set(names)].slice(0, maxPeople);
}
