import type { CallId, Look } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { isJanusRefusal, type JanusLine } from "../janus/janus-line.ts";
import { chooseNode } from "./choose-node.ts";
import type {
  Place,
  Published,
  Rooms,
  RoomsListener,
  Sender,
  Trickled,
} from "./room-face.ts";
import { Room } from "./room.ts";
import type { FeedId } from "./video-room.ts";
import type { RoomLimits } from "./wanted-lines.ts";

export interface RoomsDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly timers: Timers;
  readonly roomKey: string;
  /** What a viewer gets at most. */
  readonly limits?: RoomLimits;
}

/** A media server, by the line it answers on now. */
interface MediaNode {
  line: JanusLine | undefined;
  readonly roomKey: string;
  readonly rooms: Map<CallId, Room>;
}

/** What goes through a media server now. */
export interface NodeUse {
  readonly rooms: number;
  readonly seats: number;
  readonly isDraining: boolean;
}

/** The rooms, and the word of the media servers that they are there. */
export interface RoomTable extends Rooms {
  /**
   * A node answers on a new line; what was behind its earlier one is lost. So is what waits on nodes that do not answer:
   * there is a place for it now.
   */
  nodeUp(nodeId: string, line: JanusLine, roomKey?: string): void;
  /** From now on it takes no new rooms, or takes them again. */
  drain(nodeId: string, order: { readonly isDraining: boolean }): void;
  useOf(nodeId: string): NodeUse;
}

export const createRooms = (deps: RoomsDeps): RoomTable => new Table(deps);

class Table implements RoomTable {
  readonly #deps: RoomsDeps;
  readonly #nodes = new Map<string, MediaNode>();
  readonly #draining = new Set<string>();
  readonly #listeners = new Set<RoomsListener>();
  readonly #closings = new Set<Promise<void>>();

  constructor(deps: RoomsDeps) {
    this.#deps = deps;
  }

  async publish(place: Place, published: Published): Promise<string> {
    const room = this.#roomOf(place) ?? this.#open(place);
    return asked(() => room.publish(place.joinId, published));
  }

  async receive(place: Place, sdp: string): Promise<void> {
    await asked(async () => this.#roomOf(place)?.receive(place.joinId, sdp));
  }

  async trickle(place: Place, trickled: Trickled): Promise<void> {
    await asked(async () =>
      this.#roomOf(place)?.trickle(place.joinId, trickled),
    );
  }

  look(place: Place, look: Look): void {
    this.#roomOf(place)?.look(place.joinId, look);
  }

  senders(callId: CallId): readonly Sender[] {
    return this.#find(callId)?.senders() ?? [];
  }

  async record(callId: CallId, feedId: FeedId, base: string): Promise<void> {
    const sender = this.#find(callId)?.participant(feedId);
    if (sender === undefined) throw new AppError("server.unavailable");
    await asked(() => sender.record(base));
  }

  async stopRecording(callId: CallId, feedId: FeedId): Promise<void> {
    const sender = this.#find(callId)?.participant(feedId);
    await asked(async () => sender?.stopRecording());
  }

  async filesClosed(): Promise<void> {
    await Promise.all(this.#closings);
  }

  repeat(place: Place): void {
    this.#roomOf(place)?.repeat(place.joinId);
  }

  keep(callId: CallId, { roomId, seats }: Parameters<Rooms["keep"]>[1]): void {
    const room = this.#find(callId);
    if (room === undefined) return;
    if (room.id === roomId) room.keep(seats);
    else this.close(callId);
  }

  close(callId: CallId): void {
    for (const { rooms } of this.#nodes.values()) {
      rooms.get(callId)?.close();
      rooms.delete(callId);
    }
  }

  listen(listener: RoomsListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  nodeUp(nodeId: string, line: JanusLine, roomKey = this.#deps.roomKey): void {
    const before = this.#nodes.get(nodeId);
    const node: MediaNode = { line, roomKey, rooms: new Map() };
    this.#nodes.set(nodeId, node);
    void line.closed.then(() => {
      node.line = undefined;
      // Where another takes rooms nobody waits until this one is back.
      if (this.#choose() !== undefined) this.#lose([node]);
    });
    const silent = [...this.#nodes.values()].filter(
      (one) => one.line === undefined,
    );
    this.#lose([...(before === undefined ? [] : [before]), ...silent]);
  }

  drain(
    nodeId: string,
    { isDraining }: { readonly isDraining: boolean },
  ): void {
    if (isDraining) this.#draining.add(nodeId);
    else this.#draining.delete(nodeId);
  }

  useOf(nodeId: string): NodeUse {
    const rooms = [...(this.#nodes.get(nodeId)?.rooms.values() ?? [])];
    return {
      rooms: rooms.length,
      seats: seatsIn(rooms),
      isDraining: this.#draining.has(nodeId),
    };
  }

  /** Their rooms are gone; whoever was there is told where to go on. */
  #lose(nodes: readonly MediaNode[]): void {
    const lost = nodes.flatMap(({ rooms }) => [...rooms.keys()]);
    for (const { rooms } of nodes) {
      for (const room of rooms.values()) room.close();
      rooms.clear();
    }
    if (lost.length === 0) return;
    for (const listener of this.#listeners) listener.lost(lost);
  }

  #choose(): MediaNode | undefined {
    return chooseNode(
      [...this.#nodes].map(([id, node]) => ({
        id,
        node,
        isHealthy: node.line !== undefined,
        isDraining: this.#draining.has(id),
        seats: seatsIn([...node.rooms.values()]),
      })),
    )?.node;
  }

  #find(callId: CallId): Room | undefined {
    return [...this.#nodes.values()]
      .map(({ rooms }) => rooms.get(callId))
      .find((room) => room !== undefined);
  }

  #roomOf({ callId, roomId }: Place): Room | undefined {
    const room = this.#find(callId);
    return room?.id === roomId ? room : undefined;
  }

  #open({ callId, roomId }: Place): Room {
    this.close(callId);
    const node = this.#choose();
    if (node?.line === undefined) throw new AppError("server.unavailable");
    const room = new Room({
      ...this.#deps,
      id: roomId,
      line: node.line,
      roomKey: node.roomKey,
      offered: (joinId, offered) => {
        for (const listener of this.#listeners)
          listener.offered({ callId, roomId, joinId }, offered);
      },
      linesChanged: (joinId, lines) => {
        for (const listener of this.#listeners)
          listener.linesChanged?.({ callId, roomId, joinId }, lines);
      },
      closing: (closed) => {
        this.#closings.add(closed);
        void closed.then(() => this.#closings.delete(closed));
      },
      sendersChanged: () => {
        for (const listener of this.#listeners)
          listener.sendersChanged?.(callId);
      },
      peersChanged: (changes) => {
        for (const listener of this.#listeners)
          listener.peersChanged?.(callId, changes);
      },
      fellSilent: (joinId) => {
        for (const listener of this.#listeners)
          listener.fellSilent?.({ callId, roomId, joinId });
      },
    });
    node.rooms.set(callId, room);
    room.opened.catch(() => {
      // Whoever came meets the failure themselves; the next one finds another room.
      if (node.rooms.get(callId) === room) this.close(callId);
    });
    return room;
  }
}

const seatsIn = (rooms: readonly Room[]): number =>
  rooms.reduce((sum, room) => sum + room.seats, 0);

/** What Janus can't read is the asker's fault; that it is gone is nobody's, and it will be back. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new AppError(
      isJanusRefusal(cause) ? "request.invalid" : "server.unavailable",
      { cause },
    );
  }
}
