import { Type, type Static } from "typebox";
import { conversationKinds, type ConversationKind } from "./conversations.ts";
import { ExportIdSchema, UserIdSchema } from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

const Days = nullable(Type.Integer({ minimum: 1, maximum: 36_500 }));
const daysOfKinds = Object.fromEntries(
  conversationKinds.map((kind) => [kind, Days]),
) as Readonly<Record<ConversationKind, typeof Days>>; // one for each kind, by the line above

/** How many days what is said in conversations of each kind is kept; null: for good. */
export const RetentionRules = closed(daysOfKinds);
export type RetentionRules = Static<typeof RetentionRules>;

/** `waiting` it is being put together · `ready` to be taken · `failed` ask again · `expired` and removed. */
export const exportStates = ["waiting", "ready", "failed", "expired"] as const;

/** A copy of everything the server holds of one person (a ZIP of JSON), for that person alone. */
export const PersonalExport = closed({
  id: ExportIdSchema,
  state: oneOf(exportStates),
  requestedAt: Instant,
  /** When a ready one is removed. */
  expiresAt: nullable(Instant),
  sizeBytes: nullable(Type.Integer({ minimum: 0 })),
});
export type PersonalExport = Static<typeof PersonalExport>;

/** May people delete their own account, or does an administrator alone? */
export const ErasurePolicy = closed({ mayEraseSelf: Type.Boolean() });
export type ErasurePolicy = Static<typeof ErasurePolicy>;

/** What an erasure did: how many things of each kind were removed or made nameless. */
export const ErasureReport = closed({
  userId: UserIdSchema,
  /** What stands now where the name stood. */
  name: DisplayName,
  erasedAt: Instant,
  counts: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
});
export type ErasureReport = Static<typeof ErasureReport>;
