import { sql } from "kysely";
import webPush from "web-push";
import { serverActor, type Database } from "../../platform/db/database.ts";
import type { NotificationsTables } from "./store/tables.ts";

/** The server's own key pair (RFC 8292): push services know by it who sends. Base64url. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Made once for a database and kept in it: browsers subscribed with it, and would have to again with another. */
export async function readVapidKeys({
  transact,
}: Pick<Database<NotificationsTables>, "transact">): Promise<VapidKeys> {
  return transact(serverActor, async ({ tx }) => {
    const { rows } = await sql<{ value: VapidKeys }>`
      INSERT INTO settings (key, value)
      VALUES ('push.vapid', ${JSON.stringify(webPush.generateVAPIDKeys())}::jsonb)
      ON CONFLICT (key) DO UPDATE SET key = excluded.key
      RETURNING value`.execute(tx);
    const value = rows[0]?.value;
    if (value === undefined)
      throw new Error("the keys of pushes could not be stored");
    return value;
  });
}
