import { Type, type Static } from "typebox";
import { ApplicationKey, ObjectReference } from "./conversations.ts";
import { TimelineEvent } from "./timeline.ts";
import {
  ApplicationIdSchema,
  ConversationIdSchema,
  UserIdSchema,
} from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";
import { Origin } from "./workspace.ts";

/** How an application names a user of this server: what its `user` texts are compared with. */
export const userMatchings = ["email", "login", "id"] as const;
export type UserMatching = (typeof userMatchings)[number];

/** A user as an application names them, by its `matchUsersBy`. */
export const UserReference = Type.String({ minLength: 1, maxLength: 254 });

const WebAddress = Type.String({
  maxLength: 2000,
  pattern: "^https?://[^\\s]+$",
});

/** A business system registered with the server (E4). */
export const Application = closed({
  id: ApplicationIdSchema,
  /** Stands in addresses, tokens and objects' names; never changes. */
  key: ApplicationKey,
  name: DisplayName,
  /** Pages of these origins may embed its conversations; nobody else's may. */
  origins: Type.Array(Origin, { maxItems: 20, uniqueItems: true }),
  matchUsersBy: oneOf(userMatchings),
  /** Where its events are posted as they come; null: it asks for them. */
  webhookUrl: nullable(WebAddress),
  /** With it the application can do nothing, and nothing of it can be opened in its pages. */
  disabledAt: nullable(Instant),
});
export type Application = Static<typeof Application>;

/** One attempt to post an application's events to its webhook. */
export const WebhookDelivery = closed({
  at: Instant,
  /** `test`: an empty page that an administrator sent. */
  kind: oneOf(["events", "test"]),
  /** Of the page's first and last event; null of an empty page. */
  firstNumber: nullable(Type.Integer({ minimum: 1 })),
  lastNumber: nullable(Type.Integer({ minimum: 1 })),
  /** What it answered, HTTP; null where nobody answered. 2xx takes the page. */
  status: nullable(Type.Integer()),
  tookMs: Type.Integer({ minimum: 0 }),
});
export type WebhookDelivery = Static<typeof WebhookDelivery>;

/** How an application's webhook does. */
export const WebhookState = closed({
  /** Events that it has not taken yet. */
  waitingCount: Type.Integer({ minimum: 0 }),
  /** In a row, since it last took a page. */
  failureCount: Type.Integer({ minimum: 0 }),
  /** After a failure: when the page is posted again. */
  nextAttemptAt: nullable(Instant),
  /** The last fifty at most, the newest first. */
  deliveries: Type.Array(WebhookDelivery, { maxItems: 50 }),
});
export type WebhookState = Static<typeof WebhookState>;

/** A text of a form, in the languages of the interface. */
export const LocalText = closed({ ru: DisplayName, en: DisplayName });
export type LocalText = Static<typeof LocalText>;

export const FieldKey = Type.String({ pattern: "^[a-z][a-zA-Z0-9_]{0,39}$" });

const { type: ObjectTypeKey, id: ObjectId } = ObjectReference.properties;
const field = { key: FieldKey, label: LocalText };

const plainKinds = [
  "text",
  "number",
  "date",
  "instant",
  "boolean",
  "link",
  /** A user, as the application names users. */
  "person",
] as const;
/** How a choice looks where it is a state: a chip in this tone. */
export const choiceTones = [
  "quiet",
  "accent",
  "positive",
  "caution",
  "danger",
] as const;
const plainField = closed({ ...field, kind: oneOf(plainKinds) });
const choiceField = closed({
  ...field,
  kind: Type.Literal("choice"),
  choices: Type.Array(
    closed({
      key: FieldKey,
      label: LocalText,
      tone: Type.Optional(oneOf(choiceTones)),
    }),
    { minItems: 1, maxItems: 100 },
  ),
});
const moneyField = closed({
  ...field,
  kind: Type.Literal("money"),
  /** ISO 4217. */
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
});
/** Another object of the same application: what links one section of the business system to another. */
const objectField = closed({
  ...field,
  kind: Type.Literal("object"),
  objectType: ObjectTypeKey,
});
const cellField = Type.Union([
  plainField,
  choiceField,
  moneyField,
  objectField,
]);
export type CellField = Static<typeof cellField>;

