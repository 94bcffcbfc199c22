import type { Kysely, Transaction } from "kysely";
import type { Actor, DomainEvent } from "@veche/contracts";

/** A handle for reading, typed with the tables its module owns. A `Tx` may stand in for it. */
export type Db<Tables> = Kysely<Tables>;
/** A running transaction: the only handle that may write. */
export type Tx<Tables> = Transaction<Tables>;

/** One command's transaction and the facts it makes true. */
export interface UnitOfWork<Tables> {
  readonly tx: Tx<Tables>;
  /**
   * Records a fact. Durable ones are written to the outbox before the commit; all are dispatched to the
   * process's listeners after it, in the order of the calls. A rolled-back transaction says nothing.
   */
  readonly happened: (event: DomainEvent) => void;
}

interface TransactOptions {
  /** Written even while the disk guard refuses writes: a few bytes that let people in to read. */
  readonly isEssential?: boolean;
}

/**
 * Runs `work` in one transaction and retries it when PostgreSQL asks for that (40001, 40P01). Refuses with
 * `server.read_only` while the disk is nearly full.
 */
export type Transact<Tables> = <Result>(
  actor: Actor,
  work: (unit: UnitOfWork<Tables>) => Promise<Result>,
  options?: TransactOptions,
) => Promise<Result>;

/** What a module is given of the database. Narrow it with the module's own tables. */
export interface Database<Tables> {
  readonly db: Db<Tables>;
  readonly transact: Transact<Tables>;
}

/** The actor of what the server does by itself. */
export const serverActor: Actor = { id: null, name: null, address: null };
