import type { IceConfiguration } from "@veche/contracts";
import type { CallPowers } from "./call-powers.ts";

const retryMs = 30_000;
/** Renewed when this share of their life is over. */
const renewAt = 0.8;

export interface IceRenewalDeps {
  readonly powers: CallPowers;
  /** Undefined: there is nothing to renew for. */
  readonly ask: () => Promise<IceConfiguration | undefined>;
  readonly renewed: (ice: IceConfiguration) => void;
}

/** Asks for new TURN credentials before the present ones expire, for as long as the call lasts. */
export class IceRenewal {
  readonly #deps: IceRenewalDeps;
  #cancel = (): void => undefined;
  #isClosed = false;

  constructor(deps: IceRenewalDeps) {
    this.#deps = deps;
  }

  follow({ expiresAt }: IceConfiguration): void {
    const leftMs = Date.parse(expiresAt) - this.#deps.powers.nowMs();
    // Where this machine's clock runs ahead they only seem expired: no hurry without end.
    this.#after(Math.max(retryMs, leftMs * renewAt));
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  #after(delayMs: number): void {
    this.#cancel();
    this.#cancel = this.#deps.powers.after(delayMs, () => {
      void this.#renew();
    });
  }

  async #renew(): Promise<void> {
    // Armed before asking: a failure is tried again by this.
    this.#after(retryMs);
    const ice = await this.#deps.ask().catch(() => undefined);
    if (ice === undefined || this.#isClosed) return;
    this.follow(ice);
    this.#deps.renewed(ice);
  }
}
