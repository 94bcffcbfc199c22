import type { NoticeOf, PrincipalId, QualitySample } from "@veche/contracts";
import type { CallPowers } from "./call-powers.ts";
import type { QualityView } from "./call-snapshot.ts";
import { unknownQuality } from "./quality/quality-watch.ts";

/** Reports come every 5 s; two missed ones and the last says nothing about now. */
const fadesAfterMs = 15_000;

/** How the others are, by their own judgement of their lines. */
export class PartyQualities {
  readonly #powers: CallPowers;
  readonly #changed: () => void;
  readonly #views = new Map<PrincipalId, QualityView>();
  #cancelFading = (): void => undefined;

  constructor(powers: CallPowers, changed: () => void) {
    this.#powers = powers;
    this.#changed = changed;
  }

  of(principalId: PrincipalId | undefined): QualityView {
    return (
      (principalId === undefined ? undefined : this.#views.get(principalId)) ??
      unknownQuality
    );
  }

  /** The one other side of a pair tells each time, and fades when it does not. */
  reported(principalId: PrincipalId, sample: QualitySample): void {
    this.#cancelFading();
    this.#cancelFading = this.#powers.after(fadesAfterMs, () => {
      this.#views.delete(principalId);
      this.#changed();
    });
    const { level, reason, sending, receiving, step } = sample;
    this.#views.set(principalId, {
      ...{ level, reason, sample },
      sending: sending ?? null,
      receiving: receiving ?? null,
      step: step ?? "full",
    });
    this.#changed();
  }

  /** Of a group the server tells what changed; what is not told is as before. */
  told({ qualities }: NoticeOf<"call.qualities_reported">): void {
    for (const { principalId, ...quality } of qualities)
      this.#views.set(principalId, { ...quality, sample: null });
    this.#changed();
  }

  close(): void {
    this.#cancelFading();
  }
}
