import type { UserId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

/** What of a person is kept here: the rules by which they are told, and which browsers are. */
export async function* tellRules(
  runner: StatementRunner,
  userId: UserId,
): AsyncIterable<unknown> {
  yield* await rowsOf(
    runner,
    `SELECT 'rules' AS kind, settings FROM notification_settings WHERE user_id = $1`,
    [userId],
  );
  yield* await rowsOf(
    runner,
    `SELECT 'browser' AS kind, device_id AS "deviceId" FROM push_devices WHERE user_id = $1`,
    [userId],
  );
}
