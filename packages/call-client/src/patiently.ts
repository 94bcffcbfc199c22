import type { CallPowers } from "./call-powers.ts";
import { refusal } from "./refusal.ts";

/** As long as a seat is held for an operator: a server that restarts slowly is waited for, one that is gone is not. */
const patienceMs = 60_000;
/** When the server does not say when to ask again. */
export const askAgainMs = 2_000;

/**
 * Asks again while the server is away (`server.unavailable`), up to a minute. For what the contract lets be said
 * twice, and only while it `isWanted`. Rejects with whatever else is refused.
 */
export async function patiently<Answer>(
  powers: CallPowers,
  ask: () => Promise<Answer>,
  isWanted: () => boolean = () => true,
): Promise<Answer> {
  const untilMs = powers.nowMs() + patienceMs;
  for (;;)
    try {
      return await ask();
    } catch (error) {
      const { code, retryAfterMs = askAgainMs } = refusal(error);
      if (code !== "server.unavailable" || powers.nowMs() >= untilMs)
        throw error;
      await new Promise<void>((resolve) => powers.after(retryAfterMs, resolve));
      if (!isWanted()) throw error;
    }
}
