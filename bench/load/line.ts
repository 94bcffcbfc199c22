import { randomUUID } from "node:crypto";
import { openWire } from "./wire.ts";

/** Where a line goes: the product, or a peer that speaks the product's frames. */
export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly localAddress?: string;
  /** The last positions held, as `hello` says them. */
  readonly cursors?: Readonly<Record<string, number>>;
  /** What the last welcome said, by whoever comes back. */
  readonly held?: Held | undefined;
}

/** Of which history what is held is, and of which moment the list. */
export interface Held {
  readonly epoch: string;
  readonly listVersion: string;
}

export interface Line {
  /** What the welcome said; a peer's says nothing. */
  readonly held: Held | undefined;
  /** Sends a message of 200 letters; returns the client's id of it. */
  say(conversationId: string): string;
  /** Says that everything up to here was delivered and read. */
  read(conversationId: string, readTo: number): void;
  close(): void;
}

export interface LineListener {
  /** A message of this line was acknowledged. */
  readonly acked?: () => void;
  /** Messages came; see `clientIdsIn`. */
  readonly heard?: (frame: Buffer) => void;
}

const body = "x".repeat(200);
const live = Buffer.from('{"t":"live"');
const ack = Buffer.from('{"t":"ack"');
const events = Buffer.from('{"t":"events"');
const error = Buffer.from('{"t":"error"');
const welcome = Buffer.from('{"t":"welcome"');
const clientIdMark = Buffer.from('"clientId":"');
const receiptMark = Buffer.from('"readTo":');
const seqMark = Buffer.from('"seq":');
const idLength = 36;

const startsWith = (frame: Buffer, mark: Buffer): boolean =>
  frame.length >= mark.length &&
  frame.compare(mark, 0, mark.length, 0, mark.length) === 0;

let lastNumber = 0;
const family = randomUUID().slice(0, 24);
/** A UUID that costs little. */
const nextId = (): string => {
  lastNumber += 1;
  return family + lastNumber.toString(16).padStart(12, "0");
};

/** Opens a line and settles when it is live. Whatever goes wrong later ends the run: a figure over errors is none. */
export async function openLine(
  { cursors = {}, held: before, ...target }: Target,
  listener: LineListener = {},
): Promise<Line> {
  const opened = Promise.withResolvers<undefined>();
  let isLive = false;
  let held: Held | undefined;
  let commandId = 0;
  const wire = openWire({
    ...target,
    onLost: (why) => {
      if (isLive) throw new Error(`a line was lost: ${why}`);
      opened.reject(new Error(`a line could not be opened: ${why}`));
    },
    onText: (frame) => {
      if (startsWith(frame, events)) listener.heard?.(frame);
      else if (startsWith(frame, ack)) {
        if (!frame.includes(receiptMark)) listener.acked?.();
      } else if (startsWith(frame, welcome)) held = heldAfter(frame);
      else if (startsWith(frame, live)) {
        isLive = true;
        opened.resolve(undefined);
      } else if (startsWith(frame, error)) throw new Error(frame.toString());
    },
  });
  wire.send(
    JSON.stringify({
      ...{
        t: "hello",
        protocol: 1,
        deviceId: randomUUID(),
        cursors,
        ...before,
      },
    }),
  );
  await opened.promise;
  const command = (name: string, params: string): void => {
    commandId += 1;
    wire.send(
      `{"t":"command","id":${commandId},"name":"${name}","params":${params}}`,
    );
  };
  return {
    held,
    say(conversationId) {
      const clientId = nextId();
      command(
        "message.send",
        `{"conversationId":"${conversationId}","clientId":"${clientId}","body":"${body}"}`,
      );
      return clientId;
    },
    read(conversationId, readTo) {
      command(
        "receipt.move",
        `{"conversationId":"${conversationId}","deliveredTo":${readTo},"readTo":${readTo}}`,
      );
    },
    close: () => {
      wire.close();
    },
  };
}

const heldWords = {
  epoch: Buffer.from('"epoch":"'),
  listVersion: Buffer.from('"listVersion":"'),
};

function heldAfter(frame: Buffer): Held | undefined {
  const word = (mark: Buffer): string | undefined => {
    const found = frame.indexOf(mark);
    if (found === -1) return undefined;
    const start = found + mark.length;
    return frame.toString("latin1", start, frame.indexOf('"', start));
  };
  const epoch = word(heldWords.epoch);
  const listVersion = word(heldWords.listVersion);
  return epoch === undefined || listVersion === undefined
    ? undefined
    : { epoch, listVersion };
}

/** The messages that an `events` frame tells of, by their clients' ids. */
export function clientIdsIn(frame: Buffer): readonly string[] {
  const ids: string[] = [];
  for (let at = 0; ;) {
    const found = frame.indexOf(clientIdMark, at);
    if (found === -1) return ids;
    const start = found + clientIdMark.length;
    at = start + idLength;
    ids.push(frame.toString("latin1", start, at));
  }
}

/** How many messages an `events` frame tells of. */
export function countMessages(frame: Buffer): number {
  let count = 0;
  for (let at = frame.indexOf(clientIdMark); at !== -1; count += 1)
    at = frame.indexOf(clientIdMark, at + idLength);
  return count;
}

/** The position of the last event of an `events` frame. */
export function lastSeqIn(frame: Buffer): number {
  const found = frame.lastIndexOf(seqMark);
  return found === -1
    ? 0
    : Number.parseInt(frame.toString("latin1", found + 6, found + 18), 10);
}
