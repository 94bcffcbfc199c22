import type { ChildProcess } from "node:child_process";
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
  /** A line the child wrote. */
  readonly onLine: (line: string) => void;
  readonly log: Log;
}

export type SupervisedState = "starting" | "up" | "down" | "stopped";
