import type { ConferenceId, ConversationId } from "@veche/contracts";
import type { ConferencePowers } from "./conference-powers.ts";
import { occurrencesBetween } from "./domain/occurrences.ts";
import {
  conferenceOfGuests,
  type StoredConference,
} from "./store/conferences.ts";
import { exceptionsOf } from "./store/exceptions.ts";

/** Where a link for guests leads. */
export interface GuestDoorView {
  readonly conferenceId: ConferenceId;
  readonly conversationId: ConversationId;
  readonly title: string;
  /** Of the occurrence that goes on, or the next one. */
  readonly startsAt: Date | null;
  readonly hasPassword: boolean;
  /** Guests wait until somebody lets them in. */
  readonly hasLobby: boolean;
  /** Whether this opens it; where it has no password, anything does. */
  fits(password: string | undefined): Promise<boolean>;
}

const lookAheadMs = 400 * 86_400_000;

type Powers = Pick<ConferencePowers, "database" | "clock" | "passwords">;

/** Undefined for a secret that opens nothing any more. */
export async function guestDoor(
  powers: Powers,
  guestToken: string,
): Promise<GuestDoorView | undefined> {
  const { database, passwords } = powers;
  const conference = await conferenceOfGuests(database.db, guestToken);
  if (conference === undefined) return undefined;
  const { id, conversationId, title, passwordHash, hasLobby } = conference;
  return {
    ...{ conferenceId: id, conversationId, title, hasLobby },
    startsAt: await nextStart(powers, conference),
    hasPassword: passwordHash !== null,
    fits: async (password = "") =>
      passwordHash === null || passwords.fits(password, passwordHash),
  };
}

async function nextStart(
  { database, clock }: Powers,
  { id, schedule }: StoredConference,
): Promise<Date | null> {
  if (schedule === null) return null;
  const from = clock.now();
  const exceptions = (await exceptionsOf(database.db, [id])).get(id) ?? [];
  const [next] = occurrencesBetween(schedule, exceptions, {
    from,
    to: new Date(from.getTime() + lookAheadMs),
  });
  return next?.startsAt ?? null;
}
