import type { ConferenceId } from "@veche/contracts";
import type { ConferencePowers } from "../conference-powers.ts";
import { writeGuestToken } from "../store/conferences.ts";
import { holdAsOrganiser } from "./held-conference.ts";
import type { Asking } from "./plan-conference.ts";

/**
 * Makes another link for guests, or ends the one there is; whoever came by the former one is out. Refuses
 * `conference.not_found`, `conference.not_organiser`.
 */
export async function changeGuestLink(
  {
    database,
    ids,
    guests,
  }: Pick<ConferencePowers, "database" | "ids" | "guests">,
  { principal, actor }: Asking,
  { id, to }: { readonly id: ConferenceId; readonly to: "another" | "none" },
): Promise<void> {
  await database.transact(actor, async (unit) => {
    await holdAsOrganiser(unit.tx, principal, id);
    const guestToken = to === "another" ? ids.secret() : null;
    await writeGuestToken(unit.tx, id, guestToken);
    await guests.showOut(unit, id);
    unit.happened({
      type: "conference.changed",
      conferenceId: id,
      fields: "guest_link",
    });
  });
}
