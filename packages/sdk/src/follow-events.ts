import { appEndpoints, type ApplicationEvent } from "@veche/contracts";
import type { Call } from "./call.ts";
import type { Powers } from "./powers.ts";
import { VecheRefusal } from "./veche-refusal.ts";

/** Some events in their order; `next` is to be kept with what was done with them. */
export interface EventPage {
  readonly items: readonly ApplicationEvent[];
  readonly next: number;
}

export interface FollowOptions {
  /** The `next` that was kept; 0 or nothing: from the beginning. */
  readonly after?: number;
  readonly signal?: AbortSignal;
}

const waitMs = 20_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** Pages as they come, for good: a server that is away is asked again, what it refuses for good is thrown. */
export async function* followEvents(
  call: Call,
  powers: Pick<Powers, "wait">,
  { after = 0, signal }: FollowOptions,
): AsyncGenerator<EventPage, void, undefined> {
  let next = after;
  let pauseMs = firstPauseMs;
  while (!isOver(signal)) {
    try {
      const page = await call(appEndpoints.listEvents, {
        query: { after: next, waitMs },
        signal,
      });
      pauseMs = firstPauseMs;
      if (page.next === next) continue;
      next = page.next;
      yield page;
    } catch (error) {
      if (isOver(signal)) return;
      if (!(error instanceof VecheRefusal) || !error.isRetryable) throw error;
      await powers.wait(Math.max(pauseMs, error.retryAfterMs), signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }
}

/** Asked anew each time: it changes while we wait. */
const isOver = (signal: AbortSignal | undefined): boolean =>
  signal?.aborted === true;
