import type { ObjectField, ObjectType } from "@veche/contracts";

/**
 * What an application says of a kind of objects, in the words and layout of the administrator: fields that are new are
 * kept and stand in no section until the administrator gives them a place.
 */
export function mergeKind(arranged: ObjectType, said: ObjectType): ObjectType {
  const known = new Map(said.fields.map((field) => [field.key, field]));
  const arrangedKeys = new Set(arranged.fields.map(({ key }) => key));
  return {
    ...arranged,
    fields: [
      ...arranged.fields.map((field) => {
        const fresh = known.get(field.key);
        return fresh === undefined ? field : inWordsOf(field, fresh);
      }),
      ...said.fields.filter(({ key }) => !arrangedKeys.has(key)),
    ],
  };
}

/** The field as the application has it now, labelled as the administrator did. */
function inWordsOf(arranged: ObjectField, said: ObjectField): ObjectField {
  const { label } = arranged;
  if (arranged.kind === "choice" && said.kind === "choice")
    return {
      ...said,
      label,
      choices: labelled(arranged.choices, said.choices),
    };
  if (arranged.kind === "table" && said.kind === "table")
    return {
      ...said,
      label,
      columns: labelled(arranged.columns, said.columns),
    };
  return { ...said, label };
}

interface Named {
  readonly key: string;
  readonly label: ObjectField["label"];
}

/** Each as it is said, with the words and the tone it was given where it was there already. */
const labelled = <One extends Named & { readonly tone?: unknown }>(
  arranged: readonly One[],
  said: readonly One[],
): One[] =>
  said.map((one) => {
    const before = arranged.find(({ key }) => key === one.key);
    if (before === undefined) return one;
    const tone = before.tone === undefined ? {} : { tone: before.tone };
    return { ...one, label: before.label, ...tone };
  });
