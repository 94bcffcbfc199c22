import type {
  ClientId,
  ConversationId,
  Invitation,
  InvitationId,
  UserId,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

interface InvitationRow extends Omit<Invitation, "createdAt" | "expiresAt"> {
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

const columns = `i.id, i.conversation_id AS "conversationId", i.token, i.created_at AS "createdAt",
  i.expires_at AS "expiresAt", i.use_count AS "useCount"`;

const invitationOf = (row: InvitationRow): Invitation => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
});

export interface NewInvitation {
  readonly id: InvitationId;
  readonly conversationId: ConversationId;
  readonly token: string;
  readonly createdBy: UserId;
  readonly clientId: ClientId;
  readonly at: Date;
  readonly expiresAt: string | null;
}

/** The invitation made under this client id, now or before; `isNew` tells which. */
export async function insertInvitation(
  unit: LentUnit,
  wanted: NewInvitation,
): Promise<{ readonly invitation: Invitation; readonly isNew: boolean }> {
  const [row] = await rowsOf<InvitationRow>(
    unit.tx,
    `INSERT INTO invitations AS i (id, conversation_id, token, created_by, client_id, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (created_by, client_id) DO UPDATE SET client_id = excluded.client_id
     RETURNING ${columns}`,
    [
      wanted.id,
      wanted.conversationId,
      wanted.token,
      wanted.createdBy,
      wanted.clientId,
      wanted.at.toISOString(),
      wanted.expiresAt,
    ],
  );
  if (row === undefined) throw new Error("an upsert gave no row");
  return { invitation: invitationOf(row), isNew: row.id === wanted.id };
}

/** False when there was nothing to revoke. */
export async function revokeInvitation(
  unit: LentUnit,
  {
    conversationId,
    invitationId,
    at,
  }: {
    readonly conversationId: ConversationId;
    readonly invitationId: InvitationId;
    readonly at: Date;
  },
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE invitations SET revoked_at = $3
     WHERE id = $1 AND conversation_id = $2 AND revoked_at IS NULL RETURNING id`,
    [invitationId, conversationId, at.toISOString()],
  );
  return rows.length > 0;
}

const isGood = (instant: string) =>
  `i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > ${instant})`;

/** Those that can be used, the newest first. */
export async function invitationsTo(
  runner: StatementRunner,
  conversationId: ConversationId,
  at: Date,
): Promise<readonly Invitation[]> {
  const rows = await rowsOf<InvitationRow>(
    runner,
    `SELECT ${columns} FROM invitations i
     WHERE i.conversation_id = $1 AND ${isGood("$2")} ORDER BY i.created_at DESC, i.id DESC`,
    [conversationId, at.toISOString()],
  );
  return rows.map(invitationOf);
}

/** Where a token leads, if it can be used. */
export async function invitedTo(
  runner: StatementRunner,
  token: string,
  at: Date,
): Promise<ConversationId | undefined> {
  const [row] = await rowsOf<{ conversationId: ConversationId }>(
    runner,
    `SELECT i.conversation_id AS "conversationId" FROM invitations i
     JOIN conversations c ON c.id = i.conversation_id AND c.deleted_at IS NULL
     WHERE i.token = $1 AND ${isGood("$2")}`,
    [token, at.toISOString()],
  );
  return row?.conversationId;
}

export async function countUse(unit: LentUnit, token: string): Promise<void> {
  await sendOff(
    unit,
    `UPDATE invitations SET use_count = use_count + 1 WHERE token = $1`,
    [token],
  );
}
