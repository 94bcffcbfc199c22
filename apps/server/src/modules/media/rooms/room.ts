import type { JoinId, Look, ReceivedLine, RoomId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { openJanusSession, type JanusHandle } from "../janus/janus-handle.ts";
import type { JanusLine } from "../janus/janus-line.ts";
import { Participant } from "./participant.ts";
import { keepPeers } from "./peer-keeper.ts";
import type { PeerChanges } from "./peer-watch.ts";
import type {
  Offered,
  PresentSeat,
  Published,
  Sender,
  Trickled,
} from "./room-face.ts";
import { shownPictures } from "./shown-pictures.ts";
import { Turns } from "./turns.ts";
import { createRoom, destroyRoom, type FeedId } from "./video-room.ts";
import {
  usualLimits,
  wantedLines,
  type FeedLine,
  type HeldLine,
  type RoomLimits,
} from "./wanted-lines.ts";

export interface RoomDeps {
  readonly id: RoomId;
  readonly line: JanusLine;
  readonly roomKey: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly timers: Timers;
  /** What a viewer gets at most. */
  readonly limits?: RoomLimits;
  readonly offered: (joinId: JoinId, offered: Offered) => void;
  readonly linesChanged: (
    joinId: JoinId,
    lines: readonly ReceivedLine[],
  ) => void;
  /** `senders` are others now. */
  readonly sendersChanged: () => void;
  readonly peersChanged: (changes: PeerChanges) => void;
  /** Nothing comes of this one any more. */
  readonly fellSilent: (joinId: JoinId) => void;
  /** Somebody is let go; settles when nothing of theirs is written any more. */
  readonly closing: (closed: Promise<void>) => void;
}

/** Opens the room at its media server; the first to come waits for it. */
async function openControl({ line, id, roomKey }: RoomDeps): Promise<{
  readonly handle: JanusHandle;
  readonly close: () => void;
}> {
  const session = await openJanusSession(line);
  const handle = await session.attach(() => undefined);
  await createRoom(handle, id, roomKey);
  return {
    handle,
    close: () =>
      void destroyRoom(handle, id)
        .catch(() => undefined)
        .then(() => session.destroy()),
  };
}

/** Who begins to talk within this time of another is looked at together with them. */
const gatherMs = 100;
/** A talker without a place waits for one that long before the next look. */
const lookAgainMs = 1_000;

/** Whoever was told to be silent is given so long to obey: the voices of others are not negotiated anew for nothing. */
const obeyMs = 2_000;

/** Of what viewers get. */
const mostChangesAtOnce = 4;

/** A call's room on one media server, with those who are in it. */
export class Room {
  readonly id: RoomId;
  readonly #deps: RoomDeps;
  readonly #limits: RoomLimits;
  readonly #control: ReturnType<typeof openControl>;
  readonly #present = new Map<JoinId, Participant>();
  #seats: ReadonlyMap<JoinId, PresentSeat> = new Map();
  readonly #turns = new Turns(mostChangesAtOnce);
  /** How each shows the others, once they said so. */
  readonly #looks = new Map<JoinId, Look>();
  readonly #peers: Disposable;
  #nextLook: Disposable | undefined;
  /** Since when they are to be silent and have not said that they are. */
  readonly #silencedAtMs = new Map<JoinId, number>();

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.#limits = deps.limits ?? usualLimits;
    this.id = deps.id;
    this.#control = openControl(deps);
    this.#peers = keepPeers({
      ...deps,
      room: deps.id,
      control: this.#control.then(({ handle }) => handle),
      present: this.#present,
      seated: () => this.#seats.keys(),
    });
  }

  /** Settles when the media server has made it. */
  get opened(): Promise<unknown> {
    return this.#control;
  }

  /** How many are in it. */
  get seats(): number {
    return this.#present.size;
  }

  senders(): readonly Sender[] {
    return [...this.#present].flatMap(([joinId, one]) =>
      one.isUp || one.recorder.base !== null
        ? [
            {
              joinId,
              feedId: one.feedId,
              files: one.files,
              writtenTo: one.recorder.base,
            },
          ]
        : [],
    );
  }

  participant(feedId: FeedId): Participant | undefined {
    return [...this.#present.values()].find((one) => one.feedId === feedId);
  }

  async publish(joinId: JoinId, published: Published): Promise<string> {
    const participant = this.#seat(joinId, published);
    await this.#control;
    const answer = await participant.publish(published.sdp);
    this.#followAll();
    return answer;
  }

  async receive(joinId: JoinId, sdp: string): Promise<void> {
    await this.#present.get(joinId)?.viewer.answer(sdp);
  }

  async trickle(joinId: JoinId, trickled: Trickled): Promise<void> {
    await this.#present.get(joinId)?.trickle(trickled);
  }

  repeat(joinId: JoinId): void {
    this.#present.get(joinId)?.viewer.repeat();
  }

  look(joinId: JoinId, look: Look): void {
    this.#looks.set(joinId, look);
    const participant = this.#present.get(joinId);
    participant?.follow();
    participant?.viewer.lookAgain();
  }

  keep(seats: readonly PresentSeat[]): void {
    this.#seats = new Map(seats.map((seat) => [seat.joinId, seat]));
    for (const joinId of [...this.#present.keys()])
      if (!this.#seats.has(joinId)) this.#letGo(joinId);
    for (const joinId of this.#looks.keys())
      if (!this.#seats.has(joinId)) this.#looks.delete(joinId);
    this.#noteSilenced(seats);
    this.#followAll();
  }

  close(): void {
    this.#peers[Symbol.dispose]();
    this.#nextLook?.[Symbol.dispose]();
    for (const joinId of [...this.#present.keys()]) this.#letGo(joinId);
    this.#control.then(
      (control) => control.close(),
      () => undefined,
    );
  }

  #noteSilenced(seats: readonly PresentSeat[]): void {
    const told = seats.filter(({ isSilenced }) => isSilenced === true);
    const known = this.#silencedAtMs;
    for (const joinId of known.keys())
      if (told.every((seat) => seat.joinId !== joinId)) known.delete(joinId);
    const nowMs = this.#deps.clock.monotonicMs();
    const isNew = told.filter(({ joinId }) => !known.has(joinId));
    for (const { joinId } of isNew) known.set(joinId, nowMs);
    // Where the room is gone by then there is nobody to follow.
    if (isNew.length > 0)
      this.#deps.timers.after(obeyMs, () => this.#followAll());
  }

  #isSilenced(joinId: JoinId): boolean {
    const sinceMs = this.#silencedAtMs.get(joinId);
    return (
      sinceMs !== undefined &&
      this.#deps.clock.monotonicMs() - sinceMs >= obeyMs
    );
  }

  #seat(joinId: JoinId, { lines }: Published): Participant {
    this.#letGo(joinId);
    const participant: Participant = new Participant({
      ...this.#deps,
      room: this.id,
      lines,
      // A name that was never used: the earlier life of the same person may not be gone yet.
      feedId: this.#deps.ids.next<FeedId>(),
      turns: this.#turns,
      nowMs: () => this.#deps.clock.monotonicMs(),
      wanted: (held) => this.#wanted(joinId, held),
      shown: (pictures) =>
        shownPictures(pictures, this.#looks.get(joinId), (line) =>
          this.#ownerOf(line),
        ),
      isThere: ({ feedId }) => this.participant(feedId)?.isUp === true,
      offer: (sdp, viewed) => {
        if (this.#present.get(joinId) === participant)
          this.#deps.offered(joinId, { sdp, lines: this.#received(viewed) });
      },
      changed: (viewed) => {
        if (this.#present.get(joinId) === participant)
          this.#deps.linesChanged(joinId, this.#received(viewed));
      },
      talked: () => this.#lookIn(gatherMs),
      fellSilent: () => {
        if (this.#present.get(joinId) === participant)
          this.#deps.fellSilent(joinId);
      },
      feedChanged: () => {
        this.#followAll();
        this.#deps.sendersChanged();
      },
    });
    this.#present.set(joinId, participant);
    return participant;
  }

  /** What they view, as the participant knows it: whose line, and what of theirs. */
  #received(lines: readonly HeldLine[]): ReceivedLine[] {
    const joins = new Map(
      [...this.#present].map(([joinId, { feedId }]) => [feedId, joinId]),
    );
    return lines.flatMap(({ mid, feedId, source }) => {
      const joinId = joins.get(feedId);
      return joinId === undefined ? [] : [{ mid, joinId, source }];
    });
  }

  #ownerOf({ feedId }: HeldLine) {
    const [joinId, owner] =
      [...this.#present].find(([, one]) => one.feedId === feedId) ?? [];
    if (joinId === undefined || owner === undefined) return undefined;
    return {
      joinId,
      heardAtMs: owner.voice.heardAtMs,
      isSpotlit: this.#seats.get(joinId)?.isSpotlit === true,
    };
  }

  #wanted(viewerId: JoinId, held: readonly HeldLine[]): readonly FeedLine[] {
    const pinned = this.#looks.get(viewerId)?.pinned;
    const others = [...this.#present].flatMap(([joinId, one]) => {
      const seat = this.#seats.get(joinId);
      const isFor = seat?.hearers?.includes(viewerId) ?? true;
      return joinId === viewerId || !one.isUp || !isFor
        ? []
        : [
            {
              feedId: one.feedId,
              lines: one.lines,
              media: seat?.media,
              heardAtMs: one.voice.heardAtMs,
              isSilenced: this.#isSilenced(joinId),
              isMust:
                seat?.isSpotlit === true || pinned?.includes(joinId) === true,
            },
          ];
    });
    return wantedLines(others, {
      held,
      nowMs: this.#deps.clock.monotonicMs(),
      limits: this.#limits,
    });
  }

  /* In a small room everybody has everything: there is no place to be given away. */
  #lookIn(delayMs: number): void {
    if (this.#nextLook !== undefined || this.seats <= this.#limits.voices + 1)
      return;
    this.#nextLook = this.#deps.timers.after(delayMs, () => {
      this.#nextLook = undefined;
      this.#followAll();
      const isTalked = [...this.#present.values()].some(
        ({ voice }) => voice.isTalking,
      );
      if (isTalked) this.#lookIn(lookAgainMs);
    });
  }

  #followAll(): void {
    for (const participant of this.#present.values()) participant.follow();
  }

  #letGo(joinId: JoinId): void {
    const participant = this.#present.get(joinId);
    if (participant === undefined) return;
    this.#present.delete(joinId);
    this.#deps.closing(
      participant.close().then(() => this.#deps.sendersChanged()),
    );
  }
}
