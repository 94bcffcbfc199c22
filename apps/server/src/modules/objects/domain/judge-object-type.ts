import type { CellField, ObjectType } from "@veche/contracts";

/** What is wrong, and where in the input. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** What the schema cannot say: every key once, and no section that shows what isn't there. */
export function judgeObjectType({
  fields,
  sections,
}: Pick<ObjectType, "fields" | "sections">): readonly Issue[] {
  const keys = new Set(fields.map(({ key }) => key));
  const shown = sections.flatMap((section, at) =>
    section.fields.map((key, place) => ({
      key,
      path: `/sections/${at}/fields/${place}`,
    })),
  );
  return [
    ...repeated(fields.map(({ key }, at) => ({ key, path: `/fields/${at}` }))),
    ...fields.flatMap((field, at) => judgeField(field, `/fields/${at}`)),
    ...shown
      .filter(({ key }) => !keys.has(key))
      .map(({ path }) => ({ path, message: "names a field that isn't there" })),
    ...repeated(shown),
  ];
}

function judgeField(
  field: ObjectType["fields"][number],
  path: string,
): readonly Issue[] {
  if (field.kind !== "table") return judgeChoices(field, path);
  const columns = field.columns.map((column, at) => ({
    column,
    key: column.key,
    path: `${path}/columns/${at}`,
  }));
  return [
    ...repeated(columns),
    ...columns.flatMap(({ column, path: at }) => judgeChoices(column, at)),
  ];
}

const judgeChoices = (field: CellField, path: string): readonly Issue[] =>
  field.kind === "choice"
    ? repeated(
        field.choices.map(({ key }, at) => ({
          key,
          path: `${path}/choices/${at}`,
        })),
      )
    : [];

function repeated(
  named: readonly { readonly key: string; readonly path: string }[],
): readonly Issue[] {
  const seen = new Set<string>();
  return named.flatMap(({ key, path }) => {
    if (seen.has(key)) return [{ path, message: "stands here twice" }];
    seen.add(key);
    return [];
  });
}
