import type { CallId } from "@veche/contracts";
import type { Rooms } from "../src/modules/media/index.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { TestClock } from "./clock.ts";
import { writeTrack } from "./tracks.ts";

type RoomsListener = Parameters<Rooms["listen"]>[0];
type Sender = ReturnType<Rooms["senders"]>[number];

/** A media server that answers at once and remembers what was said to it. */
export interface TestRooms extends Rooms {
  readonly said: readonly string[];
  /** It died with all its rooms and is there again. */
  die(): void;
  /** Its process ended with ours: nobody is told. */
  vanish(): void;
  offer: RoomsListener["offered"];
  /** It finds that the connections of these are gone, or stand again. */
  readonly see: NonNullable<RoomsListener["peersChanged"]>;
  /** Nothing comes of this one any more. */
  readonly fallSilent: NonNullable<RoomsListener["fellSilent"]>;
}

/** Whoever publishes is seen at once, and leaves a file with some packets where they are recorded. */
class TestSenders {
  readonly #byCall = new Map<CallId, readonly Sender[]>();

  of(callId: CallId): readonly Sender[] {
    return this.#byCall.get(callId) ?? [];
  }

  put(callId: CallId, sender: Sender): void {
    const others = this.of(callId).filter(
      ({ joinId }) => joinId !== sender.joinId,
    );
    this.#byCall.set(callId, [...others, sender]);
  }

  keep(callId: CallId, joinIds: readonly string[]): void {
    const kept = this.of(callId).filter(({ joinId }) =>
      joinIds.includes(joinId),
    );
    this.#byCall.set(callId, kept);
  }

  clear(): void {
    this.#byCall.clear();
  }

  write(callId: CallId, feedId: string, writtenTo: string | null): void {
    const sender = this.of(callId).find((one) => one.feedId === feedId);
    if (sender !== undefined) this.put(callId, { ...sender, writtenTo });
  }
}

export function createTestRooms(clock: TestClock): TestRooms {
  const said: string[] = [];
  const open = new Set<CallId>();
  const listeners = new Set<RoomsListener>();
  const senders = new TestSenders();
  const tell = (callId: CallId): void => {
    for (const listener of listeners) listener.sendersChanged?.(callId);
  };
  return {
    said,
    publish: async ({ callId, joinId }, { sdp, lines }) => {
      open.add(callId);
      said.push(`publish ${joinId} ${sdp}`);
      senders.put(callId, {
        joinId,
        feedId: systemIds.next(),
        files: lines.map(({ source }, place) => ({
          source,
          suffix: `-${source}-${String(place)}.mjr`,
        })),
        writtenTo: null,
      });
      tell(callId);
      return `answer to ${sdp}`;
    },
    senders: (callId) => senders.of(callId),
    async record(callId, feedId, base) {
      const sender = senders.of(callId).find((one) => one.feedId === feedId);
      // The camera is off: nothing comes of it.
      for (const { source, suffix } of sender?.files ?? [])
        await writeTrack(`${base}${suffix}`, {
          firstPacketAt: clock.now(),
          packetsMs: source === "microphone" ? [0, 20, 40] : [],
        });
      senders.write(callId, feedId, base);
    },
    async stopRecording(callId, feedId) {
      senders.write(callId, feedId, null);
    },
    filesClosed: () => Promise.resolve(),
    receive: async ({ joinId }, sdp) =>
      void said.push(`receive ${joinId} ${sdp}`),
    trickle: async ({ joinId }, { connection }) =>
      void said.push(`trickle ${joinId} ${connection}`),
    repeat: ({ joinId }) => void said.push(`repeat ${joinId}`),
    look: ({ joinId }, { pictures }) =>
      void said.push(
        `look ${joinId} ${pictures.map(({ height }) => height).join(" ")}`,
      ),
    keep(callId, { seats }) {
      const joinIds = seats.map(({ joinId }) => joinId);
      said.push(`keep ${joinIds.join(" ")}`);
      senders.keep(callId, joinIds);
    },
    close(callId) {
      senders.keep(callId, []);
      if (open.delete(callId)) said.push("close");
    },
    listen(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    die() {
      senders.clear();
      for (const listener of listeners) listener.lost([...open]);
    },
    vanish: () => senders.clear(),
    see(callId, changes) {
      for (const listener of listeners)
        listener.peersChanged?.(callId, changes);
    },
    fallSilent(place) {
      for (const listener of listeners) listener.fellSilent?.(place);
    },
    offer(place, offered) {
      for (const listener of listeners) listener.offered(place, offered);
    },
  };
}
