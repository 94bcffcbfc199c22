import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type {
  SupervisedProgram,
  SupervisedState,
} from "./supervised-program.ts";

/** Where the child stands now; one life writes it at a time. */
export interface ChildLife {
  state: SupervisedState;
  child: ChildProcess | undefined;
}

export interface LifeOptions {
  readonly life: ChildLife;
  readonly stopping: AbortSignal;
  readonly onReady: () => void;
}

const keptLines = 20;

/**
 * Starts the child and settles when it has ended: normally when it was to stop, with its last words as the
 * error when it ended by itself.
 */
export async function liveOnce(
  program: SupervisedProgram,
  { life, stopping, onReady }: LifeOptions,
): Promise<void> {
  const isStopping = (): boolean => stopping.aborted;
  life.state = "starting";
  try {
    await program.prepare();
    if (isStopping()) return;
    const child = program.launch();
    life.child = child;
    const lastWords = keepLines(child, program.onLine);
    const died = new AbortController();
    const ready = program.waitUntilReady(child, died.signal).then(
      () => {
        if (died.signal.aborted) return;
        life.state = "up";
        onReady();
      },
      // Never got ready: what it says when it ends is the better explanation.
      () => child.kill(program.stop.lastSignal),
    );
    const end = await endOf(child);
    died.abort();
    await ready;
    if (!isStopping()) {
      throw new Error(
        [`${program.name} ended (${end})`, ...lastWords].join("\n"),
      );
    }
  } finally {
    life.child = undefined;
    life.state = "down";
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    // The exit, not the close: grandchildren may hold the pipes open for a while.
    child.once("exit", (code, signal) => {
      resolve(signal ?? `exit code ${String(code)}`);
    });
    // The program could not be started at all.
    child.once("error", (error) => resolve(error.message));
  });
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
