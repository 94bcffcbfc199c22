import type { CloseReason, ServerFrame } from "@veche/contracts";

/** A server frame as it goes over the wire: built once, whoever it is sent to. */
export type EncodedFrame = Buffer;

export function encodeFrame(frame: ServerFrame): EncodedFrame {
  return Buffer.from(JSON.stringify(frame));
}

/** One open line to a client, with a bounded memory: nothing here waits for a slow reader for ever. */
export interface Socket {
  /** False from the first word of closing on; frames are then dropped. */
  readonly isOpen: boolean;
  /** Sends, or closes with `slow_consumer` when too much is queued already. */
  send(frame: EncodedFrame): void;
  /** Settles when so little is queued that a page more does no harm, or when the line is closed. */
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
