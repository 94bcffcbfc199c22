import { CompiledQuery, type QueryResult } from "kysely";
import type { DomainEvent } from "@veche/contracts";

/**
 * Runs plain statements. Every `Db` and `Tx` is one, whatever tables it is typed with, so a module can lend its
 * running transaction to the face of a module below without either knowing the other's tables.
 */
export interface StatementRunner {
  withoutPlugins(): {
    executeQuery<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>;
  };
}

/** The part of a `UnitOfWork` that another module needs to let its own changes join the caller's transaction. */
export interface LentUnit {
  readonly tx: StatementRunner;
  happened(event: DomainEvent): void;
}

/** The straight way to a transaction's own connection: statements are handed over within the call, in its order. */
export interface Lane {
  run(
    statement: string,
    values: readonly unknown[],
  ): Promise<{ readonly rows: readonly unknown[] }>;
  sendOff(statement: string, values: readonly unknown[]): void;
}

const lanes = new WeakMap<StatementRunner, Lane>();

export function giveLane(runner: StatementRunner, lane: Lane): void {
  lanes.set(runner, lane);
}

/**
 * Rows of one statement, columns named as the statement names them. For hot paths: no query builder, no result
 * plugins. `Row` is the caller's word for what the statement selects. Several calls of one transaction that don't
 * wait for each other travel together and are done in their order.
 */
export async function rowsOf<Row>(
  runner: StatementRunner,
  statement: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const lane = lanes.get(runner);
  const { rows } =
    lane === undefined
      ? await runner
          .withoutPlugins()
          .executeQuery(CompiledQuery.raw(statement, [...values]))
      : await lane.run(statement, values);
  // A statement's columns are known to its text alone; each caller keeps the two side by side.
  return rows as readonly Row[];
}

/**
 * Sends a statement of which nothing is read. Nobody waits for it but the commit, which goes right behind it and
 * fails when it fails.
 */
export async function sendOff(
  { tx }: Pick<LentUnit, "tx">,
  statement: string,
  values: readonly unknown[],
): Promise<void> {
  const lane = lanes.get(tx);
  if (lane === undefined) await rowsOf(tx, statement, values);
  else lane.sendOff(statement, values);
}
