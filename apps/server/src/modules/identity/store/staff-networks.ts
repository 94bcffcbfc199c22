import { sql } from "kysely";
import type { SessionId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { IdentityTables } from "./tables.ts";

export async function readNetworks(
  db: Db<IdentityTables>,
): Promise<readonly string[]> {
  const { networks } = await db
    .selectFrom("staffNetworks")
    .select("networks")
    .executeTakeFirstOrThrow();
  return networks;
}

export async function writeNetworks(
  tx: Tx<IdentityTables>,
  networks: readonly string[],
): Promise<void> {
  await tx
    .updateTable("staffNetworks")
    .set({ networks: JSON.stringify(networks) })
    .execute();
}

/** Where the sessions that live now began. */
export const sessionsWithAddresses = (
  tx: Tx<IdentityTables>,
): Promise<
  {
    readonly id: SessionId;
    readonly userId: UserId;
    readonly address: string;
  }[]
> => tx.selectFrom("sessions").select(["id", "userId", "address"]).execute();

/** Of each session that is looked up: the networks as they are at that moment. */
export const networksNow = sql<
  readonly string[]
>`(SELECT networks FROM staff_networks)`;
