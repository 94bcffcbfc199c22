import type { CellField, ObjectField, ObjectType } from "@veche/contracts";

/** A field as the form has it: which section shows it, and whether objects may have values of it already. */
export interface FieldDraft {
  /** Names it in the form, while its key is being typed too. */
  readonly id: string;
  readonly isKept: boolean;
  readonly field: ObjectField;
  /** Index of its section; null: kept and not shown. */
  readonly section: number | null;
}

export interface SectionDraft {
  readonly ru: string;
  readonly en: string;
  readonly columnCount: number;
}

/** A kind of objects and its card, in the making. */
export interface KindDraft {
  readonly isNew: boolean;
  readonly type: string;
  readonly title: ObjectType["title"];
  readonly isOn: boolean;
  readonly fields: readonly FieldDraft[];
  readonly sections: readonly SectionDraft[];
}

const noSection: SectionDraft = { ru: "", en: "", columnCount: 2 };

export const emptyKind: KindDraft = {
  isNew: true,
  type: "",
  title: { ru: "", en: "" },
  isOn: true,
  fields: [],
  sections: [noSection],
};

/** Fields in the order in which they stand on the card; those not shown come last. */
export function kindDraftOf(kind: ObjectType): KindDraft {
  const places = new Map(
    kind.sections.flatMap(({ fields }, section) =>
      fields.map((key, at) => [key, { section, order: section * 1000 + at }]),
    ),
  );
  const orderOf = ({ key }: ObjectField): number =>
    places.get(key)?.order ?? Number.MAX_SAFE_INTEGER;
  return {
    isNew: false,
    type: kind.type,
    title: kind.title,
    isOn: kind.isOn,
    fields: [...kind.fields]
      .sort((one, other) => orderOf(one) - orderOf(other))
      .map((field) => ({
        id: field.key,
        isKept: true,
        field,
        section: places.get(field.key)?.section ?? null,
      })),
    sections: kind.sections.map(({ title, columnCount }) => ({
      ru: title?.ru ?? "",
      en: title?.en ?? "",
      columnCount,
    })),
  };
}

/** As the contract wants it. A label in one language stands for both. */
export function kindOf(draft: KindDraft): ObjectType {
  return {
    type: draft.type.trim(),
    title: bothWays(draft.title),
    isOn: draft.isOn,
    fields: draft.fields.map(({ field }) => labelledBothWays(field)),
    sections: draft.sections.map(({ ru, en, columnCount }, section) => ({
      title: ru.trim() + en.trim() === "" ? null : bothWays({ ru, en }),
      columnCount,
      fields: draft.fields
        .filter((one) => one.section === section)
        .map(({ field }) => field.key),
    })),
  };
}

function bothWays({ ru, en }: ObjectType["title"]): ObjectType["title"] {
  const [left, right] = [ru.trim(), en.trim()];
  return { ru: left || right, en: right || left };
}

function labelledBothWays(field: ObjectField): ObjectField {
  const label = bothWays(field.label);
  switch (field.kind) {
    case "choice":
      return { ...field, label, choices: field.choices.map(inBothWays) };
    case "table":
      return { ...field, label, columns: field.columns.map(inBothWays) };
    default:
      return { ...field, label };
  }
}

const inBothWays = <One extends { readonly label: ObjectType["title"] }>(
  one: One,
): One => ({ ...one, label: bothWays(one.label) });

const typePattern = /^[a-z][a-z0-9_-]{0,39}$/;
const keyPattern = /^[a-z][a-zA-Z0-9_]{0,39}$/;

/** The first thing to mend before it can be kept; undefined when all is well. */
export function problemOf(
  draft: KindDraft,
): "kinds.typeInvalid" | "kinds.titleMissing" | FieldProblem | undefined {
  const { type, title, fields } = kindOf(draft);
  if (!typePattern.test(type)) return "kinds.typeInvalid";
  if (title.en === "") return "kinds.titleMissing";
  return fieldsProblem(fields);
}

type FieldProblem =
  "kinds.keyInvalid" | "kinds.keyTwice" | "kinds.labelMissing";

function fieldsProblem(
  fields: readonly (ObjectField | CellField | Choice)[],
): FieldProblem | undefined {
  const keys = fields.map(({ key }) => key);
  if (!keys.every((key) => keyPattern.test(key))) return "kinds.keyInvalid";
  if (new Set(keys).size < keys.length) return "kinds.keyTwice";
  if (fields.some(({ label }) => label.en === "")) return "kinds.labelMissing";
  return fields
    .map((field) => fieldsProblem(partsOf(field)))
    .find((problem) => problem !== undefined);
}

type Choice = Extract<ObjectField, { kind: "choice" }>["choices"][number];

function partsOf(
  field: ObjectField | CellField | Choice,
): readonly (CellField | Choice)[] {
  if (!("kind" in field)) return [];
  if (field.kind === "choice") return field.choices;
  return field.kind === "table" ? field.columns : [];
}

/** Swaps a thing with its neighbour; at the edge nothing changes. */
export function moved<One>(
  list: readonly One[],
  at: number,
  by: 1 | -1,
): readonly One[] {
  const [one, other] = [list[at], list[at + by]];
  if (one === undefined || other === undefined) return list;
  return list.with(at, other).with(at + by, one);
}

/** Without a section; what stood in it is not shown. */
export const withoutSection = (draft: KindDraft, at: number): KindDraft => ({
  ...draft,
  sections: draft.sections.filter((_, index) => index !== at),
  fields: draft.fields.map((one) =>
    one.section === null || one.section < at
      ? one
      : { ...one, section: one.section === at ? null : one.section - 1 },
  ),
});
