import type { JoinId, ReceivedLine, RoomId } from "@veche/contracts";
import type { Ids } from "../../../platform/ids.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { openJanusSession } from "../janus/janus-handle.ts";
import type { JanusLine } from "../janus/janus-line.ts";
import { Participant } from "./participant.ts";
import type { Offered, Published, Sender, Trickled } from "./room-face.ts";
import {
  createRoom,
  destroyRoom,
  type FeedId,
  type ViewedLine,
} from "./video-room.ts";

export interface RoomDeps {
  readonly id: RoomId;
  readonly line: JanusLine;
  readonly roomKey: string;
  readonly ids: Ids;
  readonly log: Log;
  readonly timers: Timers;
  readonly offered: (joinId: JoinId, offered: Offered) => void;
  /** `senders` are others now. */
  readonly sendersChanged: () => void;
  /** Somebody is let go; settles when nothing of theirs is written any more. */
  readonly closing: (closed: Promise<void>) => void;
}

/** Opens the room at its media server; the first to come waits for it. */
async function openControl({
  line,
  id,
  roomKey,
}: RoomDeps): Promise<{ readonly close: () => void }> {
  const session = await openJanusSession(line);
  const handle = await session.attach(() => undefined);
  await createRoom(handle, id, roomKey);
  return {
    close: () =>
      void destroyRoom(handle, id)
        .catch(() => undefined)
        .then(() => session.destroy()),
  };
}

/** A call's room on one media server, with those who are in it. */
export class Room {
  readonly id: RoomId;
  readonly #deps: RoomDeps;
  readonly #control: ReturnType<typeof openControl>;
  readonly #present = new Map<JoinId, Participant>();

  constructor(deps: RoomDeps) {
    this.#deps = deps;
    this.id = deps.id;
    this.#control = openControl(deps);
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

  keep(joinIds: readonly JoinId[]): void {
    const gone = [...this.#present.keys()].filter(
      (id) => !joinIds.includes(id),
    );
    for (const joinId of gone) this.#letGo(joinId);
    if (gone.length > 0) this.#followAll();
  }

  close(): void {
    for (const joinId of [...this.#present.keys()]) this.#letGo(joinId);
    this.#control.then(
      (control) => control.close(),
      () => undefined,
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
      others: () =>
        [...this.#present.values()]
          .filter((one) => one !== participant && one.isUp)
          .map(({ feedId }) => feedId),
      offer: (sdp, viewed) => {
        if (this.#present.get(joinId) === participant)
          this.#deps.offered(joinId, { sdp, lines: this.#received(viewed) });
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
  #received(lines: readonly ViewedLine[]): ReceivedLine[] {
    return lines.flatMap(({ mid, feedId, feedMid }) => {
      const sender = [...this.#present].find(
        ([, { feedId: id }]) => id === feedId,
      );
      const source = sender?.[1].lines.find((line) => line.mid === feedMid);
      return sender === undefined || source === undefined
        ? []
        : [{ mid, joinId: sender[0], source: source.source }];
    });
  }

  #followAll(): void {
    for (const participant of this.#present.values())
      if (participant.isPublished) participant.viewer.follow();
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
