import type { CallPowers } from "./call-powers.ts";

const stallMs = 2_000;
/** The first try after a loss comes at once on one side; the other waits, so that both do not offer at the same moment. */
const yieldMs = 1_500;
const retryDelaysMs = [3_000, 5_000, 8_000, 10_000];
const firstConnectionMs = 5_000;
/** When this many searches for a path brought nothing, the connection itself is given up. */
const triesPerConnection = 5;

interface RecoveryEvents {
  /** Media pass again, or for the first time. */
  readonly up: () => void;
  readonly down: () => void;
  /** Look for a path. `network`: my own network is another one. */
  readonly restart: (cause: "network" | "silence") => void;
  /** Searching brings nothing: a new connection may, if the other side is there at all. The search goes on. */
  readonly giveUp: () => void;
}

export interface RecoveryDeps {
  readonly powers: CallPowers;
  readonly isPolite: boolean;
  readonly events: RecoveryEvents;
}

/** Growing counters of a connection, read each second. */
export interface Pulse {
  readonly bytesReceived: number;
  /** Answers to the connectivity checks of the chosen path. */
  readonly checksAnswered: number;
  /** Does the other side send anything that should arrive? */
  readonly isMediaExpected: boolean;
}

/** Notices within 2 s that media stopped passing and drives the search for a path until they pass again. */
export class Recovery {
  readonly #deps: RecoveryDeps;
  #phase: "down" | "new" | "up" = "new";
  #isConnected = false;
  #isLineLive = true;
  #tries = 0;
  #cancelTry = (): void => undefined;
  #last: Pulse | undefined;
  #hadFlow = false;
  #stalledSinceMs: number | undefined;
  #checksAtLoss = 0;

  constructor(deps: RecoveryDeps) {
    this.#deps = deps;
  }

  get isUp(): boolean {
    return this.#phase === "up";
  }

  /** The other side is there: from now on a connection is due. */
  opened(): void {
    if (this.#phase === "new") this.#tryAfter(firstConnectionMs);
  }

  connection(state: "connected" | "connecting" | "lost"): void {
    this.#isConnected = state === "connected";
    if (state === "connected") this.#rise();
    else if (state === "lost") this.#fall();
  }

  pulse(pulse: Pulse): void {
    const last = this.#last;
    this.#last = pulse;
    if (last === undefined) return;
    if (this.#phase === "up") this.#watch(pulse, last);
    else if (this.#phase === "down" && this.#isConnected) {
      const flows = pulse.bytesReceived > last.bytesReceived;
      // Both sides fell silent on a stall: an answered check is what tells that the path carries again.
      if (flows || pulse.checksAnswered > this.#checksAtLoss) this.#rise();
    }
  }

  networkChanged(): void {
    this.#deps.events.restart("network");
  }

  lineCut(): void {
    this.#isLineLive = false;
  }

  /** The other side can be reached by signals again. */
  lineLive(): void {
    this.#isLineLive = true;
    if (this.#phase === "down") this.#tryAfter(0);
  }

  close(): void {
    this.#cancelTry();
  }

  /* Only what flowed before can stall: two people who listen send nothing to each other. */
  #watch(pulse: Pulse, last: Pulse): void {
    const flows = pulse.bytesReceived > last.bytesReceived;
    this.#hadFlow ||= flows;
    if (flows || !this.#hadFlow || !pulse.isMediaExpected) {
      this.#stalledSinceMs = undefined;
      return;
    }
    const nowMs = this.#deps.powers.nowMs();
    // The second before the first empty reading was already silent.
    this.#stalledSinceMs ??= nowMs - 1_000;
    if (nowMs - this.#stalledSinceMs >= stallMs) this.#fall();
  }

  #rise(): void {
    if (this.#phase === "up") return;
    this.#phase = "up";
    this.#tries = 0;
    this.#hadFlow = false;
    this.#stalledSinceMs = undefined;
    this.#cancelTry();
    this.#deps.events.up();
  }

  #fall(): void {
    if (this.#phase !== "up") return;
    this.#phase = "down";
    this.#checksAtLoss = this.#last?.checksAnswered ?? 0;
    this.#deps.events.down();
    this.#tryAfter(this.#deps.isPolite ? 0 : yieldMs);
  }

  #tryAfter(delayMs: number): void {
    this.#cancelTry();
    this.#cancelTry = this.#deps.powers.after(delayMs, () => {
      this.#try();
    });
  }

  #try(): void {
    // Without the line nobody would hear of it; `lineLive` tries again.
    if (this.#isLineLive) {
      this.#tries += 1;
      if (this.#tries > triesPerConnection) {
        this.#tries = 1;
        this.#deps.events.giveUp();
      } else this.#deps.events.restart("silence");
    }
    this.#tryAfter(
      retryDelaysMs[Math.min(this.#tries, retryDelaysMs.length) - 1] ?? stallMs,
    );
  }
}
