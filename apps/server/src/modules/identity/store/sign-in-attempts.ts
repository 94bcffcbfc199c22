import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import { lockDelayMs } from "../domain/lock-out.ts";
import type { IdentityTables } from "./tables.ts";

/** Failures so far apart do not belong together. */
const FORGOTTEN_AFTER_S = 24 * 3600;

export type Charge =
  | { readonly kind: "charged" }
  | { readonly kind: "locked"; readonly retryAfterMs: number };

/**
 * Counts an attempt as failed before it is tried, under a row lock: of many guesses sent at once no more get through
 * than of guesses sent one by one. Success takes the count back.
 */
export async function chargeAttempt(
  tx: Tx<IdentityTables>,
  login: string,
): Promise<Charge> {
  await tx
    .insertInto("signInAttempts")
    .values({
      login,
      failedCount: 0,
      lastFailedAt: sql<Date>`now()`,
      lockedUntil: null,
    })
    // Written anew where it is there: held from here on, so that a session that begins now can't take the row away.
    .onConflict((conflict) => conflict.column("login").doUpdateSet({ login }))
    .execute();
  const attempts = await tx
    .selectFrom("signInAttempts")
    .select([
      "failedCount",
      sql<number>`coalesce(extract(epoch from locked_until - clock_timestamp()) * 1000, 0)::float8`.as(
        "lockedMs",
      ),
      sql<boolean>`last_failed_at < now() - make_interval(secs => ${FORGOTTEN_AFTER_S})`.as(
        "isForgotten",
      ),
    ])
    .where("login", "=", login)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (attempts.lockedMs > 0)
    return { kind: "locked", retryAfterMs: Math.ceil(attempts.lockedMs) };

  const failedCount = attempts.isForgotten ? 1 : attempts.failedCount + 1;
  const lockMs = lockDelayMs(failedCount);
  await tx
    .updateTable("signInAttempts")
    .set({
      failedCount,
      lastFailedAt: sql<Date>`clock_timestamp()`,
      lockedUntil:
        lockMs === 0
          ? null
          : sql<Date>`clock_timestamp() + make_interval(secs => ${lockMs / 1000})`,
    })
    .where("login", "=", login)
    .execute();
  return { kind: "charged" };
}

export async function forgiveAttempts(
  tx: Tx<IdentityTables>,
  login: string,
): Promise<void> {
  await tx.deleteFrom("signInAttempts").where("login", "=", login).execute();
}

/** Drops what is forgotten anyway, so that guesses at random logins do not fill the table. */
export async function dropOldAttempts(tx: Tx<IdentityTables>): Promise<void> {
  await tx
    .deleteFrom("signInAttempts")
    .where(
      sql<boolean>`last_failed_at < now() - make_interval(secs => ${FORGOTTEN_AFTER_S})`,
    )
    .execute();
}
