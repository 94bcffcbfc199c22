import type { QualitySample } from "@veche/contracts";
import type { QualityView } from "../call-snapshot.ts";
import type { Counters } from "./counters.ts";
import { judge } from "./level.ts";
import { lossOf, measure } from "./sample.ts";
import { noLevelYet, steadied } from "./steady-level.ts";

const freezeWindow = 10;
const reportEvery = 5;
/** The contract's limit of one report. */
const mostKept = 30;

export const unknownQuality: QualityView = {
  level: "unknown",
  reason: "none",
  sample: null,
};

/** Turns readings into my side's level, and gathers the samples that are to be reported. */
export class QualityWatch {
  #before: Counters | undefined;
  #level = noLevelYet;
  #freezes: number[] = [];
  #silentMs = 0;
  #unreported: QualitySample[] = [];

  /** One reading, a second after the last one. `isMediaExpected`: should anything arrive? */
  read(
    counters: Counters,
    { isMediaExpected }: { readonly isMediaExpected: boolean },
  ): QualityView {
    const before = this.#before;
    this.#before = counters;
    if (before === undefined) return { ...this.#level, sample: null };
    const measured = measure(before, counters);
    this.#freezes = [...this.#freezes, measured.freezeRatio ?? 0].slice(
      -freezeWindow,
    );
    const isSilent =
      isMediaExpected && counters.packetsReceived <= before.packetsReceived;
    this.#silentMs = isSilent
      ? this.#silentMs + counters.atMs - before.atMs
      : 0;
    const { mos, roundTripMs, jitterMs, limitation } = measured;
    const judgement = judge({
      mos,
      roundTripMs,
      jitterMs,
      limitation,
      lossRatio: lossOf(measured),
      freezeRatio:
        this.#freezes.reduce((sum, share) => sum + share, 0) / freezeWindow,
      silentMs: this.#silentMs,
    });
    this.#level = steadied(this.#level, judgement, counters.atMs);
    const { level, reason } = this.#level;
    const sample = { ...measured, level, reason };
    this.#unreported = [...this.#unreported, sample].slice(-mostKept);
    return { level, reason, sample };
  }

  /** A picture that was switched off stood still on purpose. */
  forgetFreezes(): void {
    this.#freezes = [];
  }

  /** A new connection counts from zero again. */
  restart(): void {
    this.#before = undefined;
    this.#freezes = [];
    this.#silentMs = 0;
  }

  /** The samples to report now, if it is time; they are the caller's until given back. */
  takeDue(): QualitySample[] {
    return this.#unreported.length < reportEvery
      ? []
      : this.#unreported.splice(0);
  }

  /** The report did not get through: the next one carries these too. */
  giveBack(samples: readonly QualitySample[]): void {
    this.#unreported = [...samples, ...this.#unreported].slice(-mostKept);
  }
}
