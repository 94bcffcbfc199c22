import { Type, type Static } from "typebox";
import { drawingRights, lobbyStates, silencedSources } from "./floor-words.ts";
import {
  CallIdSchema,
  ConversationIdSchema,
  PrincipalIdSchema,
} from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

/** Somebody before the door of a call. */
export const LobbyPlace = closed({
  principalId: PrincipalIdSchema,
  name: DisplayName,
  /** Not of the staff. */
  isGuest: Type.Boolean(),
  state: oneOf(lobbyStates),
  since: Instant,
});
export type LobbyPlace = Static<typeof LobbyPlace>;

/** The order of a call of a group: who asks for the word, who keeps order, who may come in, who is shown to all. */
export const Floor = closed({
  callId: CallIdSchema,
  conversationId: ConversationIdSchema,
  /** Those who keep order here, present or not. */
  moderatorIds: Type.Array(PrincipalIdSchema),
  /** Those who may show a screen, present or not; null: everybody. */
  presenterIds: nullable(Type.Array(PrincipalIdSchema)),
  /** Nobody new comes in, except those who keep order. */
  isLocked: Type.Boolean(),
  /** Whoever comes waits until they are admitted, except those who keep order. */
  hasLobby: Type.Boolean(),
  drawing: oneOf(drawingRights),
  /** Shown large to all; null: nobody. */
  spotlightId: nullable(PrincipalIdSchema),
  /** In the order in which they were raised. */
  hands: Type.Array(
    closed({ principalId: PrincipalIdSchema, raisedAt: Instant }),
  ),
  /** What these people are to put out, and have not told yet that they did. */
  silences: Type.Array(
    closed({
      principalId: PrincipalIdSchema,
      sources: Type.Array(oneOf(silencedSources)),
    }),
  ),
  /** Those waiting and those refused, the first to come first; told to those who keep order alone. */
  lobby: Type.Array(LobbyPlace),
  /** Grows with every change: an older view arriving late is dropped. */
  revision: Type.Integer({ minimum: 0 }),
});
export type Floor = Static<typeof Floor>;

/** A place on a picture: from 0 at its left and upper edge to 1 at its right and lower one. */
const share = Type.Number({ minimum: 0, maximum: 1 });
export const PicturePoint = Type.Tuple([share, share]);
export type PicturePoint = Static<typeof PicturePoint>;

/**
 * What somebody does with the pointer over a screen that is shown: `at` it is there · `line` it draws through these,
 * more of the same `strokeId` go on with it · `gone` it is there no more · `wiped` what they drew is taken away, or
 * what everybody did, at the word of whoever shows the screen or keeps order. What is drawn stays until then, or until the
 * screen is not shown any more.
 */
export const Pointing = Type.Union([
  closed({ kind: Type.Literal("at"), point: PicturePoint }),
  closed({
    kind: Type.Literal("line"),
    strokeId: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    points: Type.Array(PicturePoint, { minItems: 1, maxItems: 64 }),
  }),
  closed({ kind: Type.Literal("gone") }),
  closed({
    kind: Type.Literal("wiped"),
    whose: oneOf(["mine", "everybody"]),
  }),
]);
export type Pointing = Static<typeof Pointing>;

/** Words somebody says, as a source of captions heard them: more of the same `captionId` replace what was shown. */
export const Caption = closed({
  captionId: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  text: Type.String({ minLength: 1, maxLength: 500 }),
  /** It will not change any more. */
  isFinal: Type.Boolean(),
});
export type Caption = Static<typeof Caption>;
