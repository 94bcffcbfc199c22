import { serverActor } from "../../../platform/db/database.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { GuestPowers } from "../guest-powers.ts";
import { closeStays, type Ending } from "../store/stays.ts";

/** Ends stays in the caller's transaction: whoever is out is out of the conversation with it, and of its call. */
export async function endStaysIn(
  { chats, clock }: Pick<GuestPowers, "chats" | "clock">,
  unit: LentUnit,
  ending: Ending,
): Promise<void> {
  for (const { id, conversationId } of await closeStays(
    unit,
    ending,
    clock.now(),
  )) {
    await chats.removeMember(unit, {
      ...{ conversationId, principalId: id, actorId: null },
    });
    unit.happened({ type: "guest.left", guestId: id });
  }
}

export async function endStays(
  powers: GuestPowers,
  ending: Ending,
): Promise<void> {
  await powers.database.transact(serverActor, (unit) =>
    endStaysIn(powers, unit, ending),
  );
}
