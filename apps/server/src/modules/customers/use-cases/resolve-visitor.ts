import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { CustomerPrincipal } from "../../../platform/principal.ts";
import { visitExpiry } from "../domain/visit-expiry.ts";
import type { CustomersTables } from "../store/tables.ts";
import { findVisit, prolongVisit } from "../store/visits.ts";

/** Written down at most this often: a visit asks many times a minute. */
const prolongAfterMs = 60 * 60 * 1000;

export interface ResolveVisitorDeps {
  readonly database: Database<CustomersTables>;
  readonly clock: Clock;
}

/** Whom a visitor token names now; using it prolongs the visit. Undefined for a token that is unknown or over. */
export async function resolveVisitor(
  { database, clock }: ResolveVisitorDeps,
  visitorToken: string,
): Promise<CustomerPrincipal | undefined> {
  const now = clock.now();
  const visit = await findVisit(database.db, visitorToken, now);
  if (visit === undefined) return undefined;
  const { id, name, language, siteId, externalId } = visit.customer;
  if (now.getTime() - visit.lastUsedAt.getTime() > prolongAfterMs) {
    await database.transact(serverActor, ({ tx }) =>
      prolongVisit(tx, visitorToken, {
        usedAt: now,
        expiresAt: visitExpiry(now, externalId),
      }),
    );
  }
  return { kind: "customer", id, name, language, siteId };
}
