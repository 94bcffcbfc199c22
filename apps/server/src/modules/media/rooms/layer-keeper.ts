import type { Timers } from "../../../platform/timers.ts";
import type { JanusHandle } from "../janus/janus-handle.ts";
import type { JanusMessage } from "../janus/janus-line.ts";
import { Budget } from "./budget.ts";
import { fitLayers, type Fitted, type ShownPicture } from "./layers.ts";
import { chooseLayers, type LayerChoice } from "./video-room.ts";
import type { HeldLine } from "./wanted-lines.ts";

export interface LayerKeeperDeps {
  readonly nowMs: () => number;
  readonly timers: Timers;
  /** These pictures as the viewer shows them, the most important first. */
  readonly shown: (pictures: readonly HeldLine[]) => readonly ShownPicture[];
  /** Other pictures than before have no room. */
  readonly starvedChanged: () => void;
  readonly failed: (error: unknown) => void;
}

const lookEveryMs = 1_000;
/** What a line takes until it is known better: a sound, or a camera's middle size. */
const packetsPerSecond = 50;
const packetBits = 8_000;

/**
 * Chooses for one viewer what the media server sends of each picture: by the size in which it is shown, and by what the
 * viewer's line carries. Sound is never touched. Janus has no control of its own on the way down.
 */
export class LayerKeeper implements Disposable {
  readonly #deps: LayerKeeperDeps;
  readonly #budget = new Budget();
  #lines: readonly HeldLine[] = [];
  #fitted: Fitted = fitLayers([], 0);
  /** What Janus was told, by line and what it carries. */
  #told = new Map<string, string>();
  #work: Promise<void> = Promise.resolve();
  #tick: Disposable | undefined;
  #isClosed = false;

  constructor(deps: LayerKeeperDeps) {
    this.#deps = deps;
  }

  /** Is this picture left out for want of room? */
  isStarved({ mid }: HeldLine): boolean {
    return this.#fitted.starved.has(mid);
  }

  /** Chooses anew; `lines` are what the viewer has now. */
  follow(handle: JanusHandle, lines: readonly HeldLine[]): void {
    this.#lines = lines;
    this.#fit(handle);
  }

  /** Takes what Janus says of the viewer's connection. */
  heard(handle: JanusHandle, { janus, mid, lost }: JanusMessage): void {
    if (janus !== "slowlink" || typeof lost !== "number") return;
    const sent = typeof mid === "string" ? this.#packetsOf(mid) : undefined;
    const isLess = this.#budget.trouble({
      lossRatio: Math.min(1, lost / (sent ?? packetsPerSecond)),
      spentKbps: this.#fitted.spent,
      nowMs: this.#deps.nowMs(),
    });
    if (isLess) this.#fit(handle);
    this.#tick ??= this.#deps.timers.every(lookEveryMs, () =>
      this.#look(handle),
    );
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#tick?.[Symbol.dispose]();
  }

  #look(handle: JanusHandle): void {
    const { spent: spentKbps, isWhole } = this.#fitted;
    const nowMs = this.#deps.nowMs();
    if (this.#budget.look({ spentKbps, isWhole, nowMs })) this.#fit(handle);
    if (this.#budget.isLimited) return;
    this.#tick?.[Symbol.dispose]();
    this.#tick = undefined;
  }

  #packetsOf(mid: string): number | undefined {
    const kbps = this.#fitted.costs.get(mid);
    return kbps === undefined ? undefined : (kbps * 1_000) / packetBits;
  }

  #fit(handle: JanusHandle): void {
    if (this.#isClosed) return;
    const pictures = this.#lines.filter(
      ({ source }) => source === "camera" || source === "screen",
    );
    const before = this.#fitted.starved;
    this.#fitted = fitLayers(this.#deps.shown(pictures), this.#budget.kbps);
    const { starved } = this.#fitted;
    const isOther =
      before.size !== starved.size ||
      [...starved].some((mid) => !before.has(mid));
    if (isOther) this.#deps.starvedChanged();
    // One after another, and the last word is of the last choice.
    this.#work = this.#work
      .then(() => this.#tell(handle))
      .catch((error: unknown) => {
        if (!this.#isClosed) this.#deps.failed(error);
      });
  }

  async #tell(handle: JanusHandle): Promise<void> {
    const told = new Map<string, string>();
    const choices: LayerChoice[] = [];
    for (const { mid, feedId, feedMid } of this.#lines) {
      const layer = this.#fitted.layers.get(mid);
      if (layer === undefined) continue;
      const key = `${mid} ${feedId} ${feedMid}`;
      told.set(key, JSON.stringify(layer));
      if (told.get(key) !== this.#told.get(key)) choices.push({ mid, layer });
    }
    if (choices.length > 0) await chooseLayers(handle, choices);
    this.#told = told;
  }
}
