import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
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

/** Whoever is cut for these has nothing more to say. */
const hostile: ReadonlySet<CloseReason> = new Set(["flood", "frame_invalid"]);

export interface WebSocketDeps {
  readonly timers: Timers;
  readonly budget: SendBudget;
  readonly batch: TurnBatch;
}

/** A socket of `ws` and the stream under it. */
export interface OpenLine {
  readonly line: WebSocket;
  readonly stream: Duplex;
}

/** Our socket over one of `ws`. */
export class WsSocket implements Socket {
  readonly #line: WebSocket;
  readonly #stream: Duplex;
  readonly #deps: WebSocketDeps;
  #queuedFrames = 0;
  #isClosing = false;
  readonly #waiting: (() => void)[] = [];
  readonly #written = (): void => {
    this.#queuedFrames -= 1;
    this.#wake();
  };

  constructor(
    { line, stream }: OpenLine,
    listener: SocketListener,
    deps: WebSocketDeps,
  ) {
    this.#line = line;
    this.#stream = stream;
    this.#deps = deps;
    line.on("message", (bytes, isBinary) => {
      if (this.#isClosing) return;
      listener.heard();
      if (isBinary) this.close("frame_invalid");
      // `ws` hands over one Buffer unless told otherwise, and has checked that a text frame is UTF-8.
      else listener.received((bytes as Buffer).toString("utf8"));
    });
    line.on("pong", () => {
      listener.heard();
    });
    // A malformed or too large frame: `ws` closes by itself, "close" follows.
    line.on("error", () => undefined);
    line.once("close", () => {
      this.#isClosing = true;
      this.#wake();
      listener.closed();
    });
  }

  get isOpen(): boolean {
    return !this.#isClosing;
  }

  send(frame: EncodedFrame): void {
    if (this.#isClosing) return;
    const { maxQueuedBytes, maxQueuedFrames } = this.#deps.budget;
    if (
      this.#queuedFrames >= maxQueuedFrames ||
      this.#line.bufferedAmount > maxQueuedBytes
    ) {
      this.close("slow_consumer");
      return;
    }
    this.#queuedFrames += 1;
    this.#deps.batch.hold(this.#stream);
    this.#line.send(frame, { binary: false }, this.#written);
  }

  whenDrained(): Promise<void> {
    return this.#isDrained
      ? Promise.resolve()
      : new Promise((resolve) => this.#waiting.push(resolve));
  }

  ping(): void {
    if (!this.#isClosing) this.#line.ping();
  }

  close(reason: CloseReason): void {
    if (this.#isClosing) return;
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

  get #isDrained(): boolean {
    return this.#isClosing || this.#line.bufferedAmount <= DRAINED_BYTES;
  }

  #wake(): void {
    if (this.#waiting.length === 0 || !this.#isDrained) return;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
