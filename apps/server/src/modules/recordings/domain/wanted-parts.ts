import type { JoinId, PrincipalId, TrackEndReason } from "@veche/contracts";
import { mayWrite, type RecordingRecord } from "./recording-record.ts";

/** Whoever sits in the call now, by the life of their connection. */
export interface PresentSeat {
  readonly principalId: PrincipalId;
  readonly joinId: JoinId;
}

/** Somebody whose media come to the media server now. */
export interface PresentSender {
  readonly joinId: JoinId;
  /** Where it is written; null: it is not. */
  readonly writtenTo: string | null;
}

/** What the tables say is being written. */
export interface OpenPart {
  readonly base: string;
  readonly principalId: PrincipalId;
}

export interface Situation<
  Sender extends PresentSender,
  Part extends OpenPart,
> {
  /** The recording of this call that goes on, if any. */
  readonly recording: RecordingRecord | undefined;
  readonly seats: readonly PresentSeat[];
  readonly senders: readonly Sender[];
  readonly openParts: readonly Part[];
}

export interface Difference<
  Sender extends PresentSender,
  Part extends OpenPart,
> {
  readonly begin: readonly {
    readonly sender: Sender;
    readonly principalId: PrincipalId;
  }[];
  /** Written although nobody wants it, or although no row tells of it. */
  readonly stop: readonly Sender[];
  /** Told of as being written, and not written any more once `stop` is done. */
  readonly settle: readonly {
    readonly part: Part;
    readonly reason: TrackEndReason;
  }[];
}

/** What is to be done so that what is written is what was agreed to. */
export function compare<Sender extends PresentSender, Part extends OpenPart>(
  situation: Situation<Sender, Part>,
): Difference<Sender, Part> {
  const { recording, seats, senders, openParts } = situation;
  const wanted = senders.flatMap((sender) => {
    const seat = seats.find(({ joinId }) => joinId === sender.joinId);
    return seat !== undefined &&
      recording !== undefined &&
      mayWrite(recording, seat.principalId)
      ? [{ sender, principalId: seat.principalId }]
      : [];
  });
  const kept = wanted.filter(({ sender, principalId }) =>
    openParts.some(
      (part) =>
        part.base === sender.writtenTo && part.principalId === principalId,
    ),
  );
  const isKept = (sender: Sender): boolean =>
    kept.some((one) => one.sender === sender);
  return {
    begin: wanted.filter(({ sender }) => !isKept(sender)),
    stop: senders.filter(
      (sender) => sender.writtenTo !== null && !isKept(sender),
    ),
    settle: openParts
      .filter((part) =>
        kept.every(({ sender }) => sender.writtenTo !== part.base),
      )
      .map((part) => ({ part, reason: whyEnded(part, situation) })),
  };
}

function whyEnded<Sender extends PresentSender, Part extends OpenPart>(
  { principalId }: Part,
  { recording, seats, senders }: Situation<Sender, Part>,
): TrackEndReason {
  if (recording === undefined) return "stopped";
  if (!mayWrite(recording, principalId)) return "withdrawn";
  const seat = seats.find((one) => one.principalId === principalId);
  if (seat === undefined) return "left";
  return senders.some(({ joinId }) => joinId === seat.joinId)
    ? "renewed"
    : "lost";
}
