import type { Timers } from "../../../platform/timers.ts";
import type { JanusHandle } from "../janus/janus-handle.ts";

/** The first key frame is asked for after so long, each next one after twice as long … */
const firstKeyFrameMs = 1_000;
/** … up to this: from one to the next at most is gone over when somebody seeks. */
const keyFrameAtMostMs = 10_000;

/** It may write, and the media server did not say so: nobody counts on a file of that name. */
const unconfirmed = "";

/** Writes what one life of a connection sends, in one go: where it has stopped, another life begins. */
export class FeedRecorder {
  readonly #timers: Timers;
  #base: string | null = null;
  #nextKeyFrame: Disposable | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /**
   * Where it writes now, without the ends of the files' names; no part's where that was not confirmed: whoever compares
   * stops it first, for Janus goes on with the files it has when it is asked for others.
   */
  get base(): string | null {
    return this.#base;
  }

  async begin(handle: JanusHandle, base: string): Promise<void> {
    this.#base = unconfirmed;
    await handle.ask({ request: "configure", record: true, filename: base });
    this.#base = base;
    this.#askForKeyFrames(handle, firstKeyFrameMs);
  }

  /** Its connection is gone. */
  forget(): void {
    this.#base = null;
    this.quiet();
  }

  /** Asks for no more key frames. */
  quiet(): void {
    this.#nextKeyFrame?.[Symbol.dispose]();
  }

  /** Settles when the files are whole. */
  async stop(handle: JanusHandle): Promise<void> {
    if (this.#base === null) return;
    await handle.ask({ request: "configure", record: false });
    this.forget();
  }

  /*
   * A picture begins with a key frame, and browsers send one only when they are asked. Janus asks when it begins to
   * write; where that one is lost, or comes of a layer that is not written, nobody would be seen until somebody new
   * looks at them.
   */
  #askForKeyFrames(handle: JanusHandle, afterMs: number): void {
    this.quiet();
    this.#nextKeyFrame = this.#timers.after(afterMs, () => {
      // One that can't be asked any more has ended, and its end is heard of elsewhere.
      void handle
        .ask({ request: "configure", keyframe: true })
        .catch(() => this.quiet());
      this.#askForKeyFrames(handle, Math.min(2 * afterMs, keyFrameAtMostMs));
    });
  }
}
