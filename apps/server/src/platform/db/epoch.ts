import { sql } from "kysely";
import type { Id } from "@veche/contracts";
import type { Ids } from "../ids.ts";
import type { Database } from "./database.ts";
import { serverActor } from "./database.ts";

/** Names this history: made once for a database; a restored copy gets another, and clients drop their positions. */
export async function readEpoch(
  { transact }: Database<unknown>,
  ids: Ids,
): Promise<string> {
  return transact(serverActor, async ({ tx }) => {
    const { rows } = await sql<{ value: string }>`
      INSERT INTO settings (key, value)
      VALUES ('epoch', ${JSON.stringify(ids.next<Id<"epoch">>())}::jsonb)
      ON CONFLICT (key) DO UPDATE SET key = excluded.key
      RETURNING value`.execute(tx);
    const value = rows[0]?.value;
    if (value === undefined) throw new Error("the epoch could not be stored");
    return value;
  });
}
