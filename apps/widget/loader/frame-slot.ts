import type { Frame } from "./face.ts";

/** The place of the chat part: empty until somebody wants it, loaded once, tried again after a failure. */
export function createFrameSlot(
  mount: () => Promise<Frame>,
  report: (message: string, cause?: unknown) => void,
) {
  let frame: Promise<Frame> | null = null;
  return {
    isWanted: () => frame !== null,
    /** Loads the chat part if need be, then acts on it. */
    use(act: (frame: Frame) => void) {
      frame ??= mount();
      frame.then(act).catch((error: unknown) => {
        // The next press tries again: a chunk that failed to arrive is not for ever.
        frame = null;
        report("the chat could not be loaded", error);
      });
    },
    /** Acts only if the chat part was wanted before. */
    useIfWanted(act: (frame: Frame) => void) {
      if (frame !== null) this.use(act);
    },
  };
}
