import type {
  CellField,
  CellValue,
  ContextObject,
  FieldValue,
  ObjectField,
  ObjectType,
} from "@veche/contracts";
import type { Issue } from "./judge-object-type.ts";

const amount = /^-?[0-9]{1,15}(\.[0-9]{1,4})?$/;
const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
const webAddress = /^https?:\/\/[^\s]+$/;
const objectId = /^[^\s/]{1,120}$/;

/** Holds what an object says against what its kind has. Null says nothing and fits everywhere. */
export function judgeObject(
  object: Pick<ContextObject, "fields">,
  { fields }: Pick<ObjectType, "fields">,
  path: string,
): readonly Issue[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  return Object.entries(object.fields).flatMap(([key, value]) => {
    const field = known.get(key);
    const at = `${path}/fields/${key}`;
    return field === undefined
      ? [{ path: at, message: "is no field of this kind of object" }]
      : judgeValue(field, value, at);
  });
}

function judgeValue(
  field: ObjectField,
  value: FieldValue,
  path: string,
): readonly Issue[] {
  if (value === null) return [];
  if (field.kind === "table")
    return Array.isArray(value)
      ? value.flatMap((row, at) => judgeRow(field, row, `${path}/${at}`))
      : [{ path, message: "must be rows" }];
  if (Array.isArray(value)) return [{ path, message: "must be one value" }];
  const message = refusalOf(field, value);
  return message === undefined ? [] : [{ path, message }];
}

function judgeRow(
  { columns }: Extract<ObjectField, { kind: "table" }>,
  row: Readonly<Record<string, CellValue>>,
  path: string,
): readonly Issue[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const column = columns.find((one) => one.key === key);
    const at = `${path}/${key}`;
    if (column === undefined)
      return [{ path: at, message: "is no column of this table" }];
    const message = value === null ? undefined : refusalOf(column, value);
    return message === undefined ? [] : [{ path: at, message }];
  });
}

/** Why a value does not fit its field; undefined when it does. */
function refusalOf(
  field: CellField,
  value: Exclude<CellValue, null>,
): string | undefined {
  switch (field.kind) {
    case "person":
      return typeof value === "string" && value !== "" && value.length <= 254
        ? undefined
        : "must be a user, as you name users";
    case "text":
      return typeof value === "string" ? undefined : "must be a text";
    case "number":
      return typeof value === "number" ? undefined : "must be a number";
    case "boolean":
      return typeof value === "boolean" ? undefined : "must be true or false";
    case "date":
      return isText(value, day) && isDay(value)
        ? undefined
        : "must be a date like 2026-11-21";
    case "instant":
      return isText(value, instant) && !Number.isNaN(Date.parse(value))
        ? undefined
        : "must be an instant like 2026-11-21T09:00:00Z";
    case "link":
      return isText(value, webAddress) && URL.canParse(value)
        ? undefined
        : "must be an http or https address";
    case "money":
      return isText(value, amount)
        ? undefined
        : 'must be a sum as text, like "1250.50"';
    case "object":
      return isText(value, objectId) ? undefined : "must be an object's id";
    case "choice":
      return field.choices.some(({ key }) => key === value)
        ? undefined
        : "must be one of its choices";
  }
}

const isText = (value: CellValue, form: RegExp): value is string =>
  typeof value === "string" && form.test(value);

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The calendar: parsers take the 31st of February for the 3rd of March. */
function isDay(text: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && !isLeap ? 28 : (monthLengths[month - 1] ?? 0);
  return dayOfMonth >= 1 && dayOfMonth <= length;
}
