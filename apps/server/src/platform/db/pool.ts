import pg from "pg";
import type {
  PostgresPool,
  PostgresPoolClient,
  PostgresQueryResult,
} from "kysely";
import { AppError } from "../app-error.ts";
import type { Log } from "../log.ts";
import { clientConfig, type DatabaseConnection } from "./connection.ts";
import {
  createStatementNames,
  type StatementNames,
} from "./statement-names.ts";
import { breaksConnection, translateFailure } from "./failures.ts";

export interface PoolDeps {
  readonly connection: DatabaseConnection;
  readonly log: Log;
  readonly limits: PoolLimits;
}

export interface PoolLimits {
  readonly maxConnections: number;
  /** Callers that may wait for a connection; one more is refused at once. */
  readonly maxWaiting: number;
  /** How long a caller waits for a connection. */
  readonly waitMs: number;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}

export const defaultPoolLimits: PoolLimits = {
  maxConnections: 20,
  maxWaiting: 2_000,
  waitMs: 5_000,
  statementTimeoutMs: 5_000,
  lockTimeoutMs: 3_000,
};

/** A server that stopped answering (frozen, line cut) is given up this much after its own time-out. */
const silenceMs = 2_000;

/** Connections for Kysely: few, with time-outs everywhere and a bounded queue before them. */
export function createPool({
  connection,
  log,
  limits,
}: PoolDeps): PostgresPool {
  const pool = new pg.Pool({
    ...clientConfig(connection),
    max: limits.maxConnections,
    connectionTimeoutMillis: limits.waitMs,
    idleTimeoutMillis: 60_000,
    statement_timeout: limits.statementTimeoutMs,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.statementTimeoutMs * 2,
    query_timeout: limits.statementTimeoutMs + silenceMs,
    application_name: "veche",
    types: columnTypes,
    // A statement needn't wait for the answer to the one before it.
    pipeline: true,
  });
  surviveLostLines(pool, log);

  const nameOf = statementNamesFor(connection);
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      if (pool.waitingCount >= limits.maxWaiting)
        throw new AppError("server.unavailable", { retryAfterMs: 1_000 });
      try {
        const client = await pool.connect();
        const known = wrapped.get(client) ?? translating(client, nameOf);
        wrapped.set(client, known);
        return known;
      } catch (error) {
        throw translateFailure(error);
      }
    },
    end: () => pool.end(),
  };
}

/** A connection may be lost at any moment; unheard, its "error" would end the process. */
export function surviveLostLines(pool: pg.Pool, log: Log): void {
  pool.on("error", (error) => {
    if (pool.ending) return;
    // The message alone: the error carries the whole client.
    log.warn({ reason: error.message }, "idle database connection lost");
  });
  // While checked out a client has no listener of the pool's.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
}

function translating(
  client: pg.PoolClient,
  nameOf: StatementNames,
): PostgresPoolClient {
  let isBroken = false;
  const together = sendingTogether(client);
  const query = async <Row>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<Row>> => {
    try {
      const name = nameOf(sql);
      together();
      const result: unknown = await client.query({
        text: sql,
        values: [...parameters],
        ...(name === undefined ? {} : { name }),
      });
      // A query's columns are known to its builder alone, which names `Row`.
      return result as PostgresQueryResult<Row>;
    } catch (error) {
      isBroken ||= breaksConnection(error);
      throw translateFailure(error);
    }
  };
  return {
    // The type also covers cursors; the dialect is given none, so it never asks for one.
    query: query as PostgresPoolClient["query"],
    release() {
      client.release(isBroken);
    },
  };
}

/**
 * Holds back what is written until the present turn has nothing more to say: statements that don't wait for each
 * other leave in one system call and wake the database once.
 */
function sendingTogether(client: pg.PoolClient): () => void {
  const { stream } = client.connection;
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}

/** An outside database may stand behind a pooler that mixes connections, where a name means nothing. */
function statementNamesFor(connection: DatabaseConnection): StatementNames {
  return connection.kind === "socket"
    ? createStatementNames()
    : () => undefined;
}

/** int8 as number (counts, sequences: all below 2^53); everything else as `pg` reads it, timestamptz as Date. */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (typeId, format) =>
    typeId === pg.types.builtins.INT8
      ? readInt8
      : // Declared as any; what comes out is typed by each query's own row type.
        (pg.types.getTypeParser(typeId, format) as unknown),
};

function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`${text} is beyond 2^53`);
  }
  return value;
}
