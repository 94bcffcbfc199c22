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
  yield* await rowsOf(
    runner,
    `SELECT 'sign-in through the company' AS kind, p.name, c.subject, c.linked_at AS "linkedAt"
     FROM company_identities c JOIN oidc_providers p ON p.id = c.provider_id
     WHERE c.user_id = $1 ORDER BY c.linked_at`,
    [userId],
  );
}
