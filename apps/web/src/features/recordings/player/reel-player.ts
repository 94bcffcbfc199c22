import type { Reel } from "@veche/contracts";
import { createStore, type Readable } from "@veche/realtime-client";

/** How far a reel may stray from the leading one before it is brought back. */
const driftMs = 150;

interface PlayerState {
  readonly isPlaying: boolean;
  readonly positionMs: number;
  readonly durationMs: number;
}

/** What the player asks of a browser's video element. */
type ReelElement = Pick<
  HTMLMediaElement,
  | "currentTime"
  | "paused"
  | "play"
  | "pause"
  | "playbackRate"
  | "addEventListener"
  | "removeEventListener"
>;

/** Reels of one recording, played in step. The longest leads; the others are brought back to it when they stray. */
export interface ReelPlayer {
  readonly state: Readable<PlayerState>;
  /** Gives a reel its element; the answer takes it away. */
  readonly attach: (reel: Pick<Reel, "id">, element: ReelElement) => () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (positionMs: number) => void;
  readonly setSpeed: (speed: number) => void;
}

type Timed = Pick<Reel, "id" | "durationMs">;

const isRefusal = (failure: unknown): boolean =>
  failure instanceof DOMException && failure.name === "NotAllowedError";

class PlayerOfReels implements ReelPlayer {
  readonly state;
  readonly #leader: Timed | undefined;
  readonly #durations: ReadonlyMap<Reel["id"], number>;
  readonly #elements = new Map<Reel["id"], ReelElement>();

  constructor(reels: readonly Timed[]) {
    this.#leader = reels.toSorted((a, b) => b.durationMs - a.durationMs)[0];
    this.#durations = new Map(
      reels.map(({ id, durationMs }) => [id, durationMs]),
    );
    this.state = createStore<PlayerState>({
      isPlaying: false,
      positionMs: 0,
      durationMs: this.#leader?.durationMs ?? 0,
    });
  }

  readonly attach = (
    { id }: Pick<Reel, "id">,
    element: ReelElement,
  ): (() => void) => {
    this.#elements.set(id, element);
    const heard =
      id === this.#leader?.id
        ? ({
            timeupdate: () => this.#follow(element),
            waiting: () => this.#holdOthers(),
            playing: () => this.#resume(),
            ended: () => this.pause(),
          } as const)
        : {};
    for (const [kind, hear] of Object.entries(heard))
      element.addEventListener(kind, hear);
    return () => {
      for (const [kind, hear] of Object.entries(heard))
        element.removeEventListener(kind, hear);
      this.#elements.delete(id);
    };
  };

  readonly play = (): void => {
    const { positionMs, durationMs } = this.state.get();
    if (positionMs >= durationMs - driftMs) this.seek(0);
    this.#change({ isPlaying: true });
    this.#resume();
  };

  readonly pause = (): void => {
    this.#change({ isPlaying: false });
    for (const element of this.#elements.values()) element.pause();
  };

  readonly seek = (wishedMs: number): void => {
    const { durationMs, isPlaying } = this.state.get();
    const positionMs = Math.min(Math.max(0, wishedMs), durationMs);
    this.#change({ positionMs });
    for (const [id, element] of this.#elements)
      element.currentTime =
        Math.min(positionMs, this.#durations.get(id) ?? 0) / 1000;
    if (isPlaying) this.#resume();
  };

  readonly setSpeed = (speed: number): void => {
    for (const element of this.#elements.values()) element.playbackRate = speed;
  };

  #change(change: Partial<PlayerState>): void {
    this.state.set({ ...this.state.get(), ...change });
  }

  #follow(leading: ReelElement): void {
    const positionMs = leading.currentTime * 1000;
    this.#change({ positionMs });
    for (const [id, element] of this.#elements) {
      if (element === leading) continue;
      const isOver = positionMs > (this.#durations.get(id) ?? 0);
      if (isOver) element.pause();
      else if (Math.abs(element.currentTime * 1000 - positionMs) > driftMs)
        element.currentTime = positionMs / 1000;
    }
  }

  #holdOthers(): void {
    for (const [id, element] of this.#elements)
      if (id !== this.#leader?.id) element.pause();
  }

  /** Those that have not ended by now go on. */
  #resume(): void {
    const { isPlaying, positionMs } = this.state.get();
    if (!isPlaying) return;
    for (const [id, element] of this.#elements) {
      const isOver = positionMs >= (this.#durations.get(id) ?? 0);
      if (element.paused && !isOver)
        void element.play().catch((failure: unknown) => {
          // A browser that refuses leaves it paused: the button says so. One that was held meanwhile goes on later.
          if (isRefusal(failure)) this.pause();
        });
    }
  }
}

export const createReelPlayer = (reels: readonly Timed[]): ReelPlayer =>
  new PlayerOfReels(reels);
