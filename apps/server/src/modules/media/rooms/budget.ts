/** Less than the poorest picture takes: only the first one is left. */
const floorKbps = 30;
/** What was lost in that time is of what was sent before the last cut. */
const settleMs = 1_000;
/** A raise that brings trouble within this time was too much. */
const trialMs = 4_000;
const raiseEveryMs = 2_000;
const shortestQuietMs = 2_000;
const longestQuietMs = 60_000;
/** After so long without trouble an earlier one is forgotten. */
const forgivenAfterMs = 180_000;
/** More lost than this share: the line carries a fraction of what is sent, not a little less. */
const severeLoss = 0.2;

export interface Trouble {
  /** Of what was sent in the last second. */
  readonly lossRatio: number;
  /** What all pictures took. */
  readonly spentKbps: number;
  readonly nowMs: number;
}

/**
 * What a viewer's line carries of pictures, as far as losses tell: nobody measures it. Cut at once, down to a single
 * picture when much is lost; raised by half every two quiet seconds. What did not last is tried again after a pause
 * that is twice as long each time.
 */
export class Budget {
  #kbps = Number.POSITIVE_INFINITY;
  #quietMs = shortestQuietMs;
  #troubleAtMs = Number.NEGATIVE_INFINITY;
  #cutAtMs = Number.NEGATIVE_INFINITY;
  #raise: { readonly fromKbps: number; readonly atMs: number } | undefined;

  get kbps(): number {
    return this.#kbps;
  }

  get isLimited(): boolean {
    return this.#kbps !== Number.POSITIVE_INFINITY;
  }

  /** True when there is less to be spent now. */
  trouble({ lossRatio, spentKbps, nowMs }: Trouble): boolean {
    if (nowMs - this.#troubleAtMs > forgivenAfterMs)
      this.#quietMs = shortestQuietMs;
    this.#troubleAtMs = nowMs;
    if (nowMs - this.#cutAtMs < settleMs) return false;
    this.#cutAtMs = nowMs;
    const raise = this.#raise;
    this.#raise = undefined;
    const before = this.#kbps;
    if (raise !== undefined && nowMs - raise.atMs < trialMs) {
      this.#quietMs = Math.min(this.#quietMs * 2, longestQuietMs);
      this.#kbps = raise.fromKbps;
    } else
      this.#kbps =
        lossRatio > severeLoss
          ? floorKbps
          : Math.max(floorKbps, Math.min(before, spentKbps) * 0.6);
    return this.#kbps < before;
  }

  /** Tries more where all was quiet; true when there is more to be spent now. */
  look({
    spentKbps,
    isWhole,
    nowMs,
  }: Pick<Trouble, "spentKbps" | "nowMs"> & {
    readonly isWhole: boolean;
  }): boolean {
    if (!this.isLimited) return false;
    if (nowMs - this.#troubleAtMs < this.#quietMs) return false;
    if (this.#raise !== undefined && nowMs - this.#raise.atMs < raiseEveryMs)
      return false;
    if (isWhole) {
      this.#kbps = Number.POSITIVE_INFINITY;
      return false;
    }
    this.#raise = { fromKbps: this.#kbps, atMs: nowMs };
    this.#kbps = Math.max(this.#kbps, spentKbps, floorKbps) * 1.5 + floorKbps;
    return true;
  }
}
