import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";

export interface SupervisedProgram {
  readonly name: string;
  /** Makes ready what a start needs; runs before every start. */
  readonly prepare: () => Promise<void>;
  readonly launch: () => ChildProcess;
  /** Settles when the child serves. Aborted when the child dies before. */
  readonly waitUntilReady: (
    child: ChildProcess,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly stop: {
    readonly signal: NodeJS.Signals;
    readonly graceMs: number;
    readonly lastSignal: NodeJS.Signals;
  };
  readonly backOff: { readonly firstMs: number; readonly maxMs: number };
  /** How often the very first start is tried before `start` refuses. */
  readonly firstStartTries: number;
  /** A line the child wrote; false keeps it out of the log. */
  readonly onLine: (line: string) => void;
  readonly log: Log;
}

export type SupervisedState = "starting" | "up" | "down" | "stopped";

/** A child that is kept alive: when it dies it is started again, with growing pauses. */
export interface Supervised {
  state(): SupervisedState;
  processId(): number | undefined;
  /** Settles when the child serves for the first time; rejects when it can't be brought up. */
  start(): Promise<void>;
  /** Ends the child and the keeping. Idempotent. */
  stop(): Promise<void>;
}

/** A child that lived this long is well: the next death is a new story, not the old one again. */
const wellAfterMs = 10_000;
const keptLines = 20;

export function supervise(program: SupervisedProgram): Supervised {
  const { log, name } = program;
  const stopping = new AbortController();
  let state: SupervisedState = "stopped";
  let child: ChildProcess | undefined;
  let keeping: Promise<void> | undefined;

  async function liveOnce(onReady: () => void): Promise<void> {
    state = "starting";
    await program.prepare();
    if (stopping.signal.aborted) return;
    const current = program.launch();
    child = current;
    const lines = keepLines(current, program.onLine);
    const died = new AbortController();
    const ended = awaitEnd(current).finally(() => {
      died.abort();
      if (state === "up" || state === "starting") state = "down";
    });
    if (stopping.signal.aborted) current.kill(program.stop.signal);
    const ready = program.waitUntilReady(current, died.signal).then(() => {
      if (died.signal.aborted) return;
      state = "up";
      onReady();
    });
    // A child that died before it was ready is told by its end, which carries its last words.
    ready.catch(() => current.kill(program.stop.lastSignal));
    const end = await ended;
    await ready.catch(() => undefined);
    child = undefined;
    if (!stopping.signal.aborted)
      throw new Error(`${name} ended (${end})\n${lines.join("\n")}`);
  }

  async function keepAlive(first: PromiseWithResolvers<void>): Promise<void> {
    let failures = 0;
    let wasUp = false;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      try {
        await liveOnce(() => {
          log.info(
            {
              program: name,
              processId: child?.pid,
              tookMs: Math.round(performance.now() - startedAt),
            },
            "child is up",
          );
          wasUp = true;
          first.resolve();
        });
      } catch (error) {
        failures =
          performance.now() - startedAt > wellAfterMs ? 1 : failures + 1;
        if (!wasUp && failures >= program.firstStartTries) {
          state = "down";
          first.reject(error);
          return;
        }
        log.warn(
          { program: name, error, failures },
          "child ended, starting it again",
        );
        await pause(failures);
      }
    }
    first.reject(new Error(`${name} was stopped before it was up`));
  }

  async function pause(failures: number): Promise<void> {
    const { firstMs, maxMs } = program.backOff;
    const delayMs = Math.min(maxMs, firstMs * 2 ** (failures - 1));
    await sleep(delayMs, undefined, { signal: stopping.signal }).catch(
      () => undefined,
    );
  }

  return {
    state: () => state,
    processId: () => child?.pid,
    start() {
      const first = Promise.withResolvers<void>();
      // `stop` before the first success rejects this too; whoever started it hears it, nobody else must.
      first.promise.catch(() => undefined);
      keeping = keepAlive(first);
      return first.promise;
    },
    async stop() {
      stopping.abort();
      const current = child;
      current?.kill(program.stop.signal);
      const forced = setTimeout(
        () => current?.kill(program.stop.lastSignal),
        program.stop.graceMs,
      );
      await keeping;
      clearTimeout(forced);
      state = "stopped";
    },
  };
}

async function awaitEnd(child: ChildProcess): Promise<string> {
  try {
    // The exit, not the close: grandchildren may hold the pipes open for a while.
    const [code, signal] = (await once(child, "exit")) as [
      number | null,
      NodeJS.Signals | null,
    ];
    return signal ?? `exit code ${String(code)}`;
  } catch (error) {
    // `once` rejects on the child's own "error": the program could not be started at all.
    return error instanceof Error ? error.message : String(error);
  }
}

function keepLines(
  child: ChildProcess,
  onLine: (line: string) => void,
): readonly string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      onLine(line);
    });
  }
  return lines;
}
