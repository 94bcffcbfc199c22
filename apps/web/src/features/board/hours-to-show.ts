import type { LiveHour } from "@veche/contracts";

/** The hours from the first in which somebody asked; none when nobody did. */
export function hoursToShow(hours: readonly LiveHour[]): readonly LiveHour[] {
  const first = hours.findIndex(({ offered }) => offered > 0);
  return first === -1 ? [] : hours.slice(first);
}
