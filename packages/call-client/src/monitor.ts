import type { LadderStep, QualitySample } from "@veche/contracts";
import type { CallPowers } from "./call-powers.ts";
import type { QualityView } from "./call-snapshot.ts";
import { readCounters, type Counters } from "./quality/counters.ts";
import { QualityWatch } from "./quality/quality-watch.ts";

const readEveryMs = 1_000;

export interface MonitorDeps {
  readonly powers: CallPowers;
  /** Undefined while there is nothing to measure. */
  readonly stats: () => Promise<RTCStatsReport> | undefined;
  readonly isMediaExpected: () => boolean;
  readonly read: (counters: Counters, quality: QualityView) => void;
  /** How many seconds go in one report. */
  readonly reportEvery: () => number;
  readonly report: (samples: QualitySample[]) => Promise<void>;
}

/** Reads the statistics each second of the call and reports them in batches. */
export class Monitor {
  readonly #deps: MonitorDeps;
  readonly #watch = new QualityWatch();
  #cancel = (): void => undefined;
  #isClosed = false;

  constructor(deps: MonitorDeps) {
    this.#deps = deps;
    this.#schedule();
  }

  /** Another connection is measured from now on. */
  restart(): void {
    this.#watch.restart();
  }

  /** The other side switched a picture on or off. */
  picturesChanged(): void {
    this.#watch.forgetFreezes();
  }

  stepped(step: LadderStep): void {
    this.#watch.stepped(step);
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  #schedule(): void {
    this.#cancel = this.#deps.powers.after(
      readEveryMs,
      () => void this.#read(),
    );
  }

  async #read(): Promise<void> {
    const { stats, powers, isMediaExpected, read } = this.#deps;
    // A connection closed meanwhile has no statistics; the next second has those of its successor.
    const report = await stats()?.catch(() => undefined);
    if (this.#isClosed) return;
    this.#schedule();
    if (report === undefined) return;
    const counters = readCounters(report, powers.nowMs());
    read(
      counters,
      this.#watch.read(counters, { isMediaExpected: isMediaExpected() }),
    );
    await this.#report();
  }

  async #report(): Promise<void> {
    const samples = this.#watch.takeDue(this.#deps.reportEvery());
    if (samples.length === 0) return;
    try {
      await this.#deps.report(samples);
    } catch {
      this.#watch.giveBack(samples);
    }
  }
}
