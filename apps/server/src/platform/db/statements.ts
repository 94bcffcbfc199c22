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

/**
 * Rows of one statement, columns named as the statement names them. For hot paths: no query builder, no result
 * plugins. `Row` is the caller's word for what the statement selects.
 */
export async function rowsOf<Row>(
  runner: StatementRunner,
  statement: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const result = await runner
    .withoutPlugins()
    .executeQuery(CompiledQuery.raw(statement, [...values]));
  // A statement's columns are known to its text alone; each caller keeps the two side by side.
  return result.rows as Row[];
}
