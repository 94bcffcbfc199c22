import type { CloseReason, ServerFrame } from "@veche/contracts";

/** A server frame as it goes over the wire, its head included: built once, whoever it is sent to. */
export type EncodedFrame = Buffer;

export function encodeFrame(frame: ServerFrame): EncodedFrame {
  return encodeText(JSON.stringify(frame));
}

const LONGEST_SHORT = 125;
const LONGEST_MEDIUM = 65_535;
/** A whole text message, unmasked (RFC 6455, 5.2). */
const TEXT_HEAD = 0x81;

/** A text that is a frame's JSON already. */
export function encodeText(text: string): EncodedFrame {
  const length = Buffer.byteLength(text);
  const headLength =
    length <= LONGEST_SHORT ? 2 : length <= LONGEST_MEDIUM ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = TEXT_HEAD;
  if (length <= LONGEST_SHORT) frame[1] = length;
  else if (length <= LONGEST_MEDIUM) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeUIntBE(0, 2, 4);
    frame.writeUInt32BE(length, 6);
  }
  frame.write(text, headLength);
  return frame;
}

/** The JSON in a frame. */
export function textOf(frame: EncodedFrame): string {
  const marked = frame[1] ?? 0;
  return frame.toString(
    "utf8",
    marked <= LONGEST_SHORT ? 2 : marked === 126 ? 4 : 10,
  );
}

/** One open line to a client, with a bounded memory: nothing here waits for a slow reader for ever. */
export interface Socket {
  /** False from the first word of closing on; frames are then dropped. */
  readonly isOpen: boolean;
  /** Sends, or closes with `slow_consumer` when too much is queued already. */
  send(frame: EncodedFrame): void;
  /** So little is queued that a page more does no harm, or the line is closed. */
  readonly isDrained: boolean;
  /** Settles when it is. */
  whenDrained(): Promise<void>;
  ping(): void;
  /** Says why and hangs up; a peer that does not answer is cut off shortly after. */
  close(reason: CloseReason): void;
}

export interface SocketListener {
  /** A text frame of the peer. */
  received(text: string): void;
  /** Anything at all came from the peer: it lives. */
  heard(): void;
  /** Once, whoever closed. */
  closed(): void;
}

/** What may be queued for one reader before it is cut and left to resume (reliability F4). */
export interface SendBudget {
  readonly maxQueuedBytes: number;
  readonly maxQueuedFrames: number;
}
