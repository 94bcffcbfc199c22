import { Type, type TProperties, type TSchema } from "typebox";

/** An object that refuses fields the contract does not name. */
export const closed = <Properties extends TProperties>(
  properties: Properties,
) => Type.Object(properties, { additionalProperties: false });

/** A closed list of words, typed as their union. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  Type.Unsafe<Words[number]>({ type: "string", enum: [...words] });

export const nullable = <Schema extends TSchema>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** An instant, ISO 8601 in UTC with milliseconds; one that the calendar and every database know. */
export const Instant = Type.String({
  pattern:
    "^(19|2\\d|99)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$",
});

/** A day of the calendar, without a clock: `2026-03-02`. */
export const Day = Type.String({
  pattern: "^(19|2\\d)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
});

/** A position in a conversation's log; the first event has 1. */
export const Seq = Type.Integer({ minimum: 0 });

/** A name people read: no control characters. */
export const DisplayName = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: "^[^\\u0000-\\u001f]+$",
});

/** Languages of the interface. */
export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];
export const LanguageSchema = oneOf(languages);
