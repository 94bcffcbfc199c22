import { setTimeout as sleep } from "node:timers/promises";
import { liveOnce, type ChildLife } from "./child-life.ts";
import type {
  SupervisedProgram,
  SupervisedState,
} from "./supervised-program.ts";

/** A child that is kept alive: when it dies it is started again, with growing pauses. */
export interface Supervised {
  state(): SupervisedState;
  processId(): number | undefined;
  /** Settles when the child serves for the first time; rejects when it can't be brought up. */
  start(): Promise<void>;
  /** Ends a child that no longer serves, so that it is started anew. */
  replace(): void;
  /** Ends the child and the keeping. Idempotent. */
  stop(): Promise<void>;
}

/** A child that lived this long is well: the next death is a new story, not the old one again. */
const wellAfterMs = 10_000;

export function supervise(program: SupervisedProgram): Supervised {
  const stopping = new AbortController();
  const life: ChildLife = { state: "stopped", child: undefined };
  let keeping: Promise<void> | undefined;

  return {
    state: () => life.state,
    processId: () => life.child?.pid,
    start() {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      keeping = keepAlive(program, {
        life,
        stopping: stopping.signal,
        onFirstUp: () => resolve(undefined),
        onGivenUp: reject,
      });
      return promise;
    },
    replace: () => void life.child?.kill(program.stop.lastSignal),
    async stop() {
      stopping.abort();
      life.child?.kill(program.stop.signal);
      const forced = setTimeout(
        () => life.child?.kill(program.stop.lastSignal),
        program.stop.graceMs,
      );
      await keeping;
      clearTimeout(forced);
      life.state = "stopped";
    },
  };
}

interface Keeping {
  readonly life: ChildLife;
  readonly stopping: AbortSignal;
  readonly onFirstUp: () => void;
  readonly onGivenUp: (error: unknown) => void;
}

async function keepAlive(
  program: SupervisedProgram,
  { life, stopping, onFirstUp, onGivenUp }: Keeping,
): Promise<void> {
  const { log, name } = program;
  const history = { failures: 0, wasUp: false };
  while (!stopping.aborted) {
    const startedAt = performance.now();
    const onReady = (): void => {
      history.wasUp = true;
      const tookMs = Math.round(performance.now() - startedAt);
      log.info({ program: name, tookMs }, "child is up");
      onFirstUp();
    };
    try {
      await liveOnce(program, { life, stopping, onReady });
    } catch (error) {
      const livedMs = performance.now() - startedAt;
      history.failures = livedMs > wellAfterMs ? 1 : history.failures + 1;
      const { failures, wasUp } = history;
      if (!wasUp && failures >= program.firstStartTries) {
        onGivenUp(error);
        return;
      }
      log.warn({ program: name, error, failures }, "child ended, starting it");
      await pause(program.backOff, failures, stopping);
    }
  }
  onGivenUp(new Error(`${name} was stopped before it was up`));
}

async function pause(
  { firstMs, maxMs }: SupervisedProgram["backOff"],
  failures: number,
  signal: AbortSignal,
): Promise<void> {
  const delayMs = Math.min(maxMs, firstMs * 2 ** (failures - 1));
  await sleep(delayMs, undefined, { signal }).catch(() => undefined);
}
