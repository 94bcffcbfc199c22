import type { JanusHandle } from "../janus/janus-handle.ts";
import type { FeedId } from "./video-room.ts";
import type { RoomId } from "@veche/contracts";

/** What a comparison found. */
interface RosterDifference {
  /** We think that their connection stands; the media server does not know them. */
  readonly missing: readonly FeedId[];
  /** The media server has them; nobody of ours is known under that name, and was not the last time either. */
  readonly strangers: readonly string[];
}

export interface OurFeed {
  readonly feedId: FeedId;
  readonly isUp: boolean;
}

/**
 * Compares who is in a room by the media server with who is by us. Whoever is let go lingers there for a moment: only
 * who is strange twice is a stranger.
 */
export class Roster {
  #strangeBefore: ReadonlySet<string> = new Set();

  compare(
    theirs: readonly string[],
    ours: readonly OurFeed[],
  ): RosterDifference {
    const known = new Set<string>(ours.map(({ feedId }) => feedId));
    const there = new Set(theirs);
    const strange = theirs.filter((id) => !known.has(id));
    const strangers = strange.filter((id) => this.#strangeBefore.has(id));
    this.#strangeBefore = new Set(strange);
    return {
      missing: ours.flatMap(({ feedId, isUp }) =>
        isUp && !there.has(feedId) ? [feedId] : [],
      ),
      strangers,
    };
  }
}

/** Who joined the room to send, by the media server. */
export async function listRoster(
  handle: JanusHandle,
  room: RoomId,
): Promise<readonly string[]> {
  const { data } = await handle.ask({ request: "listparticipants", room });
  const participants = Array.isArray(data["participants"])
    ? data["participants"]
    : [];
  return participants.flatMap((one: { readonly id?: unknown }) =>
    typeof one.id === "string" ? [one.id] : [],
  );
}

export async function dismiss(
  handle: JanusHandle,
  room: RoomId,
  id: string,
): Promise<void> {
  await handle.ask({ request: "kick", room, id });
}
