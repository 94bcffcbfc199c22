import type { Tx } from "../../platform/db/database.ts";
import type { OutboxEntry } from "../../platform/db/outbox.ts";
import { chainStart, linkHash, sealHead } from "./chain.ts";
import { detailsOf } from "./domain/details.ts";
import { appendEntries, readHead } from "./store/entries.store.ts";
import { eraseNames } from "./store/erase-names.ts";
import type { AuditEntriesTable, AuditTables } from "./store/tables.ts";

/**
 * Lengthens the chain by these facts. The outbox's reader holds its row lock in this transaction, so there is one
 * writer at a time on however many nodes.
 */
export async function appendFacts(
  key: string,
  tx: Tx<AuditTables>,
  facts: readonly OutboxEntry[],
): Promise<void> {
  const head = await readHead(tx);
  let { position, hash } = head ?? { position: 0, hash: chainStart };
  const entries = facts.map(({ at, actor, event }): AuditEntriesTable => {
    position += 1;
    const fact = {
      position,
      at,
      type: event.type,
      actorId: actor.id,
      address: actor.address,
      details: detailsOf(event),
    };
    hash = linkHash(hash, fact);
    return { ...fact, actorName: actor.name, hash };
  });
  const end = { position, hash };
  await appendEntries(tx, entries, { ...end, seal: sealHead(key, end) });
  await eraseNames(
    tx,
    facts.flatMap(({ event }) =>
      event.type === "user.erased" ? [event.userId] : [],
    ),
  );
}