/** One thing a card tells of its object. */
export const ObjectField = Type.Union([
  plainField,
  choiceField,
  moneyField,
  objectField,
  closed({
    ...field,
    kind: Type.Literal("table"),
    columns: Type.Array(cellField, { minItems: 1, maxItems: 20 }),
  }),
]);
export type ObjectField = Static<typeof ObjectField>;

/** A part of a card: its fields in their order, in one column or two. */
export const CardSection = closed({
  title: nullable(LocalText),
  columnCount: Type.Integer({ minimum: 1, maximum: 2 }),
  fields: Type.Array(FieldKey, { maxItems: 60, uniqueItems: true }),
});

/** What objects of one kind tell, and how it is laid out (A6). */
export const ObjectType = closed({
  type: ObjectTypeKey,
  title: LocalText,
  fields: Type.Array(ObjectField, { maxItems: 60 }),
  /** Fields that stand in no section are kept and not shown. */
  sections: Type.Array(CardSection, { maxItems: 20 }),
  /** Off: its cards are not shown, its conversations go on. */
  isOn: Type.Boolean(),
});
export type ObjectType = Static<typeof ObjectType>;

/** A decimal number as text, so that no digit of a sum is lost. */
const Amount = Type.String({ pattern: "^-?[0-9]{1,15}(\\.[0-9]{1,4})?$" });
const CellValue = Type.Union([
  Type.Null(),
  Type.Boolean(),
  Type.Number(),
  Type.String({ maxLength: 4000 }),
]);
export type CellValue = Static<typeof CellValue>;
const TableRow = Type.Record(FieldKey, CellValue);

/**
 * What a field says, by its kind: text · number · a date `2026-11-21` · an instant · a boolean · an http(s) address ·
 * a choice's key · a person as the application names users · a sum as decimal text · the id of another object · the rows of a table. Null: nothing.
 */
export const FieldValue = Type.Union([
  CellValue,
  Type.Array(TableRow, { maxItems: 200 }),
]);
export type FieldValue = Static<typeof FieldValue>;
export const FieldAmount = Amount;

/** An object's card as its application keeps it. */
export const ContextObject = closed({
  type: ObjectTypeKey,
  id: ObjectId,
  title: DisplayName,
  /** Its page in the business system. */
  url: nullable(WebAddress),
  fields: Type.Record(FieldKey, FieldValue),
});
export type ContextObject = Static<typeof ContextObject>;

/** An object as people see it, with all that is needed to draw it. */
export const ObjectCard = closed({
  application: closed({ key: ApplicationKey, name: DisplayName }),
  type: ObjectType,
  object: ContextObject,
  /** The users whom its `person` fields name; a name that fits nobody here is left out. */
  people: Type.Array(
    closed({ reference: UserReference, id: UserIdSchema, name: DisplayName }),
  ),
  conversationId: nullable(ConversationIdSchema),
});
export type ObjectCard = Static<typeof ObjectCard>;

/**
 * What happened in one of an application's conversations. `number` grows by one with each event of the application,
 * in the order in which they are to be taken; what a message said and was deleted since is not told any more.
 */
export const ApplicationEvent = closed({
  number: Type.Integer({ minimum: 1 }),
  conversationId: ConversationIdSchema,
  object: closed({ type: ObjectTypeKey, id: ObjectId }),
  event: TimelineEvent,
});
export type ApplicationEvent = Static<typeof ApplicationEvent>;

/** How far ahead of itself a token of an application may be dated, and how long it may hold. */
export const MAX_APPLICATION_TOKEN_S = 600;
/** `aud` of a token that speaks for the application itself. */
export const APPLICATION_TOKEN_AUDIENCE = "veche:app";
/** `aud` of a token that opens one object's conversation to one user in the application's page. */
export const EMBED_TOKEN_AUDIENCE = "veche:embed";
