import type { Db } from "./database.ts";
import type { OutboxTables } from "./outbox.ts";
import { rowsOf } from "./statements.ts";

/** How far a follower of the outbox is behind. */
export interface OutboxLag {
  readonly follower: string;
  readonly count: number;
  /** Age of the oldest fact it has not handled; 0 when it is at the end. */
  readonly oldestSeconds: number;
}

export function readOutboxLag(
  db: Db<OutboxTables>,
): Promise<readonly OutboxLag[]> {
  return rowsOf<OutboxLag>(
    db,
    `SELECT k.name AS follower, count(o.id) AS count,
       coalesce(extract(epoch FROM now() - min(o.at)), 0)::double precision AS "oldestSeconds"
     FROM outbox_cursors k LEFT JOIN outbox o ON (o.xid, o.id) > (k.xid, k.id)
     GROUP BY k.name`,
    [],
  );
}
