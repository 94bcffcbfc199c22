import { Type, type Static } from "typebox";
import {
  compositionFormats,
  compositionLayouts,
  compositionStates,
  libraryStates,
  recordingDeletionReasons,
} from "./library-words.ts";
import {
  CompositionIdSchema,
  ConversationIdSchema,
  PrincipalIdSchema,
  RecordingIdSchema,
  ReelIdSchema,
} from "./ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  LanguageSchema,
  nullable,
  oneOf,
} from "./shapes.ts";

/** A stretch of a recording, milliseconds since it began. */
export const RecordedSpan = closed({
  fromMs: Type.Integer({ minimum: 0 }),
  toMs: Type.Integer({ minimum: 0 }),
});
export type RecordedSpan = Static<typeof RecordedSpan>;

export const LibraryPerson = closed({
  principalId: PrincipalIdSchema,
  name: DisplayName,
});
export type LibraryPerson = Static<typeof LibraryPerson>;

/** A recording as the list shows it. */
export const LibraryRecording = closed({
  id: RecordingIdSchema,
  conversationId: ConversationIdSchema,
  state: oneOf(libraryStates),
  startedByName: DisplayName,
  startedAt: Instant,
  endedAt: nullable(Instant),
  /** Of what was written; null until that is known. */
  durationMs: nullable(Type.Integer({ minimum: 0 })),
  people: Type.Array(LibraryPerson),
  /** Kept, whatever the rule of keeping says. */
  isHeld: Type.Boolean(),
  /** When the rule of keeping takes it away; null: never. */
  keptUntil: nullable(Instant),
});
export type LibraryRecording = Static<typeof LibraryRecording>;

/**
 * What one person sent, sound and picture in one film, or a screen they shared. All of a recording begin at the same
 * instant, so that they play in step.
 */
export const Reel = closed({
  id: ReelIdSchema,
  principalId: PrincipalIdSchema,
  name: DisplayName,
  kind: oneOf(["camera", "screen"]),
  hasPicture: Type.Boolean(),
  hasSound: Type.Boolean(),
  /** When there is a picture. */
  seen: Type.Array(RecordedSpan),
  /** When its person was there, or the screen was shared. */
  present: Type.Array(RecordedSpan),
  durationMs: Type.Integer({ minimum: 0 }),
  sizeBytes: Type.Integer({ minimum: 0 }),
});
export type Reel = Static<typeof Reel>;

/** A film made of a recording's reels. */
export const Composition = closed({
  id: CompositionIdSchema,
  layout: oneOf(compositionLayouts),
  format: oneOf(compositionFormats),
  language: LanguageSchema,
  state: oneOf(compositionStates),
  /** From 0 to 1. */
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  sizeBytes: nullable(Type.Integer({ minimum: 0 })),
  requestedByName: DisplayName,
  requestedAt: Instant,
});
export type Composition = Static<typeof Composition>;

export const LibraryHold = closed({
  byName: DisplayName,
  since: Instant,
  reason: DisplayName,
});

/** A recording with what can be watched and done. */
export const OpenedRecording = closed({
  recording: LibraryRecording,
  reels: Type.Array(Reel),
  compositions: Type.Array(Composition),
  hold: nullable(LibraryHold),
  may: closed({
    /** Films made of it. */
    download: Type.Boolean(),
    /** What each person sent, by itself. */
    takeOriginals: Type.Boolean(),
    hold: Type.Boolean(),
    delete: Type.Boolean(),
  }),
  /** Films can be made here. */
  isComposingPossible: Type.Boolean(),
});
export type OpenedRecording = Static<typeof OpenedRecording>;

/** What proves that a recording is gone: every file with its size and SHA-256 as it was before. */
export const RecordingDeletion = closed({
  recordingId: RecordingIdSchema,
  conversationId: ConversationIdSchema,
  startedAt: Instant,
  reason: oneOf(recordingDeletionReasons),
  /** Null: by the rule of keeping. */
  byName: nullable(DisplayName),
  decidedAt: Instant,
  /** When the last byte was gone; null while it is being removed. */
  removedAt: nullable(Instant),
  files: Type.Array(
    closed({
      file: Type.String(),
      sizeBytes: Type.Integer({ minimum: 0 }),
      sha256: Type.String(),
    }),
  ),
});
export type RecordingDeletion = Static<typeof RecordingDeletion>;

/** How long recordings are kept, and who may take them along. */
export const LibraryPolicy = closed({
  /** Days after the end; null: for ever. */
  keptDays: nullable(Type.Integer({ minimum: 1, maximum: 3_650 })),
});
export type LibraryPolicy = Static<typeof LibraryPolicy>;
