import type {
  ClientId,
  ConversationId,
  ErrorCode,
  Mention,
  MessageId,
  PrincipalId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { Carried } from "../../files/index.ts";
import type { OwnCargo } from "../domain/message-command.ts";

export interface ScheduledRow {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly authorId: PrincipalId;
  readonly clientId: ClientId;
  readonly body: string;
  readonly mentions: readonly Mention[];
  /** What it will carry, and how that looks; null: words alone. */
  readonly cargo: OwnCargo | null;
  readonly carried: Carried | null;
  readonly sendAt: Date;
  readonly refusal: ErrorCode | null;
}

const columns = `id, conversation_id AS "conversationId", author_id AS "authorId", client_id AS "clientId", body,
  mentions, cargo, carried, send_at AS "sendAt", refusal`;

const jsonOf = (value: object | null): string | null =>
  value === null ? null : JSON.stringify(value);

export type NewScheduled = Omit<ScheduledRow, "refusal">;

/** The same client id again answers with what waits already. */
export async function insertScheduled(
  unit: LentUnit,
  row: NewScheduled,
): Promise<MessageId> {
  const [kept] = await rowsOf<{ id: MessageId }>(
    unit.tx,
    `INSERT INTO scheduled_messages (id, conversation_id, author_id, client_id, body, mentions, send_at, cargo, carried)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (author_id, client_id) DO UPDATE SET client_id = excluded.client_id RETURNING id`,
    [
      row.id,
      row.conversationId,
      row.authorId,
      row.clientId,
      row.body,
      JSON.stringify(row.mentions),
      row.sendAt.toISOString(),
      jsonOf(row.cargo),
      jsonOf(row.carried),
    ],
  );
  return kept?.id ?? row.id;
}

export async function countScheduled(
  runner: StatementRunner,
  authorId: PrincipalId,
): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    runner,
    `SELECT count(*)::integer AS total FROM scheduled_messages WHERE author_id = $1`,
    [authorId],
  );
  return row?.total ?? 0;
}

/** Somebody's waiting messages in a conversation, the nearest first. */
export function scheduledIn(
  runner: StatementRunner,
  conversationId: ConversationId,
  authorId: PrincipalId,
): Promise<readonly ScheduledRow[]> {
  return rowsOf<ScheduledRow>(
    runner,
    `SELECT ${columns} FROM scheduled_messages
     WHERE conversation_id = $1 AND author_id = $2 ORDER BY send_at, id`,
    [conversationId, authorId],
  );
}

/** Where somebody's waiting message will be said. */
export async function placeOfScheduled(
  runner: StatementRunner,
  scheduledId: MessageId,
  authorId: PrincipalId,
): Promise<ConversationId | undefined> {
  const [row] = await rowsOf<Pick<ScheduledRow, "conversationId">>(
    runner,
    `SELECT conversation_id AS "conversationId" FROM scheduled_messages WHERE id = $1 AND author_id = $2`,
    [scheduledId, authorId],
  );
  return row?.conversationId;
}

/** Holds what waits and is not being sent yet. */
export async function holdScheduled(
  unit: LentUnit,
  scheduledId: MessageId,
  authorId: PrincipalId,
): Promise<ScheduledRow | undefined> {
  const [row] = await rowsOf<ScheduledRow>(
    unit.tx,
    `SELECT ${columns} FROM scheduled_messages
     WHERE id = $1 AND author_id = $2 AND (taken_at IS NULL OR refusal IS NOT NULL) FOR UPDATE`,
    [scheduledId, authorId],
  );
  return row;
}

/** Changed, a refused message has another try. */
export async function writeScheduled(
  unit: LentUnit,
  {
    id,
    body,
    mentions,
    sendAt,
  }: Pick<ScheduledRow, "id" | "body" | "mentions" | "sendAt">,
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE scheduled_messages SET body = $2, mentions = $3, send_at = $4, taken_at = NULL, refusal = NULL
     WHERE id = $1`,
    [id, body, JSON.stringify(mentions), sendAt.toISOString()],
  );
}

export async function deleteScheduled(
  unit: LentUnit,
  scheduledId: MessageId,
): Promise<void> {
  await sendOff(unit, `DELETE FROM scheduled_messages WHERE id = $1`, [
    scheduledId,
  ]);
}

export async function refuseScheduled(
  unit: LentUnit,
  scheduledId: MessageId,
  refusal: ErrorCode,
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE scheduled_messages SET refusal = $2 WHERE id = $1`,
    [scheduledId, refusal],
  );
}

/**
 * What is due, from now on not to be changed. What was taken before and is still here comes again: whoever took it died
 * on the way, or sends it at this moment, and sending it twice is sending it once.
 */
export function takeDue(
  unit: LentUnit,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly ScheduledRow[]> {
  return rowsOf<ScheduledRow>(
    unit.tx,
    `UPDATE scheduled_messages SET taken_at = coalesce(taken_at, $1)
     WHERE id IN (SELECT id FROM scheduled_messages WHERE refusal IS NULL AND send_at <= $1
       ORDER BY send_at, id LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now.toISOString(), limit],
  );
}
