import { AppError } from "../app-error.ts";
import { serverActor, type Transact, type UnitOfWork } from "./database.ts";
import { codeOf } from "./failures.ts";

/** What became of one command of a batch. A refusal is an outcome: the rest of the batch is committed. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: AppError };

/** Does all commands in one transaction and answers each, in their order. May run again for the same commands. */
export type RunBatch<Tables, Command, Result> = (
  unit: UnitOfWork<Tables>,
  commands: readonly Command[],
) => Promise<readonly Outcome<Result>[]>;

export interface GroupCommitLimits {
  readonly writerCount: number;
  readonly maxBatchSize: number;
  readonly maxQueuedCommands: number;
  readonly maxQueuedBytes: number;
}

/** Measured: two writers and batches of a hundred bring the most; the bounds are those of reliability F2. */
export const groupCommitLimits: GroupCommitLimits = {
  writerCount: 2,
  maxBatchSize: 100,
  maxQueuedCommands: 10_000,
  maxQueuedBytes: 64 * 1024 * 1024,
};

export interface GroupCommitOptions<Tables, Command, Result> {
  readonly transact: Transact<Tables>;
  readonly run: RunBatch<Tables, Command, Result>;
  readonly limits?: GroupCommitLimits;
}

interface Submission<Command> {
  /** Commands of one key are done by one writer, in the order they came. */
  readonly key: string;
  readonly command: Command;
  /** How much memory the command holds while it waits, roughly. */
  readonly sizeBytes: number;
}

/** Writes many commands with one commit: a round takes whatever queued while the last commit ran. */
export interface GroupCommit<Command, Result> extends AsyncDisposable {
  /**
   * Settles after the commit. Refuses with the command's own error, `server.unavailable` when the queue is full or
   * the database cannot serve (nothing is known to be written then), `server.draining` after disposal.
   */
  submit(submission: Submission<Command>): Promise<Result>;
}

interface Waiting<Command, Result> {
  readonly command: Command;
  readonly sizeBytes: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

interface Writer<Command, Result> {
  readonly queue: Waiting<Command, Result>[];
  running: Promise<void> | undefined;
}

export function createGroupCommit<Tables, Command, Result>({
  transact,
  run,
  limits = groupCommitLimits,
}: GroupCommitOptions<Tables, Command, Result>): GroupCommit<Command, Result> {
  const writers = Array.from(
    { length: limits.writerCount },
    (): Writer<Command, Result> => ({ queue: [], running: undefined }),
  );
  const backlog = createBacklog(limits);
  const commit = createBatchCommit({ transact, run });
  let isClosed = false;

  const drain = async (writer: Writer<Command, Result>): Promise<void> => {
    while (writer.queue.length > 0) {
      await everythingHeard();
      const batch = writer.queue.splice(0, limits.maxBatchSize);
      const outage = await commit(batch);
      backlog.leave(batch);
      if (outage === undefined) continue;
      // Whoever waits behind an outage would wait for one time-out after another.
      const rest = writer.queue.splice(0);
      rejectAll(rest, outage);
      backlog.leave(rest);
    }
    writer.running = undefined;
  };

  return {
    submit({ key, command, sizeBytes }) {
      if (isClosed) return Promise.reject(new AppError("server.draining"));
      if (!backlog.enter(sizeBytes)) {
        return Promise.reject(new AppError("server.unavailable"));
      }
      const writer = writerOf(writers, key);
      return new Promise((resolve, reject) => {
        writer.queue.push({ command, sizeBytes, resolve, reject });
        writer.running ??= drain(writer);
      });
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      for (const writer of writers) await writer.running;
    },
  };
}

/**
 * Settles when whatever lies at the sockets now was read. It waits for nothing that isn't there; without it the first
 * command of a crowd would have a commit of its own, and a busy server many small commits in place of a few.
 */
const everythingHeard = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Counts what waits or is being written. */
function createBacklog({
  maxQueuedCommands,
  maxQueuedBytes,
}: GroupCommitLimits) {
  let commandCount = 0;
  let totalBytes = 0;
  return {
    enter(sizeBytes: number): boolean {
      if (commandCount >= maxQueuedCommands) return false;
      if (totalBytes + sizeBytes > maxQueuedBytes) return false;
      commandCount += 1;
      totalBytes += sizeBytes;
      return true;
    },
    leave(settled: readonly { readonly sizeBytes: number }[]): void {
      commandCount -= settled.length;
      for (const { sizeBytes } of settled) totalBytes -= sizeBytes;
    },
  };
}

/** Commits a batch and settles its callers; answers with the error of an outage. */
function createBatchCommit<Tables, Command, Result>({
  transact,
  run,
}: Pick<GroupCommitOptions<Tables, Command, Result>, "transact" | "run">) {
  type Batch = readonly Waiting<Command, Result>[];

  const attempt = async (batch: Batch): Promise<unknown> => {
    const commands = batch.map((waiting) => waiting.command);
    try {
      const outcomes = await transact(serverActor, (unit) =>
        run(unit, commands),
      );
      settleAll(batch, outcomes);
      return undefined;
    } catch (error) {
      return error ?? new Error("a batch failed without a reason");
    }
  };

  const commit = async (
    batch: Batch,
    triesLeft = 2,
  ): Promise<AppError | undefined> => {
    const error = await attempt(batch);
    if (error === undefined) return undefined;
    if (isOutage(error)) {
      rejectAll(batch, error);
      return error;
    }
    if (batch.length > 1) return commitHalves(batch);
    // A command that lost a race for a unique key finds the winner's row when it looks again.
    if (refusesData(error) && triesLeft > 1)
      return commit(batch, triesLeft - 1);
    rejectAll(batch, error);
    return undefined;
  };

  /** One bad command fails its batch: halving finds it in a few commits, and nobody else is harmed. */
  const commitHalves = async (batch: Batch): Promise<AppError | undefined> => {
    const middle = batch.length >> 1;
    const outage = await commit(batch.slice(0, middle));
    const rest = batch.slice(middle);
    if (outage === undefined) return commit(rest);
    rejectAll(rest, outage);
    return outage;
  };

  return (batch: Batch) => commit(batch);
}

/** The pool says so of every failure that would meet any other command too. */
const isOutage = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === "server.unavailable";

/** SQLSTATE class 23: a constraint. */
const refusesData = (error: unknown): boolean =>
  codeOf(error)?.startsWith("23") === true;

function settleAll<Result>(
  batch: readonly Waiting<unknown, Result>[],
  outcomes: readonly Outcome<Result>[],
): void {
  batch.forEach((waiting, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined)
      waiting.reject(new Error("a batch left a command unanswered"));
    else if (outcome.ok) waiting.resolve(outcome.result);
    else waiting.reject(outcome.error);
  });
}

function rejectAll(
  batch: readonly Waiting<unknown, never>[],
  error: unknown,
): void {
  for (const waiting of batch) waiting.reject(error);
}

function writerOf<Command, Result>(
  writers: readonly Writer<Command, Result>[],
  key: string,
): Writer<Command, Result> {
  // FNV-1a: keys are random enough, it only has to be the same each time.
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  const writer = writers[(hash >>> 0) % writers.length];
  if (writer === undefined) throw new Error("group commit needs a writer");
  return writer;
}
