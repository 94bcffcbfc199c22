import type { QualitySample } from "@veche/contracts";
import type { CallPowers } from "./call-powers.ts";
import type { QualityView } from "./call-snapshot.ts";
import { unknownQuality } from "./quality/quality-watch.ts";

/** Reports come every 5 s; two missed ones and the last says nothing about now. */
const fadesAfterMs = 15_000;

/** The other side's own judgement of their line, as long as it is fresh. */
export class PeerQuality {
  readonly #powers: CallPowers;
  readonly #changed: () => void;
  #view = unknownQuality;
  #cancelFading = (): void => undefined;

  constructor(powers: CallPowers, changed: () => void) {
    this.#powers = powers;
    this.#changed = changed;
  }

  get view(): QualityView {
    return this.#view;
  }

  reported(sample: QualitySample): void {
    this.#cancelFading();
    this.#cancelFading = this.#powers.after(fadesAfterMs, () =>
      this.#set(unknownQuality),
    );
    this.#set({ level: sample.level, reason: sample.reason, sample });
  }

  close(): void {
    this.#cancelFading();
  }

  #set(view: QualityView): void {
    this.#view = view;
    this.#changed();
  }
}
