import { inspect } from "node:util";
import type { Log } from "../log.ts";
import {
  StartRefusedError,
  startRefusedExitCode,
} from "../start-refused-error.ts";

/**
 * Settles at the first wish to stop: Ctrl-C, a signal, or the end of whoever started us. A second signal ends the
 * process at once; the database takes that like a power cut and loses nothing.
 */
export function waitForStop(log: Log): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const ask = (why: string): void => {
      if (isAsked) {
        log.warn({ why }, "asked to stop again: ending at once");
        process.exit(1);
      }
      isAsked = true;
      log.info({ why }, "stopping");
      resolve();
    };
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      process.on(signal, ask);
    }
    // Only the start script opens such a channel; it closes when that is killed.
    if (process.connected) {
      process.once("disconnect", () => {
        ask("the start script is gone");
      });
    }
  });
}

/** After a mistake nobody caught, nothing in this process can be trusted: say it and let it be started anew. */
export function exitOnUncaught(log: Log): void {
  process.on("uncaughtException", (error) => {
    log.fatal({ error }, "uncaught error");
    process.exit(1);
  });
}

/** Ends with a text for a person where a person can help, and with the whole error where not. */
export function exitWithFailure(error: unknown): never {
  if (error instanceof StartRefusedError) {
    process.stderr.write(`\n${error.message}\n\n`);
    process.exit(startRefusedExitCode);
  }
  process.stderr.write(`\nThe server can't go on: ${inspect(error)}\n`);
  process.exit(1);
}
