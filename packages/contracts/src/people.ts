import { Type, type Static } from "typebox";
import {
  DepartmentIdSchema,
  FileIdSchema,
  TagIdSchema,
  UserIdSchema,
} from "./ids.ts";
import { Login } from "./principals.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

/** A line of a card: a position, a company. */
export const CardLine = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: "^[^\\u0000-\\u001f]+$",
});
export const EmailAddress = Type.String({
  maxLength: 254,
  pattern: "^[^\\s@]+@[^\\s@]+$",
});
/** As people write it: digits, spaces, brackets, hyphens, an extension. */
export const PhoneNumber = Type.String({
  minLength: 2,
  maxLength: 40,
  pattern: "^[0-9+][0-9 ()./#*,a-zа-я-]*$",
});
/** A name of the IANA time zone database: `Europe/Moscow`. */
export const TimeZone = Type.String({
  maxLength: 60,
  pattern: "^[A-Za-z0-9_+/-]+$",
});
const TimeOfDay = Type.String({
  pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$|^24:00$",
});

/** One stretch of a working week in the person's own time zone; `day` 1 is Monday. */
export const WorkingHours = Type.Array(
  closed({
    day: Type.Integer({ minimum: 1, maximum: 7 }),
    from: TimeOfDay,
    to: TimeOfDay,
  }),
  { maxItems: 21 },
);
export type WorkingHours = Static<typeof WorkingHours>;

/** What the others see of somebody's being there. */
export const presenceStates = [
  "online",
  "away",
  "do_not_disturb",
  "offline",
] as const;
export type PresenceState = (typeof presenceStates)[number];

export const StatusText = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: "^[^\\u0000-\\u001f]+$",
});

/** Whether somebody is there, as everybody sees it now. */
export const Presence = closed({
  userId: UserIdSchema,
  state: oneOf(presenceStates),
  isInCall: Type.Boolean(),
  /** Their own words: "on the road". */
  text: nullable(StatusText),
  /** What they chose holds until then; null: until they change it. */
  until: nullable(Instant),
  /** Null while they are there, and for whoever was never here. */
  lastSeenAt: nullable(Instant),
});
export type Presence = Static<typeof Presence>;

/** A department of the company's tree, as a card names it. */
export const DepartmentName = closed({
  id: DepartmentIdSchema,
  name: CardLine,
});

export const Department = closed({
  id: DepartmentIdSchema,
  name: CardLine,
  /** Null at the top. */
  parentId: nullable(DepartmentIdSchema),
  manager: nullable(closed({ id: UserIdSchema, name: DisplayName })),
  /** Who work in it, those of the departments below not counted. */
  peopleCount: Type.Integer({ minimum: 0 }),
});
export type Department = Static<typeof Department>;

/** The word after `#`: letters, digits, hyphens and underscores. */
export const TagName = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: "^[\\p{L}\\p{N}_-]+$",
});
/** A name for several people: one's own, or everybody's (made by administrators). */
export const Tag = closed({
  id: TagIdSchema,
  name: TagName,
  isShared: Type.Boolean(),
  peopleCount: Type.Integer({ minimum: 0 }),
});
export type Tag = Static<typeof Tag>;

const person = {
  id: UserIdSchema,
  name: DisplayName,
  /** Position, department, company or login: what tells namesakes apart. */
  detail: Type.String({ maxLength: 400 }),
  photoId: nullable(FileIdSchema),
  isDisabled: Type.Boolean(),
};

/** Somebody of the company, as far as choosing them needs it. */
export const Person = closed(person);
export type Person = Static<typeof Person>;

/** What an administrator keeps of a person; the person changes `personalFields` by themself. */
export const cardFields = {
  position: nullable(CardLine),
  company: nullable(CardLine),
  departmentId: nullable(DepartmentIdSchema),
  managerId: nullable(UserIdSchema),
  email: nullable(EmailAddress),
  phone: nullable(PhoneNumber),
  workingHours: nullable(WorkingHours),
  timeZone: nullable(TimeZone),
  photoId: nullable(FileIdSchema),
} as const;

/** Everything everybody may know of a colleague (C19). */
export const PersonCard = closed({
  ...person,
  login: Login,
  position: nullable(CardLine),
  company: nullable(CardLine),
  /** From the top of the tree down to their own. */
  departments: Type.Array(DepartmentName),
  manager: nullable(closed({ id: UserIdSchema, name: DisplayName })),
  email: nullable(EmailAddress),
  /** What stands after the @ of the e-mail. */
  domain: nullable(Type.String({ maxLength: 254 })),
  phone: nullable(PhoneNumber),
  workingHours: nullable(WorkingHours),
  timeZone: nullable(TimeZone),
  /** Shared ones, and my own. */
  tags: Type.Array(Tag),
  presence: Presence,
});
export type PersonCard = Static<typeof PersonCard>;
