import {
  DefaultQueryExecutor,
  DummyDriver,
  Transaction,
  type DatabaseConnection,
  type Dialect,
  type KyselyPlugin,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from "kysely";
import type { Tx } from "./database.ts";
import { giveLane, type Lane } from "./statements.ts";

/** A transaction on a connection of its own, from its first statement on. */
export interface OpenTransaction<Tables> {
  readonly tx: Tx<Tables>;
  /** Travels right behind the last statements; fails with the first of them that failed. */
  commit(): Promise<void>;
  /** Rolls back and gives the connection away. Answers with what failed first: the rest failed in its wake. */
  abandon(error: unknown): Promise<unknown>;
}

export interface TransactionSource {
  readonly pool: PostgresPool;
  readonly dialect: Dialect;
  readonly plugins: readonly KyselyPlugin[];
}

/**
 * Opens transactions whose statements may be sent before the answers to those before them are there, `begin` and
 * `commit` with them: each turn to the database wakes it and us, and that is what a short transaction costs most.
 * An error leaves PostgreSQL refusing the rest, and turns a `commit` already on its way into a rollback.
 */
export function createTransactionSource<Tables>({
  pool,
  dialect,
  plugins,
}: TransactionSource): () => Promise<OpenTransaction<Tables>> {
  const compiler = dialect.createQueryCompiler();
  const adapter = dialect.createAdapter();
  return async () => {
    const line = new TransactionLine(await pool.connect());
    const connection = connectionOf(line);
    const executor = new DefaultQueryExecutor(
      compiler,
      adapter,
      { provideConnection: (consumer) => consumer(connection) },
      [...plugins],
    );
    const tx = new Transaction<Tables>({
      ...{ config: { dialect }, dialect, executor },
      // Asked only by whoever begins a transaction within the transaction, which is refused before.
      driver: new DummyDriver(),
    });
    giveLane(tx, line);
    return {
      tx,
      commit: () => line.commit(),
      abandon: (error) => line.abandon(error),
    };
  };
}

type Result = PostgresQueryResult<unknown>;

class TransactionLine implements Lane {
  readonly #client: PostgresPoolClient;
  /** What nobody waits for yet, in its order. */
  readonly #sentOff: Promise<Result>[] = [];
  #state: "unused" | "running" | "ended" = "unused";
  #ended: Promise<string> = Promise.resolve("");

  constructor(client: PostgresPoolClient) {
    this.#client = client;
  }

  run(statement: string, values: readonly unknown[]): Promise<Result> {
    if (this.#state === "ended")
      return Promise.reject(new Error("the transaction is over"));
    if (this.#state === "unused") {
      this.#state = "running";
      this.#keep(this.#client.query("begin", []));
    }
    return this.#client.query(statement, values);
  }

  sendOff(statement: string, values: readonly unknown[]): void {
    this.#keep(this.run(statement, values));
  }

  async commit(): Promise<void> {
    if (this.#state === "running") {
      const command = this.#end("commit");
      for (const sent of this.#sentOff) await sent;
      // Somebody caught the error of a statement and went on as if it had not been.
      if ((await command) !== "COMMIT")
        throw new Error("a statement failed unheard: nothing was committed");
    }
    this.#client.release();
  }

  async abandon(error: unknown): Promise<unknown> {
    if (this.#state === "running") void this.#end("rollback");
    await this.#ended.catch(heardElsewhere);
    const failed = await firstFailure(this.#sentOff);
    this.#client.release();
    return failed === undefined ? error : failed.error;
  }

  /** Answers with what PostgreSQL did in fact. */
  #end(how: "commit" | "rollback"): Promise<string> {
    this.#state = "ended";
    this.#ended = this.#client
      .query(how, [])
      .then(({ command }: { readonly command: string }) => command);
    this.#ended.catch(heardElsewhere);
    return this.#ended;
  }

  #keep(sent: Promise<Result>): void {
    sent.catch(heardElsewhere);
    this.#sentOff.push(sent);
  }
}

/** Its error is met where the transaction ends. */
const heardElsewhere = (): undefined => undefined;

async function firstFailure(
  sent: readonly Promise<unknown>[],
): Promise<{ readonly error: unknown } | undefined> {
  for (const statement of sent) {
    try {
      await statement;
    } catch (error) {
      return { error };
    }
  }
  return undefined;
}

/** The query builder's way to the same connection. */
const connectionOf = (line: TransactionLine): DatabaseConnection => ({
  async executeQuery<Row>({
    sql,
    parameters,
  }: {
    readonly sql: string;
    readonly parameters: readonly unknown[];
  }) {
    const { command, rowCount, rows } = await line.run(sql, parameters);
    return {
      // The builder knows what its statement selects.
      rows: rows as Row[],
      ...(changing.has(command) ? { numAffectedRows: BigInt(rowCount) } : {}),
    };
  },
  streamQuery: () => {
    throw new Error("rows are read in pages here, not through a cursor");
  },
});

const changing: ReadonlySet<string> = new Set([
  "INSERT",
  "UPDATE",
  "DELETE",
  "MERGE",
]);
