import type { JanusHandle } from "../janus/janus-handle.ts";

/** Writes what one life of a connection sends, in one go: where it has stopped, another life begins. */
export class FeedRecorder {
  #base: string | null = null;

  /** Where it writes now, without the ends of the files' names. */
  get base(): string | null {
    return this.#base;
  }

  async begin(handle: JanusHandle, base: string): Promise<void> {
    await handle.ask({ request: "configure", record: true, filename: base });
    this.#base = base;
  }

  /** Its connection is gone. */
  forget(): void {
    this.#base = null;
  }

  /** Settles when the files are whole. */
  async stop(handle: JanusHandle): Promise<void> {
    if (this.#base === null) return;
    await handle.ask({ request: "configure", record: false });
    this.#base = null;
  }
}
