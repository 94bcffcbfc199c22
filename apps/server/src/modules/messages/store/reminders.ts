import type {
  ClientId,
  MessageId,
  PrincipalId,
  ReminderId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { MessagePlace } from "./messages.ts";

export interface NewReminder {
  readonly id: ReminderId;
  readonly principalId: PrincipalId;
  readonly clientId: ClientId;
  readonly messageId: MessageId;
  readonly remindAt: Date;
}

/** The same client id again answers with the reminder that stands. */
export async function insertReminder(
  unit: LentUnit,
  { id, principalId, clientId, messageId, remindAt }: NewReminder,
): Promise<ReminderId> {
  const [row] = await rowsOf<{ id: ReminderId }>(
    unit.tx,
    `INSERT INTO reminders (id, principal_id, client_id, message_id, remind_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (principal_id, client_id) DO UPDATE SET client_id = excluded.client_id RETURNING id`,
    [id, principalId, clientId, messageId, remindAt.toISOString()],
  );
  return row?.id ?? id;
}

export async function countReminders(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    runner,
    `SELECT count(*)::integer AS total FROM reminders WHERE principal_id = $1`,
    [principalId],
  );
  return row?.total ?? 0;
}

export async function deleteReminder(
  unit: LentUnit,
  reminderId: ReminderId,
  principalId: PrincipalId,
): Promise<void> {
  await sendOff(
    unit,
    `DELETE FROM reminders WHERE id = $1 AND principal_id = $2`,
    [reminderId, principalId],
  );
}

export interface ReminderPlace extends MessagePlace {
  readonly reminderId: ReminderId;
  readonly remindAt: Date;
  readonly firedAt: Date | null;
}

const reminderPlaces = `
  SELECT r.principal_id AS "principalId", r.id AS "reminderId", r.remind_at AS "remindAt", r.fired_at AS "firedAt",
    m.conversation_id AS "conversationId", m.seq
  FROM reminders r JOIN messages m ON m.id = r.message_id`;

/** Those of several people that have fired and are not done with, in the order of the people. */
export async function firedPlacesOfEach(
  runner: StatementRunner,
  principalIds: readonly PrincipalId[],
): Promise<readonly (readonly ReminderPlace[])[]> {
  const rows = await rowsOf<
    ReminderPlace & { readonly principalId: PrincipalId }
  >(
    runner,
    `${reminderPlaces} WHERE r.principal_id = ANY($1::uuid[]) AND r.fired_at IS NOT NULL ORDER BY r.remind_at, r.id`,
    [principalIds],
  );
  const own = Map.groupBy(rows, ({ principalId }) => principalId);
  return principalIds.map((id) => own.get(id) ?? []);
}

/** Somebody's reminders, those that have fired first, then the nearest. */
export function reminderPlacesOf(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<readonly ReminderPlace[]> {
  return rowsOf<ReminderPlace>(
    runner,
    `${reminderPlaces} WHERE r.principal_id = $1 ORDER BY r.fired_at IS NULL, r.remind_at, r.id`,
    [principalId],
  );
}

/** Where a reminder's message stands; undefined for one that was cancelled meanwhile. */
export async function reminderPlace(
  runner: StatementRunner,
  reminderId: ReminderId,
): Promise<ReminderPlace | undefined> {
  const [row] = await rowsOf<ReminderPlace>(
    runner,
    `${reminderPlaces} WHERE r.id = $1`,
    [reminderId],
  );
  return row;
}

export interface FiredReminder extends MessagePlace {
  readonly reminderId: ReminderId;
  readonly principalId: PrincipalId;
}

/** Marks what is due as fired, each reminder once whoever else does the same. */
export function fireReminders(
  unit: LentUnit,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly FiredReminder[]> {
  return rowsOf<FiredReminder>(
    unit.tx,
    `UPDATE reminders r SET fired_at = $1 FROM messages m
     WHERE m.id = r.message_id AND r.id IN (SELECT id FROM reminders WHERE fired_at IS NULL AND remind_at <= $1
       ORDER BY remind_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING r.id AS "reminderId", r.principal_id AS "principalId", m.conversation_id AS "conversationId", m.seq`,
    [now.toISOString(), limit],
  );
}

/** When the next reminder or message falls due. */
export async function nextDueAt(
  runner: StatementRunner,
): Promise<Date | undefined> {
  const [row] = await rowsOf<{ at: Date | null }>(
    runner,
    `SELECT least(
       (SELECT min(remind_at) FROM reminders WHERE fired_at IS NULL),
       (SELECT min(send_at) FROM scheduled_messages WHERE refusal IS NULL)) AS at`,
    [],
  );
  return row?.at ?? undefined;
}
