import type { ConferenceId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import { mayChange, maySee } from "../domain/rights.ts";
import { lockConference, type StoredConference } from "../store/conferences.ts";
import { inviteesOf, type Invitee } from "../store/invitees.ts";
import type { ConferencesTables } from "../store/tables.ts";

export interface HeldConference {
  readonly conference: StoredConference;
  readonly invitees: readonly Invitee[];
}

/** A conference held for one of those invited. Refuses `conference.not_found`. */
export async function holdAsInvitee(
  tx: Tx<ConferencesTables>,
  { id: userId }: Pick<UserPrincipal, "id">,
  id: ConferenceId,
): Promise<HeldConference> {
  const conference = await lockConference(tx, id);
  const invitees = await inviteesOf(tx, id);
  if (conference === undefined || !maySee(invitees, userId))
    throw new AppError("conference.not_found");
  return { conference, invitees };
}

/** The same for an organiser. Refuses `conference.not_found`, `conference.not_organiser`. */
export async function holdAsOrganiser(
  tx: Tx<ConferencesTables>,
  principal: Pick<UserPrincipal, "id">,
  id: ConferenceId,
): Promise<HeldConference> {
  const held = await holdAsInvitee(tx, principal, id);
  if (!mayChange(held.invitees, principal.id))
    throw new AppError("conference.not_organiser");
  return held;
}
