import type { Mine } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { Seat } from "./standings.ts";
import type { ChatsTables } from "./tables.ts";

/** What a member sets of their own side; what isn't named stays. */
export type Arrangement = Partial<Omit<Mine, "role">>;

/** False when this principal is not in the conversation. */
export async function writeMine(
  unit: UnitOfWork<ChatsTables>,
  { conversationId, principalId }: Seat,
  { mutedUntil, sounds, ...rest }: Arrangement,
): Promise<boolean> {
  const updated = await unit.tx
    .updateTable("members")
    .set({
      ...rest,
      ...(mutedUntil === undefined
        ? {}
        : { mutedUntil: mutedUntil === null ? null : new Date(mutedUntil) }),
      ...(sounds === undefined
        ? {}
        : { sounds: Object.keys(sounds).length === 0 ? null : sounds }),
      // Somebody who names nothing still learns whether they are in it.
      principalId,
    })
    .where("conversationId", "=", conversationId)
    .where("principalId", "=", principalId)
    .where("leftAt", "is", null)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
