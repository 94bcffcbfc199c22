import { setTimeout as pause } from "node:timers/promises";
import { waitUntil } from "@veche/test-world";
import { inBatches } from "./in-batches.ts";
import { clientIdsIn, countMessages, lastSeqIn, openLine } from "./line.ts";
import type { Line, Target } from "./line.ts";

/** As often as a client of the product says how far it has read. */
const receiptMs = 550;

/** Somebody who writes, and the conversation it goes to. */
interface Writer {
  readonly conversationId: string;
  readonly line: Line;
}

/** Lines of one server, open and live, ready to be loaded. */
export interface Stage extends Disposable {
  readonly writers: readonly Writer[];
  /** Messages acknowledged to their writers, and heard by others, so far. */
  readonly counts: { acked: number; heard: number };
  onAcked: ((writer: Writer) => void) | undefined;
  /** Called with every `events` frame that a reader hears, after it was counted. */
  onHeard: ((frame: Buffer) => void) | undefined;
}

export interface StageSeat {
  readonly target: Target;
  readonly conversationId: string;
  readonly isWriter: boolean;
  /** Counts what it hears. */
  readonly isReader: boolean;
  /** Says how far it has read, as the product's clients do. */
  readonly hasReceipts: boolean;
}

export async function openStage(seats: readonly StageSeat[]): Promise<Stage> {
  const lines: Line[] = [];
  const writers: Writer[] = [];
  const counts = { acked: 0, heard: 0 };
  const stops: (() => void)[] = [];
  const stage: Stage = {
    ...{ writers, counts, onAcked: undefined, onHeard: undefined },
    [Symbol.dispose]() {
      for (const stop of stops) stop();
      for (const line of lines) line.close();
    },
  };
  const open = async (seat: StageSeat): Promise<void> => {
    const { target, conversationId } = seat;
    let heardTo = 0;
    let writer: Writer | undefined;
    const line = await openLine(target, {
      acked() {
        counts.acked += 1;
        if (writer !== undefined) stage.onAcked?.(writer);
      },
      heard(frame) {
        if (seat.hasReceipts) heardTo = lastSeqIn(frame);
        if (!seat.isReader) return;
        counts.heard += countMessages(frame);
        stage.onHeard?.(frame);
      },
    });
    lines.push(line);
    if (seat.isWriter) {
      writer = { conversationId, line };
      writers.push(writer);
    }
    if (!seat.hasReceipts) return;
    let saidTo = 0;
    const saying = setInterval(() => {
      if (heardTo === saidTo) return;
      saidTo = heardTo;
      line.read(conversationId, heardTo);
    }, receiptMs);
    stops.push(() => clearInterval(saying));
  };
  await inBatches(seats.length, (index) => open(seats[index]!));
  return stage;
}

/** Closed loop: every writer keeps so many in flight. Messages a second that were acknowledged and heard. */
export async function flood(
  stage: Stage,
  {
    inFlight,
    durationMs,
  }: { readonly inFlight: number; readonly durationMs: number },
): Promise<number> {
  const { counts, writers } = stage;
  const before = { ...counts };
  let sent = 0;
  const say = ({ line, conversationId }: Writer): void => {
    sent += 1;
    line.say(conversationId);
  };
  const startedAt = performance.now();
  stage.onAcked = say;
  for (const writer of writers)
    for (let count = 0; count < inFlight; count += 1) say(writer);
  await pause(durationMs);
  const tookMs = performance.now() - startedAt;
  const done = Math.min(
    counts.acked - before.acked,
    counts.heard - before.heard,
  );
  stage.onAcked = undefined;
  await waitUntil(
    "everything sent to be acknowledged and heard",
    () =>
      counts.acked - before.acked === sent &&
      counts.heard - before.heard === sent,
  );
  return (done * 1000) / tookMs;
}

/** Open loop: the next is sent when its time has come, whether or not the last was heard. Milliseconds of each. */
export async function pace(
  stage: Stage,
  { count, everyMs }: { readonly count: number; readonly everyMs: number },
): Promise<readonly number[]> {
  const { writers } = stage;
  const dueAt = new Map<string, number>();
  const times: number[] = [];
  stage.onHeard = (frame) => {
    for (const id of clientIdsIn(frame))
      times.push(performance.now() - (dueAt.get(id) ?? NaN));
  };
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = start + index * everyMs;
    const waitMs = due - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const writer = writers[index % writers.length];
    if (writer !== undefined)
      dueAt.set(writer.line.say(writer.conversationId), due);
  }
  await waitUntil("everything to be heard", () => times.length === count);
  stage.onHeard = undefined;
  return times;
}

/**
 * Closed loop over a room: so many messages are on their way to all their hearers. Messages a second that each of
 * `perMessage` heard.
 */
export async function floodRoom(
  stage: Stage,
  {
    perMessage,
    inFlight,
    durationMs,
  }: {
    readonly perMessage: number;
    readonly inFlight: number;
    readonly durationMs: number;
  },
): Promise<number> {
  const { counts, writers } = stage;
  const before = counts.heard;
  const heard = (): number => (counts.heard - before) / perMessage;
  let sent = 0;
  let isOver = false;
  const fill = (): void => {
    while (!isOver && sent - heard() < inFlight) {
      const writer = writers[sent % writers.length]!;
      sent += 1;
      writer.line.say(writer.conversationId);
    }
  };
  const startedAt = performance.now();
  stage.onHeard = fill;
  fill();
  await pause(durationMs);
  const rate = (heard() * 1000) / (performance.now() - startedAt);
  isOver = true;
  await waitUntil("everything to be heard by all", () => heard() === sent);
  stage.onHeard = undefined;
  return rate;
}
