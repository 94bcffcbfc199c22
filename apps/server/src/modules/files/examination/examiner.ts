import { fork, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type {
  Examination,
  ExaminationAnswer,
  ExaminationTask,
} from "./examination.ts";

/** The server is stopping: the file is looked at when it is back. */
export class ExaminerStoppedError extends Error {
  override readonly name = "ExaminerStoppedError";
}

/** Looks at files one after another, in a process that may die of them. */
export interface Examiner extends AsyncDisposable {
  /**
   * Rejects when the process died of it, was too slow or took too much memory; with `ExaminerStoppedError` after
   * disposal.
   */
  examine(task: ExaminationTask): Promise<Examination>;
}

export interface ExaminerOptions {
  readonly timers: Timers;
  readonly log: Log;
  readonly worker?: string;
  readonly limits?: ExaminerLimits;
}

export interface ExaminerLimits {
  readonly timeMs: number;
  readonly memoryBytes: number;
  readonly idleMs: number;
}

const usualLimits: ExaminerLimits = {
  timeMs: 60_000,
  memoryBytes: 900 * 1024 * 1024,
  idleMs: 60_000,
};
/** Beside this file, in the sources as among what is built of them. */
const usualWorker = join(
  import.meta.dirname,
  `worker${extname(import.meta.filename)}`,
);
const lookAtMemoryEveryMs = 200;
const pageBytes = 4_096;

export function createExaminer({
  timers,
  log,
  worker = usualWorker,
  limits = usualLimits,
}: ExaminerOptions): Examiner {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: Disposable | undefined;
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;

  const present = (): ChildProcess => {
    if (child?.connected === true) return child;
    child = startWorker(worker);
    return child;
  };
  const rest = (): void => {
    idle = timers.after(limits.idleMs, () => child?.disconnect());
  };
  const examine = async (task: ExaminationTask): Promise<Examination> => {
    if (isStopped()) throw new ExaminerStoppedError();
    idle?.[Symbol.dispose]();
    const running = present();
    using _guards = guard(running, { timers, limits, log });
    try {
      return await ask(running, task);
    } catch (error) {
      throw isStopped() ? new ExaminerStoppedError() : error;
    } finally {
      rest();
    }
  };

  return {
    examine(task) {
      const next = last.then(() => examine(task));
      last = next.catch(() => undefined);
      return next;
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      child?.kill("SIGKILL");
      await last;
      idle?.[Symbol.dispose]();
    },
  };
}

/** Nothing of our environment is handed on: it holds secrets. */
function startWorker(worker: string): ChildProcess {
  return fork(worker, [], {
    env: { VIPS_CONCURRENCY: "1", LC_ALL: "C.UTF-8" },
    execArgv: ["--max-old-space-size=384"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function ask(child: ChildProcess, task: ExaminationTask): Promise<Examination> {
  const { promise, resolve, reject } = Promise.withResolvers<Examination>();
  const onMessage = (answer: ExaminationAnswer): void => {
    if (answer.kind === "done") resolve(answer.examination);
    else reject(new Error(answer.message));
  };
  const onEnd = (code: number | null, signal: string | null): void =>
    reject(new Error(`the examiner ended: ${signal ?? String(code)}`));
  child.on("message", onMessage).on("exit", onEnd).on("error", reject);
  child.send(task);
  return promise.finally(() => {
    child.off("message", onMessage).off("exit", onEnd).off("error", reject);
  });
}

/** Ends a child that takes too long or too much. */
function guard(
  child: ChildProcess,
  { timers, limits, log }: Required<Omit<ExaminerOptions, "worker">>,
): Disposable {
  const end = (reason: string): void => {
    log.warn({ reason }, "a file was too much for its examiner");
    child.kill("SIGKILL");
  };
  const slow = timers.after(limits.timeMs, () => end("time"));
  const watch = timers.every(lookAtMemoryEveryMs, () => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > limits.memoryBytes) end("memory");
    });
  });
  return {
    [Symbol.dispose]() {
      slow[Symbol.dispose]();
      watch[Symbol.dispose]();
    },
  };
}

/** 0 where the system does not tell. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const line = await readFile(`/proc/${pid ?? 0}/statm`, "utf8").catch(
    () => "",
  );
  return Number(line.split(" ")[1] ?? 0) * pageBytes;
}
