import type { UserId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

/** What is kept of an account and its sessions, for the person; no secrets. */
export async function* tellUser(
  runner: StatementRunner,
  userId: UserId,
): AsyncIterable<unknown> {
  yield* await rowsOf(
    runner,
    `SELECT 'account' AS kind, id, login, name, roles, language, created_at AS "createdAt", disabled_at AS "disabledAt"
     FROM users WHERE id = $1`,
    [userId],
  );
  yield* await rowsOf(
    runner,
    `SELECT 'session' AS kind, id, address, device, created_at AS "createdAt", last_used_at AS "lastUsedAt"
     FROM sessions WHERE user_id = $1 ORDER BY created_at`,
    [userId],
  );
}
