import type {
  Call,
  LadderStep,
  LineQuality,
  CallEndReason,
  CallParticipant,
  PrincipalId,
  QualityLevel,
  QualityReason,
  QualitySample,
} from "@veche/contracts";

/**
 * The call's own reasons, and: `elsewhere` another tab or device of mine took the seat · `left` this session was
 * closed without hanging up · `removed` the call goes on, and my seat was given up without me.
 */
export type CallOver = CallEndReason | "elsewhere" | "left" | "removed";

/** Where the call is for me; the README has the table of transitions. */
export type CallState =
  | { readonly kind: "idle" }
  /** The seat is asked for. */
  | { readonly kind: "joining" }
  /** I have the seat: the other side rings, waits in the queue's place of mine, or is being connected. */
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  /** The other side cannot see or hear me now, and nothing is sent. `heldUntil`: when a seat is given up, if the server said so. */
  | { readonly kind: "reconnecting"; readonly heldUntil: string | null }
  | { readonly kind: "ended"; readonly reason: CallOver };

/** How good the line is for one side, held steady: it drops after 2 s and rises after 8 s. */
export interface QualityView {
  readonly level: QualityLevel;
  readonly reason: QualityReason;
  /** Both directions apart; null where it is not known. */
  readonly sending: LineQuality | null;
  readonly receiving: LineQuality | null;
  /** What is given up, so that the sound stays. */
  readonly step: LadderStep;
  /** The newest second, for who wants the numbers. */
  readonly sample: QualitySample | null;
}

/** Somebody else in the call, and what comes from them now. */
export interface OtherParty {
  readonly participant: CallParticipant;
  readonly stream: MediaStream | null;
  /** Whether `stream` carries their camera: in a large call, or on a narrow line, not everybody's comes. */
  readonly hasCamera: boolean;
  readonly screen: MediaStream | null;
  readonly quality: QualityView;
}

export interface CallSnapshot {
  readonly state: CallState;
  /** As the server last told it. */
  readonly call: Call | null;
  readonly me: CallParticipant | null;
  readonly peer: CallParticipant | null;
  /** Microphone and camera of the other side. Whether there is a picture to show: `peer.media.camera`. */
  readonly remoteStream: MediaStream | null;
  /** The other side's screen and its sound; null while none is shared. */
  readonly remoteScreen: MediaStream | null;
  /** Everybody else, in the order of coming, a supervisor beside two last; of two the first is `peer`. */
  readonly others: readonly OtherParty[];
  /** Who has the word among the others; null in a call of two and before anybody spoke. */
  readonly speakerId: PrincipalId | null;
  readonly quality: { readonly own: QualityView; readonly peer: QualityView };
}
