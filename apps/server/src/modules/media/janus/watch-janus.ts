import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { openJanusSession } from "./janus-handle.ts";
import type { JanusLine } from "./janus-line.ts";

const askEveryMs = 2_000;
/** A hung Janus does not end by itself: after so many unanswered questions the line is given up, and Janus with it. */
const mostMissed = 3;

/**
 * Asks the VideoRoom whether it works, through the core and the plugin's own locks, for as long as the line lives.
 * One that does not answer is as good as dead.
 */
export function watchJanus(
  line: JanusLine,
  { timers, log }: { readonly timers: Timers; readonly log: Log },
): void {
  let missed = 0;
  let asking = false;
  const handle = openJanusSession(line).then((session) =>
    session.attach(() => undefined),
  );
  // The first question below meets the same failure.
  handle.catch(() => undefined);
  const ask = async (): Promise<void> => {
    if (asking) {
      missing();
      return;
    }
    asking = true;
    try {
      await (await handle).ask({ request: "exists", room: "none" });
      missed = 0;
    } catch {
      missing();
    } finally {
      asking = false;
    }
  };
  const missing = (): void => {
    missed += 1;
    if (missed < mostMissed) return;
    log.error("the media server does not answer: it is started anew");
    line[Symbol.dispose]();
  };
  const asks = timers.every(askEveryMs, () => void ask());
  void line.closed.then(() => asks[Symbol.dispose]());
}
