/**
 * A response's schema as its serializer needs it: which fields may leave. A union stands there as one object with the
 * fields of all its variants. To tell variants apart the serializer would compile a validator when it first meets one
 * (a third of a second in which the server stands still) and run it on every item of every list from then on.
 *
 * The value itself is known to be of the contract: its type says so.
 */
export function answerShape(schema: unknown): Shape {
  if (!isObject(schema)) return anything;
  const { anyOf } = schema;
  if (Array.isArray(anyOf)) return merged(anyOf.map(answerShape));
  return isObject(schema["properties"])
    ? { ...schema, properties: mapValues(schema["properties"], answerShape) }
    : withInnerShapes(schema);
}

type Shape = Readonly<Record<string, unknown>>;

/** Whatever it is, as JSON has it. */
const anything: Shape = {};

const isObject = (value: unknown): value is Shape =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const mapValues = (
  fields: Shape,
  change: (schema: unknown) => Shape,
): Record<string, Shape> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, change(field)]),
  );

/** Of lists and of records. */
function withInnerShapes(schema: Shape): Shape {
  const { items, patternProperties } = schema;
  return {
    ...schema,
    ...(isObject(items) ? { items: answerShape(items) } : {}),
    ...(isObject(patternProperties)
      ? { patternProperties: mapValues(patternProperties, answerShape) }
      : {}),
  };
}

const isNull = ({ type }: Shape): boolean => type === "null";

function merged(variants: readonly Shape[]): Shape {
  const others = variants.filter((variant) => !isNull(variant));
  const [first = anything, ...rest] = others;
  const one = rest.reduce(both, first);
  if (others.length === variants.length) return one;
  return one["type"] === undefined || "const" in one || "enum" in one
    ? anything
    : { ...one, nullable: true };
}

/** Fields of either; of those that differ nothing more is said. */
function both(one: Shape, other: Shape): Shape {
  if (isSame(one, other)) return one;
  if (!hasFieldsOnly(one) || !hasFieldsOnly(other)) return anything;
  const fields: Record<string, Shape> = { ...one.properties };
  for (const [name, field] of Object.entries(other.properties)) {
    const present = fields[name];
    fields[name] = present === undefined ? field : both(present, field);
  }
  return { type: "object", properties: fields, additionalProperties: false };
}

const isSame = (one: Shape, other: Shape): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const hasFieldsOnly = (
  shape: Shape,
): shape is Shape & { readonly properties: Record<string, Shape> } =>
  isObject(shape["properties"]) && shape["patternProperties"] === undefined;
