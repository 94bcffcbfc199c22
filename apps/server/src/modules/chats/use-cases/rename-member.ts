import type { PrincipalId } from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { renameEverywhere } from "../store/members.ts";

/** Shows a principal's new name wherever they are or were a member; what the log said stays as it was said. */
export async function renameMember(
  unit: LentUnit,
  principalId: PrincipalId,
  name: string,
): Promise<void> {
  for (const conversationId of await renameEverywhere(
    unit,
    principalId,
    name,
  )) {
    unit.happened({
      type: "members.changed",
      conversationId,
      joined: [],
      left: [],
    });
  }
}
