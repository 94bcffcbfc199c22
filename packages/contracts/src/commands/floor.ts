import { Type } from "typebox";
import { Caption, Pointing } from "../floor.ts";
import {
  callReactions,
  drawingRights,
  lobbyStates,
  silencedSources,
} from "../floor-words.ts";
import {
  CallIdSchema,
  ConversationIdSchema,
  PrincipalIdSchema,
} from "../ids.ts";
import { closed, nullable, oneOf } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

const callId = CallIdSchema;
const sources = Type.Array(oneOf(silencedSources), {
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
});

/**
 * What people do in a call of a group. "Those who keep order" are who began it, the owners and admins of the
 * conversation, and the organisers of its conference; to others such a command is refused (`auth.forbidden`).
 */
export const floorCommands = {
  /** My hand, up or down. */
  "floor.raise_hand": {
    params: closed({ callId, isRaised: Type.Boolean() }),
    result: Nothing,
  },
  /** Takes somebody's hand down; null: everybody's. For those who keep order. */
  "floor.lower_hand": {
    params: closed({ callId, principalId: nullable(PrincipalIdSchema) }),
    result: Nothing,
  },
  /** Shown to all for a moment. Ephemeral. */
  "floor.react": {
    params: closed({ callId, reaction: oneOf(callReactions) }),
    result: Nothing,
  },
  /** Has somebody put this out; null: everybody but who says it. Kept until they did. For those who keep order. */
  "floor.silence": {
    params: closed({
      callId,
      principalId: nullable(PrincipalIdSchema),
      sources,
    }),
    result: Nothing,
  },
  /** I put out what I was to (`Floor.silences`). */
  "floor.silenced": { params: closed({ callId, sources }), result: Nothing },
  /** Asks somebody to put this on: nobody does it in their place. For those who keep order. Ephemeral. */
  "floor.ask": {
    params: closed({
      callId,
      principalId: PrincipalIdSchema,
      source: oneOf(["microphone", "camera"]),
    }),
    result: Nothing,
  },
  /** Shows somebody out; they come back only when they are admitted. For those who keep order; refused against them. */
  "floor.remove": {
    params: closed({ callId, principalId: PrincipalIdSchema }),
    result: Nothing,
  },
  /** Says only what is to change. For those who keep order. */
  "floor.set_rules": {
    params: closed({
      callId,
      isLocked: Type.Optional(Type.Boolean()),
      hasLobby: Type.Optional(Type.Boolean()),
      drawing: Type.Optional(oneOf(drawingRights)),
    }),
    result: Nothing,
  },
  /** Shows somebody large to all; null: nobody any more. For those who keep order. */
  "floor.spotlight": {
    params: closed({ callId, principalId: nullable(PrincipalIdSchema) }),
    result: Nothing,
  },
  /** Points at, or draws over, the screen that `ownerId` shows. Ephemeral. */
  "floor.point": {
    params: closed({ callId, ownerId: PrincipalIdSchema, pointing: Pointing }),
    result: Nothing,
  },
  /** What I say, as words, from a source of captions at my side. Ephemeral. */
  "floor.caption": {
    params: closed({ callId, caption: Caption }),
    result: Nothing,
  },
  /**
   * I stand before the door of this conversation's call and wait for a word, also while nobody has begun it. Saying it
   * again answers how it stands: after a cut line I am there again with it.
   */
  "lobby.knock": {
    params: closed({ conversationId: ConversationIdSchema }),
    result: closed({ state: oneOf(lobbyStates) }),
  },
  /** I wait no longer. */
  "lobby.leave": {
    params: closed({ conversationId: ConversationIdSchema }),
    result: Nothing,
  },
  /** Lets somebody in, also who was refused or shown out; null: all who wait. For those who keep order. */
  "lobby.admit": {
    params: closed({ callId, principalId: nullable(PrincipalIdSchema) }),
    result: Nothing,
  },
  /** Does not let them in. For those who keep order. */
  "lobby.refuse": {
    params: closed({ callId, principalId: PrincipalIdSchema }),
    result: Nothing,
  },
} as const satisfies Record<string, CommandContract>;
