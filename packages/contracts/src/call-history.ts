import { Type, type Static } from "typebox";
import { CallEndReasonSchema, CallMediaSchema } from "./calls.ts";
import {
  CallIdSchema,
  ConversationIdSchema,
  PrincipalIdSchema,
} from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

/**
 * How a call was for me: `outgoing` I began it · `incoming` it rang for me and I came, or I joined it by myself ·
 * `declined` I refused it · `missed` it rang for me and I did not come, or I was in another call.
 */
export const callDirections = [
  "outgoing",
  "incoming",
  "declined",
  "missed",
] as const;
export type CallDirection = (typeof callDirections)[number];

/** A call of mine, as the list of them shows it. */
export const PastCall = closed({
  callId: CallIdSchema,
  conversationId: ConversationIdSchema,
  media: CallMediaSchema,
  kind: oneOf(["pair", "group"]),
  direction: oneOf(callDirections),
  startedAt: Instant,
  /** Null: it goes on. */
  endReason: nullable(CallEndReasonSchema),
  /** From the first moment two were live; 0 when they never were. */
  durationMs: Type.Integer({ minimum: 0 }),
  /** The others who were called or came; the first twelve. */
  people: Type.Array(
    closed({ principalId: PrincipalIdSchema, name: DisplayName }),
  ),
});
export type PastCall = Static<typeof PastCall>;
