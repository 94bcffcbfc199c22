import type { Actor, DomainEventOf, SessionId, UserId } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { deleteSessions } from "../store/sessions.ts";
import type { IdentityTables } from "../store/tables.ts";

type Reason = DomainEventOf<"session.ended">["reason"];

/** Ends sessions within the caller's transaction; their sockets close when it is committed. */
export async function endSessions(
  { tx, happened }: UnitOfWork<IdentityTables>,
  userId: UserId,
  {
    reason,
    ...which
  }: { readonly reason: Reason } & Parameters<typeof deleteSessions>[2],
): Promise<number> {
  const ended = await deleteSessions(tx, userId, which);
  for (const sessionId of ended)
    happened({ type: "session.ended", userId, sessionId, reason });
  return ended.length;
}

/** False when the user has no such session. */
export async function endOneSession(
  { database }: Pick<IdentityDeps, "database">,
  actor: Actor,
  session: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly reason: Reason;
  },
): Promise<boolean> {
  const { userId, sessionId: only, reason } = session;
  return database.transact(
    actor,
    async (unit) => (await endSessions(unit, userId, { reason, only })) > 0,
    { isEssential: true },
  );
}
