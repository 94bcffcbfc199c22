import type { ConversationId, MemberRole, PrincipalId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { appendEntries } from "../store/append-entries.ts";
import { writeRole } from "../store/members.ts";

export interface RoleGiven {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly role: MemberRole;
  /** Null when the server gave it. */
  readonly actorId: PrincipalId | null;
}

/** Writes a role down and into the log of a conversation that is held. */
export async function changeRole(
  { clock }: { readonly clock: Clock },
  unit: LentUnit,
  { conversationId, principalId, role, actorId }: RoleGiven,
): Promise<void> {
  const name = await writeRole(unit, conversationId, { principalId, role });
  if (name === undefined) return;
  await appendEntries(
    unit,
    [
      {
        conversationId,
        event: {
          type: "member.role_changed",
          actorId,
          principalId,
          name,
          role,
        },
      },
    ],
    { at: clock.now() },
  );
}
