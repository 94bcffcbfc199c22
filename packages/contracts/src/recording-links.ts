import { Type, type Static } from "typebox";
import {
  CompositionIdSchema,
  RecordingLinkIdSchema,
  ReelIdSchema,
} from "./ids.ts";
import { RecordedSpan } from "./library.ts";
import { compositionFormats } from "./library-words.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

/** The secret of a link to a recording. One that is no secret of ours leads nowhere, whatever it looks like. */
export const RecordingLinkToken = Type.String({ maxLength: 200 });

/** How long a link may lead somewhere: up to 30 days. */
export const longestLinkHours = 720;

/** What a link is to show, and for how long. */
export const RecordingLinkWish = closed({
  /** A film of this recording; null: what each person sent, in the player. */
  compositionId: nullable(CompositionIdSchema),
  hours: Type.Integer({ minimum: 1, maximum: longestLinkHours }),
});
export type RecordingLinkWish = Static<typeof RecordingLinkWish>;

/** A link that still leads to a recording. Its secret is told once, when it is made. */
export const RecordingLink = closed({
  id: RecordingLinkIdSchema,
  compositionId: nullable(CompositionIdSchema),
  madeByName: DisplayName,
  madeAt: Instant,
  expiresAt: Instant,
  /** How often it was watched from its beginning. */
  viewCount: Type.Integer({ minimum: 0 }),
  lastViewedAt: nullable(Instant),
});
export type RecordingLink = Static<typeof RecordingLink>;

/** What one person sent, as whoever has the link may know it. */
export const SharedReel = closed({
  id: ReelIdSchema,
  name: DisplayName,
  kind: oneOf(["camera", "screen"]),
  seen: Type.Array(RecordedSpan),
  present: Type.Array(RecordedSpan),
  durationMs: Type.Integer({ minimum: 0 }),
});

/** What a link shows. */
export const SharedRecording = closed({
  startedAt: Instant,
  expiresAt: Instant,
  /** False while it is being made again, because somebody withdrew. */
  isReady: Type.Boolean(),
  /** Null: the reels are played in step. */
  film: nullable(closed({ format: oneOf(compositionFormats) })),
  /** Empty beside a film. */
  reels: Type.Array(SharedReel),
});
export type SharedRecording = Static<typeof SharedRecording>;

/** Where its bytes are; `Range` is understood. */
export const sharedFilmPath = (token: string): string =>
  `/api/v1/shared-recordings/${token}/film`;
export const sharedReelPath = (token: string, reelId: string): string =>
  `/api/v1/shared-recordings/${token}/reels/${reelId}`;
