import type { JoinId, RoomId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { JanusHandle } from "../janus/janus-handle.ts";
import type { Participant } from "./participant.ts";
import { PeerWatch, type PeerChanges } from "./peer-watch.ts";
import { dismiss, listRoster, Roster } from "./roster.ts";

export interface PeerKeeperDeps {
  readonly room: RoomId;
  /** Speaks for the room at its media server; settles once the room is made. */
  readonly control: Promise<JanusHandle>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly present: ReadonlyMap<JoinId, Participant>;
  /** Who has a seat in the call. */
  readonly seated: () => Iterable<JoinId>;
  readonly peersChanged: (changes: PeerChanges) => void;
}

const lookEveryMs = 5_000;

/** Keeps the media server's list of a room's people and ours the same, and finds who vanished from both. */
export function keepPeers(deps: PeerKeeperDeps): Disposable {
  const { timers, clock, present, seated, peersChanged } = deps;
  const watch = new PeerWatch();
  const roster = new Roster();
  return timers.every(lookEveryMs, () => {
    void compare(deps, roster);
    const changes = watch.look({
      seated: seated(),
      isUp: (joinId) => present.get(joinId)?.isUp === true,
      nowMs: clock.monotonicMs(),
    });
    if (changes.gone.length + changes.back.length > 0) peersChanged(changes);
  });
}

async function compare(
  { room, control, present, log }: PeerKeeperDeps,
  roster: Roster,
): Promise<void> {
  try {
    const handle = await control;
    const asked = [...present.values()];
    const { missing, strangers } = roster.compare(
      await listRoster(handle, room),
      asked,
    );
    for (const one of asked) if (missing.includes(one.feedId)) one.lost();
    for (const stranger of strangers) {
      log.warn({ room }, "a stranger in a room of the media server is let go");
      await dismiss(handle, room, stranger);
    }
  } catch (error) {
    // A media server that is gone takes the room with it; one that is slow is asked again.
    log.debug({ error }, "the people of a room could not be compared");
  }
}
