import { setTimeout as pause } from "node:timers/promises";
import {
  isRetryable,
  type CommandName,
  type CommandParams,
  type CommandResult,
  type ErrorCode,
} from "@veche/contracts";
import { CommandError } from "@veche/realtime-client";
import type { Person } from "@veche/test-world";
import type { Random } from "../random.ts";

/** What became of a command that was sent under the same id until there was a word about it. */
export type Answer<Result> = { readonly attempts: number } & (
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "refused"; readonly code: ErrorCode }
  /** Given up: it may have been done. */
  | { readonly kind: "unknown" }
);

export interface PersistDeps {
  readonly random: Random;
  /** True when the round is over and patience has an end. */
  readonly isSettling: () => boolean;
  readonly onRetry: (code: ErrorCode, attempt: number) => void;
}

/** All that wait at one device must not come back in the same instant: that is what a flood looks like. */
const spread = 8;
const usualPauseMs = 200;
const lastTries = 20;

/** Sends until the server has said yes or no: what an outbox does, seen from outside. */
export async function persist<Name extends CommandName>(
  { random, isSettling, onRetry }: PersistDeps,
  device: Person,
  [name, params]: readonly [Name, CommandParams<Name>],
): Promise<Answer<CommandResult<Name>>> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      const result = await device.line.send(name, params);
      return { kind: "done", result, attempts };
    } catch (error) {
      const code = error instanceof CommandError ? error.code : "server.failed";
      if (!isRetryable(code)) return { kind: "refused", code, attempts };
      onRetry(code, attempts);
      const { kind } = device.line.state.get();
      // A line that was ended for good sends no more; the round is told so by the checkers.
      if (kind === "stopped" || (isSettling() && attempts > lastTries))
        return { kind: "unknown", attempts };
      const askedMs =
        error instanceof CommandError ? error.retryAfterMs : undefined;
      await pause((askedMs ?? usualPauseMs) * (1 + random.next() * spread));
    }
  }
}
