/** When somebody was heard last, by the media server's word. */
export class Voice {
  readonly #nowMs: () => number;
  #isTalking = false;
  #lastMs = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  get isTalking(): boolean {
    return this.#isTalking;
  }

  /** Now, while they talk; 0: never. */
  get heardAtMs(): number {
    return this.#isTalking ? this.#nowMs() : this.#lastMs;
  }

  /** Takes what Janus said of them; true when they began or ended. */
  heard({ videoroom }: Readonly<Record<string, unknown>>): boolean {
    if (videoroom !== "talking" && videoroom !== "stopped-talking")
      return false;
    this.#isTalking = videoroom === "talking";
    this.#lastMs = this.#nowMs();
    return true;
  }
}
