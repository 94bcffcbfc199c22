import type { MessageId, PrincipalId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** Somebody under a message. */
export interface Holder {
  readonly messageId: MessageId;
  readonly principalId: PrincipalId;
}

export interface HeldReaction extends Holder {
  readonly emoji: string;
}

export const holderKey = ({ messageId, principalId }: Holder): string =>
  `${messageId}/${principalId}`;

/** The emoji these hold, by `holderKey`. The entry of a message names a hundred holders only; this table knows all. */
export async function findHeld(
  runner: StatementRunner,
  holders: readonly Holder[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const held = new Map<string, Set<string>>();
  if (holders.length === 0) return held;
  const rows = await rowsOf<HeldReaction>(
    runner,
    `SELECT r.message_id AS "messageId", r.principal_id AS "principalId", r.emoji
     FROM reactions r
     WHERE (r.message_id, r.principal_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`,
    [
      holders.map((holder) => holder.messageId),
      holders.map((holder) => holder.principalId),
    ],
  );
  for (const row of rows) {
    const key = holderKey(row);
    const known = held.get(key);
    if (known === undefined) held.set(key, new Set([row.emoji]));
    else known.add(row.emoji);
  }
  return held;
}

/** Each holder and emoji at most once in the two lists together. */
export async function writeReactions(
  unit: LentUnit,
  {
    set,
    unset,
  }: {
    readonly set: readonly HeldReaction[];
    readonly unset: readonly HeldReaction[];
  },
): Promise<void> {
  if (set.length > 0)
    await sendOff(
      unit,
      `INSERT INTO reactions (message_id, principal_id, emoji)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[]) ON CONFLICT DO NOTHING`,
      columnsOf(set),
    );
  if (unset.length > 0)
    await sendOff(
      unit,
      `DELETE FROM reactions r USING unnest($1::uuid[], $2::uuid[], $3::text[]) AS i (m, p, e)
       WHERE r.message_id = i.m AND r.principal_id = i.p AND r.emoji = i.e`,
      columnsOf(unset),
    );
}

export async function eraseReactions(
  unit: LentUnit,
  messageIds: readonly MessageId[],
): Promise<void> {
  if (messageIds.length === 0) return;
  await sendOff(
    unit,
    `DELETE FROM reactions WHERE message_id = ANY($1::uuid[])`,
    [messageIds],
  );
}

const columnsOf = (held: readonly HeldReaction[]) => [
  held.map((one) => one.messageId),
  held.map((one) => one.principalId),
  held.map((one) => one.emoji),
];
