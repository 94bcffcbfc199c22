import type { CallEventKind, MediaState, PrincipalId } from "@veche/contracts";
import { seatOf, type CallRecord } from "../domain/call-record.ts";
import type { Seat } from "../domain/seat.ts";

/** Something that happened in a call. */
export interface RecordedStep {
  readonly kind: CallEventKind;
  /** Null: to the call itself. */
  readonly principalId: PrincipalId | null;
}

/** What a change of the call means in the words of its flight recorder, in the order in which it is told. */
export function stepsBetween(
  before: CallRecord | undefined,
  after: CallRecord,
): readonly RecordedStep[] {
  const ofCall = callSteps(before, after).map((kind) => ({
    kind,
    principalId: null,
  }));
  const ofSeats = after.seats.flatMap((seat) =>
    seatSteps(before && seatOf(before, seat.principalId), seat).map((kind) => ({
      kind,
      principalId: seat.principalId,
    })),
  );
  // The end of the call comes after everybody's leaving, everything else before.
  const [beginnings, ends] = [
    ofCall.filter(({ kind }) => kind !== "ended"),
    ofCall.filter(({ kind }) => kind === "ended"),
  ];
  return [...beginnings, ...ofSeats, ...ends];
}

function callSteps(
  before: CallRecord | undefined,
  after: CallRecord,
): readonly CallEventKind[] {
  const steps: CallEventKind[] = [];
  if (after.liveAt !== null && (before?.liveAt ?? null) === null)
    steps.push("began");
  const earlierRoom = before?.roomId ?? null;
  if (after.roomId !== null && after.roomId !== earlierRoom)
    steps.push(earlierRoom === null ? "to_server" : "server_replaced");
  if (after.state === "ended" && before?.state !== "ended") steps.push("ended");
  return steps;
}

const noMedia: MediaState = { microphone: false, camera: false, screen: false };
const sources = ["microphone", "camera", "screen"] as const;

function seatSteps(
  before: Seat | undefined,
  after: Seat,
): readonly CallEventKind[] {
  const steps: CallEventKind[] = [];
  if (after.state === "left")
    return before === undefined || before.state === "left" ? [] : ["left"];
  const isIn = (seat: Seat | undefined): boolean =>
    seat !== undefined && seat.joinId !== null && seat.state !== "left";
  if (isIn(after) && (!isIn(before) || before?.joinId !== after.joinId))
    steps.push("joined");
  if (after.state === "live" && before?.state !== "live") steps.push("live");
  if (after.state === "reconnecting" && before?.state !== "reconnecting")
    steps.push(after.connectionId === null ? "held" : "lost");
  if (!isIn(after)) return steps;
  const media = isIn(before) && before !== undefined ? before.media : noMedia;
  for (const source of sources)
    if (after.media[source] !== media[source])
      steps.push(`${source}_${after.media[source] ? "on" : "off"}`);
  return steps;
}
