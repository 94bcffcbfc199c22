import type { UserId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

/** What somebody signs in with, for the person; no secrets. */
export async function* tellFactors(
  runner: StatementRunner,
  userId: UserId,
): AsyncIterable<unknown> {
  yield* await rowsOf(
    runner,
    `SELECT 'codes of an application' AS kind, since FROM totp_factors WHERE user_id = $1 AND secret IS NOT NULL`,
    [userId],
  );
  yield* await rowsOf(
    runner,
    `SELECT 'passkey' AS kind, name, created_at AS "createdAt", last_used_at AS "lastUsedAt"
     FROM passkeys WHERE user_id = $1 ORDER BY created_at`,
    [userId],
  );
}
