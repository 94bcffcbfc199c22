/**
 * Put before the page's own scripts. Times begin where the browser says that the input began, and end after the frame
 * that shows the thing was painted.
 */
export const pageClock = `(() => {
  const afterPaint = (done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  });
  const clock = { };
  Object.defineProperty(globalThis, "benchClock", { value: clock });
  const begin = (event) => { clock.beganAt = event.timeStamp; clock.frames = 0; count(); };
  const count = () => requestAnimationFrame(() => { clock.frames += 1; if (clock.frames < 120) count(); });
  addEventListener("click", begin, true);
  addEventListener("keydown", (event) => { if (event.key === "Enter") begin(event); }, true);
  addEventListener("input", begin, true);

  /* Waits from now on for an input, and then for the paint of the first frame in which isThere() holds. */
  clock.watch = (isThere) => { clock.painted = new Promise((resolve) => {
    clock.beganAt = undefined;
    let isDone = false;
    const look = () => {
      if (isDone || clock.beganAt === undefined || !isThere()) return;
      isDone = true;
      seen.disconnect();
      const frames = clock.frames;
      afterPaint((at) => resolve({ ms: at - clock.beganAt, frames }));
    };
    const seen = new MutationObserver(look);
    seen.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
  }); };

  /* Scrolls by so much in every frame; settles with the lengths of the frames. */
  clock.scroll = (place, pxPerFrame, durationMs) => new Promise((resolve) => {
    const lengths = [];
    let before;
    let endsAt;
    let movedPx = 0;
    const step = (at) => {
      if (before !== undefined) lengths.push(at - before);
      endsAt ??= at + durationMs;
      before = at;
      const from = place().scrollTop;
      place().scrollTop = from + pxPerFrame;
      movedPx += Math.abs(place().scrollTop - from);
      if (at < endsAt) requestAnimationFrame(step);
      else resolve({ lengths, movedPx });
    };
    requestAnimationFrame(step);
  });
})();`;

interface PageClock {
  /** Begins to wait for an input, and for what it is to bring. */
  watch(isThere: () => boolean): void;
  /** From that input to the paint of the first frame that shows it; `frames` begun before the page changed. */
  readonly painted: Promise<{ readonly ms: number; readonly frames: number }>;
  scroll(
    place: () => Element,
    pxPerFrame: number,
    durationMs: number,
  ): Promise<{ readonly lengths: readonly number[]; readonly movedPx: number }>;
}

declare global {
  /** In the page alone. */
  var benchClock: PageClock;
}
