import type {
  CallId,
  CallSeat,
  EarlyAnswer,
  JoinId,
  Look,
  MediaState,
  NoticeOf,
  PrincipalId,
} from "@veche/contracts";
import type { CallPlatform } from "./call-platform.ts";
import type { CallPowers } from "./call-powers.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import type { Ladder } from "./ladder/ladder-walk.ts";
import type { LocalMedia } from "./local-media.ts";
import type { Signalling } from "./signalling.ts";
import type { Readable } from "./store.ts";

export interface CallSessionOptions {
  readonly signalling: Signalling;
  readonly principalId: PrincipalId;
  /** Stays the caller's: the session neither opens nor closes devices. */
  readonly media: LocalMedia;
  readonly platform: CallPlatform;
  readonly powers: CallPowers;
}

/** One stay in one call, from taking the seat to the end. A new stay is a new session. */
export interface CallSession {
  readonly snapshot: Readable<CallSnapshot>;
  /** What I give up on a bad line, by itself and by hand. */
  readonly ladder: Ladder;
  /** The name of this stay's peer connection, for the commands that take a seat at once. */
  readonly joinId: () => JoinId;
  /** What I send now, for the same commands. */
  readonly mediaState: () => MediaState;
  /**
   * Takes my seat, also after a reload. Rejects with the command's error and is idle again; `call.elsewhere`: the seat
   * is held by another device of mine, ask again with `takeOver`.
   */
  readonly join: (
    callId: CallId,
    options?: { readonly takeOver: boolean },
  ) => Promise<void>;
  /** While it rings here: makes the connection ready with the caller's offer, so that answering is quick. */
  readonly rehearse: (prepared: NoticeOf<"call.prepared">) => void;
  /** What the rehearsal says, to go along with the command that takes the seat; what comes after goes out on entering. */
  readonly earlyAnswer: () => EarlyAnswer | undefined;
  /** Sits down on a seat another command took under this session's `joinId` (`offer.accept`, `call.start`, `customer.call`). */
  readonly enter: (seat: CallSeat) => void;
  /** Tells how I show the others, so that no more comes than is seen; of the last word within a moment. */
  readonly look: (look: Look) => void;
  /** On hold nothing of mine goes out, whatever of my devices is on, and the others are told so; devices stay as they are. */
  readonly hold: (isOnHold: boolean) => void;
  /** Ends the call for both. The session is over at once; the promise settles when the server knows. */
  readonly hangUp: () => Promise<void>;
  /** Gives my seat up: the others go on, a call of two ends. Settles when the server knows. */
  readonly leave: () => Promise<void>;
  /** Lets go without a word to the server: the seat is held for a return. Devices stay open. */
  readonly close: () => void;
}
