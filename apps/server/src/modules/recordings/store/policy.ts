import type { RecordingPolicy, Role } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { RecordingsTables } from "./tables.ts";

export const readPolicy = async (
  db: Db<RecordingsTables>,
): Promise<RecordingPolicy> =>
  db.selectFrom("recordingPolicy").select("roles").executeTakeFirstOrThrow();

export async function writePolicy(
  tx: Tx<RecordingsTables>,
  { roles }: { readonly roles: readonly Role[] },
): Promise<void> {
  await tx
    .updateTable("recordingPolicy")
    .set({ roles: JSON.stringify(roles) })
    .execute();
}
