import { createHash } from "node:crypto";
import { sql, type Selectable } from "kysely";
import type { Language, Role, SessionId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import {
  SESSION_LONGEST_S,
  SESSION_TOUCH_S,
} from "../domain/session-lifetime.ts";
import { networksNow } from "./staff-networks.ts";
import type { IdentityTables } from "./tables.ts";

export type SessionRow = Selectable<IdentityTables["sessions"]>;

// By the database's clock, which does not jump with the clock of one server.
const seconds = (count: number) => sql<Date>`make_interval(secs => ${count})`;
const isLive = (lifetimeMs: number) =>
  sql<boolean>`sessions.expires_at > now() and sessions.last_used_at > now() - ${seconds(lifetimeMs / 1000)}`;

const hashOf = (token: string): Buffer =>
  createHash("sha256").update(token).digest();

export interface NewSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly token: string;
  readonly address: string;
  readonly device: string;
}

export async function insertSession(
  tx: Tx<IdentityTables>,
  { token, ...session }: NewSession,
): Promise<void> {
  await tx
    .insertInto("sessions")
    .values({
      ...session,
      tokenHash: hashOf(token),
      expiresAt: sql<Date>`now() + ${seconds(SESSION_LONGEST_S)}`,
    })
    .execute();
}

export interface LiveSession {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  /** Its last use was written down so long ago that it should be again. */
  readonly isStale: boolean;
  /** Of the staff, at this moment. */
  readonly networks: readonly string[];
}

/** Whose sessions these are, in their order; undefined for one that ended, was not used for too long, or whose user is disabled. */
export async function findLiveSessions(
  db: Db<IdentityTables>,
  tokens: readonly string[],
  lifetimeMs: number,
): Promise<readonly (LiveSession | undefined)[]> {
  const hashes = tokens.map(hashOf);
  const rows = await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.userId")
    .select([
      "sessions.tokenHash",
      "sessions.id as sessionId",
      "users.id as userId",
      "users.name",
      "users.roles",
      "users.language",
      sql<boolean>`sessions.last_used_at < now() - ${seconds(SESSION_TOUCH_S)}`.as(
        "isStale",
      ),
      networksNow.as("networks"),
    ])
    .where("sessions.tokenHash", "=", sql<Buffer>`any(${hashes}::bytea[])`)
    .where(isLive(lifetimeMs))
    .where("users.disabledAt", "is", null)
    .execute();
  const found = new Map(
    rows.map(({ tokenHash, ...session }) => [
      tokenHash.toString("hex"),
      session,
    ]),
  );
  return hashes.map((hash) => found.get(hash.toString("hex")));
}

/** The same for one. */
export async function findLiveSession(
  db: Db<IdentityTables>,
  token: string,
  lifetimeMs: number,
): Promise<LiveSession | undefined> {
  return (await findLiveSessions(db, [token], lifetimeMs))[0];
}

/** Writes down that sessions are in use; answers with those that still live. */
export async function touchSessions(
  tx: Tx<IdentityTables>,
  sessionIds: readonly SessionId[],
  lifetimeMs: number,
): Promise<readonly SessionId[]> {
  const rows = await tx
    .updateTable("sessions")
    .set({ lastUsedAt: sql<Date>`now()` })
    .where("id", "=", sql<SessionId>`any(${sessionIds}::uuid[])`)
    .where(isLive(lifetimeMs))
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

export function listLiveSessions(
  db: Db<IdentityTables>,
  userId: UserId,
  lifetimeMs: number,
): Promise<SessionRow[]> {
  return db
    .selectFrom("sessions")
    .selectAll()
    .where("userId", "=", userId)
    .where(isLive(lifetimeMs))
    .orderBy("lastUsedAt", "desc")
    .execute();
}

/** Deletes one's sessions but the kept one, or only the named one; answers with those that are gone now. */
export async function deleteSessions(
  tx: Tx<IdentityTables>,
  userId: UserId,
  which: { readonly only?: SessionId; readonly except?: SessionId } = {},
): Promise<readonly SessionId[]> {
  let query = tx.deleteFrom("sessions").where("userId", "=", userId);
  if (which.only !== undefined) query = query.where("id", "=", which.only);
  if (which.except !== undefined) query = query.where("id", "!=", which.except);
  const rows = await query.returning("id").execute();
  return rows.map(({ id }) => id);
}

export function deleteExpiredSessions(
  tx: Tx<IdentityTables>,
  lifetimeMs: number,
): Promise<Pick<SessionRow, "id" | "userId">[]> {
  return tx
    .deleteFrom("sessions")
    .where(sql<boolean>`not (${isLive(lifetimeMs)})`)
    .returning(["id", "userId"])
    .execute();
}
