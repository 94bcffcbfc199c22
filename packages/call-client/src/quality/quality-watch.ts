import type { LadderStep, QualityLevel, QualitySample } from "@veche/contracts";
import type { QualityView } from "../call-snapshot.ts";
import type { Counters } from "./counters.ts";
import { judge, type Judgement } from "./level.ts";
import { mos } from "./mos.ts";
import { measure, type Measured } from "./sample.ts";
import { noLevelYet, steadied } from "./steady-level.ts";

const freezeWindow = 10;
/** The contract's limit of one report. */
const mostKept = 30;
/** Room for a voice, and for hardly anything beside it. */
const starvingKbps = 150;

export const unknownQuality: QualityView = {
  level: "unknown",
  reason: "none",
  sending: null,
  receiving: null,
  step: "full",
  sample: null,
};

const ranks: Readonly<Record<QualityLevel, number>> = {
  bad: 0,
  weak: 1,
  good: 2,
  excellent: 3,
  unknown: 4,
};
/** The worse of both directions: a line that fails either way fails. What is unknown says nothing. */
const worse = (one: Judgement, other: Judgement): Judgement =>
  ranks[one.level] <= ranks[other.level] ? one : other;

/** Turns readings into my side's levels, and gathers the samples that are to be reported. */
export class QualityWatch {
  #before: Counters | undefined;
  #sending = noLevelYet;
  #receiving = noLevelYet;
  #freezes: number[] = [];
  #silentMs = 0;
  #step: LadderStep = "full";
  #isNews = false;
  #unreported: QualitySample[] = [];

  /** One reading, a second after the last one. `isMediaExpected`: should anything arrive? */
  read(
    counters: Counters,
    { isMediaExpected }: { readonly isMediaExpected: boolean },
  ): QualityView {
    const before = this.#before;
    this.#before = counters;
    if (before === undefined) return { ...this.#view(), sample: null };
    const measured = measure(before, counters);
    this.#freezes = [...this.#freezes, measured.freezeRatio ?? 0].slice(
      -freezeWindow,
    );
    const isSilent =
      isMediaExpected && counters.packetsReceived <= before.packetsReceived;
    this.#silentMs = isSilent
      ? this.#silentMs + counters.atMs - before.atMs
      : 0;
    const isPictureSent = counters.pictureBytesSent > before.pictureBytesSent;
    const { atMs } = counters;
    this.#sending = steadied(
      this.#sending,
      this.#judgeSending(measured, { ...counters, isPictureSent }),
      atMs,
    );
    this.#receiving = steadied(
      this.#receiving,
      this.#judgeReceiving(measured),
      atMs,
    );
    const view = this.#view();
    const { level, reason, sending, receiving, step } = view;
    const sample: QualitySample = {
      ...measured,
      ...{ level, reason },
      ...(sending === null ? {} : { sending }),
      ...(receiving === null ? {} : { receiving }),
      ...(step === "full" ? {} : { step }),
    };
    this.#unreported = [...this.#unreported, sample].slice(-mostKept);
    return { ...view, sample };
  }

  /** What is given up from now on; the others are to know at once. */
  stepped(step: LadderStep): void {
    this.#step = step;
    this.#isNews = true;
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

  /** What is to be reported now, if it is time: `every` so many, or at once when something is given up. */
  takeDue(every: number): QualitySample[] {
    const newest = this.#unreported.at(-1);
    const isToldNow =
      this.#isNews &&
      (newest?.step ?? "full") === this.#step &&
      newest !== undefined;
    if (!isToldNow && this.#unreported.length < every) return [];
    this.#isNews = false;
    return this.#unreported.splice(0);
  }

  /** The report did not get through: the next one carries these too. */
  giveBack(samples: readonly QualitySample[]): void {
    this.#unreported = [...samples, ...this.#unreported].slice(-mostKept);
  }

  #view(): Omit<QualityView, "sample"> {
    const [sending, receiving] = [this.#sending, this.#receiving];
    const { level, reason } = worse(receiving, sending);
    return {
      ...{ level, reason },
      sending: { level: sending.level, reason: sending.reason },
      receiving: { level: receiving.level, reason: receiving.reason },
      step: this.#step,
    };
  }

  #judgeSending(
    { roundTripMs, sentLossRatio, availableOutgoingKbps }: Measured,
    {
      sentJitterMs,
      isPictureSent,
    }: Pick<Counters, "sentJitterMs"> & { readonly isPictureSent: boolean },
  ): Judgement {
    const figures = {
      roundTripMs,
      jitterMs: sentJitterMs,
      lossRatio: sentLossRatio,
    };
    return judge({
      ...figures,
      mos: mosOf(figures),
      freezeRatio: 0,
      silentMs: 0,
      limitation: null,
      isStarved:
        isPictureSent &&
        availableOutgoingKbps !== null &&
        availableOutgoingKbps < starvingKbps,
    });
  }

  #judgeReceiving({
    roundTripMs,
    jitterMs,
    receivedLossRatio,
    limitation,
  }: Measured): Judgement {
    const figures = { roundTripMs, jitterMs, lossRatio: receivedLossRatio };
    return judge({
      ...figures,
      mos: mosOf(figures),
      freezeRatio:
        this.#freezes.reduce((sum, share) => sum + share, 0) / freezeWindow,
      silentMs: this.#silentMs,
      limitation,
      isStarved: false,
    });
  }
}

const mosOf = ({
  roundTripMs,
  jitterMs,
  lossRatio,
}: {
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly lossRatio: number | null;
}): number | null =>
  roundTripMs === null
    ? null
    : mos({ roundTripMs, jitterMs: jitterMs ?? 0, lossRatio: lossRatio ?? 0 });
