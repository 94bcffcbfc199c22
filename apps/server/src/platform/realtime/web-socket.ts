import type { Duplex } from "node:stream";
import { WebSocket, type RawData } from "ws";
import { closeReasons, type CloseReason } from "@veche/contracts";
import type { Timers } from "../timers.ts";
import type { TurnBatch } from "./turn-batch.ts";
import type {
  EncodedFrame,
  SendBudget,
  Socket,
  SocketListener,
} from "./socket.ts";

/** How long a peer may take over the closing handshake. */
const CLOSE_TIMEOUT_MS = 2_000;
/** Below this much a page of a gap is added: well under the budget, so catching up never cuts the reader. */
const DRAINED_BYTES = 65_536;
/** So much is cheaper to copy into one piece than to hand over in many. */
const JOINED_BYTES = 262_144;

/** Whoever is cut for these has nothing more to say. */
const hostile: ReadonlySet<CloseReason> = new Set(["flood", "frame_invalid"]);

export interface WebSocketDeps {
  readonly timers: Timers;
  readonly budget: SendBudget;
  readonly batch: TurnBatch;
}

/** A socket of `ws` and the stream under it. */
export interface OpenLine {
  readonly line: OwnedLine;
  readonly stream: Duplex;
}

/** Knows whose it is, so that all lines share their listeners: thousands of them are open at once. */
export class OwnedLine extends WebSocket {
  owner: LineOwner | undefined;
}

interface LineOwner {
  took(text: Buffer): void;
  tookBytes(): void;
  heard(): void;
  over(): void;
}

const ownerOf = (line: WebSocket): LineOwner | undefined =>
  line instanceof OwnedLine ? line.owner : undefined;

function onMessage(
  this: WebSocket,
  ...[data, isBinary]: [data: RawData, isBinary: boolean]
): void {
  if (isBinary) ownerOf(this)?.tookBytes();
  // `ws` hands over one Buffer unless told otherwise.
  else ownerOf(this)?.took(data as Buffer);
}
function onPong(this: WebSocket): void {
  ownerOf(this)?.heard();
}
function onClose(this: WebSocket): void {
  ownerOf(this)?.over();
}
/** A malformed or too large frame: `ws` closes by itself, "close" follows. */
const onError = (): void => undefined;

/**
 * Our socket over one of `ws`. Frames go past `ws` straight to the stream: they are whole messages already, and all of
 * a turn leave in one piece.
 */
export class WsSocket implements Socket, LineOwner {
  readonly #line: OwnedLine;
  readonly #stream: Duplex;
  readonly #deps: WebSocketDeps;
  readonly #listener: SocketListener;
  /** What was sent in this turn. */
  #held: EncodedFrame[] | undefined;
  #heldBytes = 0;
  /** Since everything was taken for the last time. */
  #queuedFrames = 0;
  #isClosing = false;
  #drained: PromiseWithResolvers<void> | undefined;

  constructor(
    { line, stream }: OpenLine,
    listener: SocketListener,
    deps: WebSocketDeps,
  ) {
    this.#line = line;
    this.#stream = stream;
    this.#deps = deps;
    this.#listener = listener;
    line.owner = this;
    line.on("message", onMessage);
    line.on("pong", onPong);
    line.on("error", onError);
    line.on("close", onClose);
  }

  get isOpen(): boolean {
    return !this.#isClosing;
  }

  get isDrained(): boolean {
    return this.#isClosing || this.#queuedBytes <= DRAINED_BYTES;
  }

  took(text: Buffer): void {
    if (this.#isClosing) return;
    this.#listener.heard();
    // `ws` has checked that a text frame is UTF-8.
    this.#listener.received(text.toString("utf8"));
  }

  tookBytes(): void {
    this.close("frame_invalid");
  }

  heard(): void {
    this.#listener.heard();
  }

  over(): void {
    this.#isClosing = true;
    this.#held = undefined;
    this.#wake();
    this.#listener.closed();
  }

  send(frame: EncodedFrame): void {
    if (this.#isClosing) return;
    const { maxQueuedBytes, maxQueuedFrames } = this.#deps.budget;
    const waiting = this.#queuedBytes;
    if (waiting === 0) this.#queuedFrames = 0;
    if (this.#queuedFrames >= maxQueuedFrames || waiting > maxQueuedBytes) {
      this.close("slow_consumer");
      return;
    }
    this.#queuedFrames += 1;
    this.#heldBytes += frame.length;
    if (this.#held !== undefined) this.#held.push(frame);
    else {
      this.#held = [frame];
      this.#deps.batch.hold(this);
    }
  }

  /** Hands the frames of this turn to the stream. */
  release(): void {
    const frames = this.#held;
    const bytes = this.#heldBytes;
    this.#held = undefined;
    this.#heldBytes = 0;
    const [first] = frames ?? [];
    if (frames === undefined || first === undefined) return;
    // The peer may have begun to close: nothing comes after our own farewell.
    if (this.#line.readyState !== WebSocket.OPEN) return;
    if (frames.length === 1) this.#stream.write(first);
    // What has to wait is not copied: all who wait for the same hold it together.
    else if (bytes <= JOINED_BYTES && this.#stream.writableLength === 0)
      this.#stream.write(Buffer.concat(frames, bytes));
    else {
      this.#stream.cork();
      for (const frame of frames) this.#stream.write(frame);
      this.#stream.uncork();
    }
  }

  whenDrained(): Promise<void> {
    if (this.isDrained) return Promise.resolve();
    this.release();
    if (!this.#stream.writableNeedDrain) return Promise.resolve();
    if (this.#drained === undefined) {
      this.#drained = Promise.withResolvers();
      this.#stream.once("drain", () => {
        this.#wake();
      });
    }
    return this.#drained.promise;
  }

  ping(): void {
    if (!this.#isClosing) this.#line.ping();
  }

  close(reason: CloseReason): void {
    if (this.#isClosing) return;
    this.release();
    this.#isClosing = true;
    this.#wake();
    const line = this.#line;
    line.close(closeReasons[reason], reason);
    if (hostile.has(reason)) this.#stopReading();
    const cut = this.#deps.timers.after(CLOSE_TIMEOUT_MS, () => {
      line.terminate();
    });
    line.once("close", () => {
      cut[Symbol.dispose]();
    });
  }

  /** What still comes is taken off the wire and never looked at: ten thousand frames may lie before the farewell. */
  #stopReading(): void {
    this.#stream.removeAllListeners("data");
    this.#stream.on("data", () => undefined);
  }

  get #queuedBytes(): number {
    return this.#stream.writableLength + this.#heldBytes;
  }

  #wake(): void {
    this.#drained?.resolve();
    this.#drained = undefined;
  }
}
