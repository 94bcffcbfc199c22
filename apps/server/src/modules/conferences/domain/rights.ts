import type { UserId } from "@veche/contracts";

/** What stands of a person in a conference. */
interface Place {
  readonly userId: UserId;
  readonly isOrganiser: boolean;
}

/** Those invited see it and answer. */
export const maySee = (places: readonly Place[], userId: UserId): boolean =>
  places.some((place) => place.userId === userId);

/** Organisers change it, move and cancel. */
export const mayChange = (places: readonly Place[], userId: UserId): boolean =>
  places.some((place) => place.userId === userId && place.isOrganiser);
