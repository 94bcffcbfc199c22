import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import type { EventBus } from "../event-bus.ts";
import type { Log } from "../log.ts";
import type { DatabaseConnection } from "./connection.ts";
import type { Database } from "./database.ts";
import { createPool, defaultPoolLimits, type PoolLimits } from "./pool.ts";
import { createTransactionSource } from "./open-transaction.ts";
import { createTransact } from "./transact.ts";
import { openWriteGate, type WriteGate } from "./write-gate.ts";

export interface DatabaseDeps {
  readonly connection: DatabaseConnection;
  readonly bus: EventBus;
  readonly log: Log;
  readonly writeGate?: WriteGate;
  readonly limits?: Partial<PoolLimits>;
}

/** The database with its end; modules are given it narrowed to their own tables. */
export interface OpenDatabase<Tables>
  extends Database<Tables>, AsyncDisposable {
  /** Tells about commits that put facts into the outbox; a hint to read it now. */
  onDurableCommit(listener: () => void): Disposable;
  /** The same database as a module sees it: with that module's tables only. */
  narrow<ModuleTables>(): Database<ModuleTables>;
}

/**
 * Opens the database. Column names are camelCase in code; int8 comes as number, timestamptz as Date, jsonb parsed.
 * A database that can't answer now makes every call fail with `server.unavailable`; nothing waits for ever.
 */
export function createDatabase<Tables>(
  deps: DatabaseDeps,
): OpenDatabase<Tables> {
  const listeners = new Set<() => void>();
  const pool = createPool({
    ...deps,
    limits: { ...defaultPoolLimits, ...deps.limits },
  });
  const dialect = new PostgresDialect({ pool });
  // Keys inside jsonb are ours already and stay as they are.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  const kysely = new Kysely<Tables>({ dialect, plugins });
  const database: OpenDatabase<Tables> = {
    db: kysely,
    transact: createTransact({
      begin: createTransactionSource<Tables>({ pool, dialect, plugins }),
      bus: deps.bus,
      log: deps.log,
      writeGate: deps.writeGate ?? openWriteGate,
      onDurableCommit() {
        for (const listener of listeners) listener();
      },
    }),
    onDurableCommit(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => listeners.delete(listener) };
    },
    // Which tables are there is the migrations' business; a module names those it owns.
    narrow: <ModuleTables>() => database as unknown as Database<ModuleTables>,
    [Symbol.asyncDispose]: () => kysely.destroy(),
  };
  return database;
}
