import { sql } from "kysely";
import type { Log } from "../log.ts";
import { createSingleTimer } from "../single-timer.ts";
import type { Timers } from "../timers.ts";
import type { OpenDatabase } from "./create-database.ts";
import type { Db, Tx } from "./database.ts";
import {
  outboxStart,
  readOutbox,
  type OutboxEntry,
  type OutboxPosition,
  type OutboxTables,
} from "./outbox.ts";

export interface OutboxFollowerDeps<Tables> {
  /** Names the reader's place in the outbox; one place, one reader at a time, whatever the number of processes. */
  readonly name: string;
  readonly database: Pick<
    OpenDatabase<Tables & OutboxTables>,
    "db" | "onDurableCommit"
  >;
  readonly log: Log;
  readonly timers: Timers;
  /**
   * Takes facts in the order of their transactions. What it writes through `tx` and the reader's step forward are
   * one commit, so each fact takes effect exactly once. It throws to have the same facts again a little later.
   */
  readonly handle: (
    tx: Tx<Tables & OutboxTables>,
    entries: readonly OutboxEntry[],
  ) => Promise<void>;
  /** Called after a commit of facts that were handled. */
  readonly handled?: () => void;
}

/** Follows the outbox from where it left off. */
export interface OutboxFollower extends AsyncDisposable {
  start(): void;
  /** Settles when everything committed before the call is handled. */
  catchUp(): Promise<void>;
}

const batchSize = 500;
/** Facts of other processes, and those whose transaction was still behind the horizon at the last look. */
const lookEveryMs = 1_000;
const horizonPauseMs = 20;
/** What a commit was made for goes before its record; several commits of one moment are one reading. */
const gatherMs = 50;

export function createOutboxFollower<Tables>(
  deps: OutboxFollowerDeps<Tables>,
): OutboxFollower {
  const waking = new DisposableStack();
  let hasPlace = false;
  const reading = oneAtATime(async () => {
    if (!hasPlace) await makePlace(deps);
    hasPlace = true;
    // A look costs one statement; a step forward, and the lock before it, a commit.
    if (await hasUnread(deps)) await readToEnd(deps);
  });
  const wake = (): void => {
    reading.run().catch((error: unknown) => {
      deps.log.warn({ error, reader: deps.name }, "reading the outbox failed");
    });
  };

  return {
    start() {
      const gathering = waking.use(createSingleTimer(deps.timers));
      waking.use(
        deps.database.onDurableCommit(() => gathering.start(gatherMs, wake)),
      );
      waking.use(deps.timers.every(lookEveryMs, wake));
      wake();
    },
    async catchUp() {
      for (;;) {
        await reading.run();
        if (!(await hasUnread(deps))) return;
        // Committed already, but a transaction before it still runs.
        await new Promise<void>((resolve) => {
          deps.timers.after(horizonPauseMs, resolve);
        });
      }
    },
    async [Symbol.asyncDispose]() {
      waking.dispose();
      await reading.settled();
    },
  };
}

interface OneAtATime {
  /** Settles with a run that began after the call; calls that come meanwhile share it. */
  readonly run: () => Promise<void>;
  readonly settled: () => Promise<void>;
}

function oneAtATime(work: () => Promise<void>): OneAtATime {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    next = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const settled = async (): Promise<void> => {
    await (next ?? running)?.catch(() => undefined);
  };
  return {
    settled,
    run() {
      if (next !== undefined) return next;
      if (running === undefined) return begin();
      next = running.catch(() => undefined).then(begin);
      return next;
    },
  };
}

async function readToEnd<Tables>(
  deps: OutboxFollowerDeps<Tables>,
): Promise<void> {
  let count: number;
  do {
    count = await takeBatch(deps);
    if (count > 0) deps.handled?.();
  } while (count === batchSize);
}

async function takeBatch<Tables>({
  database,
  name,
  handle,
}: OutboxFollowerDeps<Tables>): Promise<number> {
  return database.db.transaction().execute(async (tx) => {
    // The platform's own tables, without the caller's.
    const own = tx as unknown as Tx<OutboxTables>;
    const after = await lockPosition(own, name);
    const entries = await readOutbox(own, after, batchSize);
    const last = entries.at(-1);
    if (last === undefined) return 0;
    await handle(tx, entries);
    await own
      .updateTable("outboxCursors")
      .set(last.position)
      .where("name", "=", name)
      .execute();
    return entries.length;
  });
}

async function makePlace<Tables>({
  database,
  name,
}: OutboxFollowerDeps<Tables>): Promise<void> {
  // The platform's own tables, without the caller's.
  const db = database.db as unknown as Db<OutboxTables>;
  await db
    .insertInto("outboxCursors")
    .values({ name, ...outboxStart })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The row lock keeps a second reader of the same name waiting, in this process or another. */
async function lockPosition(
  tx: Tx<OutboxTables>,
  name: string,
): Promise<OutboxPosition> {
  return tx
    .selectFrom("outboxCursors")
    .select(["id", (builder) => builder.cast<string>("xid", "text").as("xid")])
    .where("name", "=", name)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function hasUnread<Tables>({
  database,
  name,
}: OutboxFollowerDeps<Tables>): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select exists (
      select from outbox, outbox_cursors as cursor
      where cursor.name = ${name}
        and (outbox.xid, outbox.id) > (cursor.xid, cursor.id)
    ) as is_there`.execute(database.db);
  return rows[0]?.isThere === true;
}
