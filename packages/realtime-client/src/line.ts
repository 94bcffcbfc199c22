import {
  DEAD_AFTER_MS,
  PING_INTERVAL_MS,
  type ClientFrame,
  type Hello,
  type ServerFrame,
} from "@veche/contracts";
import type { Connect, Connection } from "./connection.ts";
import { finalCloseReason, type LineState } from "./line-state.ts";
import type { Powers } from "./powers.ts";
import { createStore } from "./store.ts";

const connectTimeoutMs = 10_000;
const longestRetryMs = 30_000;
/** While a call hangs on the line: within the shortest hold of a seat. */
const longestHurriedRetryMs = 4_000;
/** A page that wakes up does not wait the usual time to learn that its line died in its sleep. */
const wakeAnswerTimeoutMs = 5_000;

export interface LineDeps {
  readonly connect: Connect;
  readonly powers: Powers;
  readonly hello: () => Hello;
  readonly received: (frame: ServerFrame) => void;
}

/** One connection at a time to the server, opened again and again until told to stop. */
export class Line {
  readonly state = createStore<LineState>({ kind: "idle" });
  readonly #deps: LineDeps;
  #connection: Connection | undefined;
  #attempt = 0;
  #hurryCount = 0;
  #cancelTimer = (): void => undefined;
  #stopWaking = (): void => undefined;

  constructor(deps: LineDeps) {
    this.#deps = deps;
  }

  /** Begins, or begins again after the line was stopped. */
  start(): void {
    const { kind } = this.state.get();
    if (kind !== "idle" && kind !== "stopped") return;
    this.#stopWaking = this.#deps.powers.onWake(() => {
      this.wake();
    });
    this.#open();
  }

  stop(): void {
    this.#end({ kind: "idle" });
  }

  /** Gives the connection up and resumes on a new one: how a gap is asked for again. */
  renew(): void {
    this.#retryLater();
  }

  /** Until the answer is called, a cut line is tried again every few seconds at most; so is one that waits now. */
  hurry(): () => void {
    this.#hurryCount += 1;
    const state = this.state.get();
    if (state.kind === "waiting") this.#waitBriefly(state);
    let isOver = false;
    return () => {
      if (!isOver) this.#hurryCount -= 1;
      isOver = true;
    };
  }

  send(frame: ClientFrame): void {
    this.#connection?.send(JSON.stringify(frame));
  }

  #open(): void {
    this.#hangUp();
    this.state.set({ kind: "connecting" });
    this.#setTimer(connectTimeoutMs, () => {
      this.#retryLater();
    });
    const own = this.#deps.connect({
      opened: () => {
        if (this.#connection === own) this.#greet();
      },
      received: (text) => {
        if (this.#connection === own) this.#take(text);
      },
      closed: (code) => {
        if (this.#connection === own) this.#lost(code);
      },
    });
    this.#connection = own;
  }

  #greet(): void {
    this.state.set({ kind: "syncing" });
    this.#listen();
    this.send(this.#deps.hello());
  }

  #take(text: string): void {
    this.#listen();
    // The server's frames are built from the contract this package is compiled against.
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.t === "live") {
      this.#attempt = 0;
      this.state.set({ kind: "live" });
    }
    this.#deps.received(frame);
  }

  #lost(code: number): void {
    const reason = finalCloseReason(code);
    if (reason === undefined) this.#retryLater();
    else this.#end({ kind: "stopped", reason });
  }

  #retryLater(): void {
    const { powers } = this.#deps;
    this.#hangUp();
    this.#attempt += 1;
    const longestMs =
      this.#hurryCount > 0 ? longestHurriedRetryMs : longestRetryMs;
    this.#wait(
      powers.random() * Math.min(longestMs, 1000 * 2 ** (this.#attempt - 1)),
    );
  }

  #waitBriefly({ retryAt }: { readonly retryAt: number }): void {
    const { powers } = this.#deps;
    if (retryAt - powers.nowMs() > longestHurriedRetryMs)
      this.#wait(powers.random() * longestHurriedRetryMs);
  }

  #wait(delayMs: number): void {
    this.#setTimer(delayMs, () => {
      this.#open();
    });
    this.state.set({
      kind: "waiting",
      retryAt: this.#deps.powers.nowMs() + delayMs,
      attempt: this.#attempt,
    });
  }

  #end(last: LineState): void {
    this.#hangUp();
    this.#stopWaking();
    this.#attempt = 0;
    this.state.set(last);
  }

  #hangUp(): void {
    this.#cancelTimer();
    const old = this.#connection;
    this.#connection = undefined;
    old?.close();
  }

  /** The network may be back: a wait ends at once, a live line is asked whether it is. */
  wake(): void {
    const { kind } = this.state.get();
    if (kind === "waiting") this.#open();
    else if (kind === "live" || kind === "syncing")
      this.#ask(wakeAnswerTimeoutMs);
  }

  #listen(): void {
    this.#setTimer(PING_INTERVAL_MS, () => {
      this.#ask(DEAD_AFTER_MS - PING_INTERVAL_MS);
    });
  }

  /* Timed from the ping, not from the last frame: a hidden page's timers run late and must not declare a sound line dead. */
  #ask(answerTimeoutMs: number): void {
    this.send({ t: "ping" });
    this.#setTimer(answerTimeoutMs, () => {
      this.#retryLater();
    });
  }

  #setTimer(delayMs: number, task: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#deps.powers.after(delayMs, task);
  }
}
