import type {
  Call,
  CallParticipant,
  EarlyAnswer,
  IceConfiguration,
  JoinId,
  LadderStep,
  Look,
  NoticeOf,
  RoomId,
} from "@veche/contracts";
import type { CallSessionOptions } from "./call-session.ts";
import { EarlySignals } from "./early-signals.ts";
import { Link } from "./link.ts";
import type { OutgoingTracks } from "./local-media.ts";
import { othersOf, partiesOf } from "./parties.ts";
import {
  noRemoteStreams,
  remoteStreams,
  type RemoteStreams,
} from "./remote-streams.ts";
import type { RoomLink } from "./room/room-link.ts";
import { RoomStay } from "./room/room-stay.ts";
import type { Seat } from "./seat.ts";

/** By then the other side has seen that all comes by the room, too. */
const partingMs = 3_000;

export interface WaysDeps {
  readonly options: CallSessionOptions;
  readonly seat: () => Seat;
  readonly call: () => Call | null;
  /** What I send now, and how much of it. */
  readonly tracks: () => OutgoingTracks;
  readonly step: () => LadderStep;
  readonly events: {
    /** Streams, or who has the word, are others now. */
    readonly show: () => void;
    /** `isUp` may be another. */
    readonly changed: () => void;
    /** Another connection is to be measured. */
    readonly restarted: () => void;
    /** Nobody else is in the call any more. */
    readonly alone: () => void;
    /** Between browsers only another connection may help. */
    readonly failed: () => void;
  };
}

/**
 * The ways that media take: from browser to browser, by the room at the media server, and from the one to the other
 * without a gap. The old way is let go when everything has come by the new one.
 */
export class Ways {
  readonly #deps: WaysDeps;
  readonly #early = new EarlySignals();
  readonly #room: RoomStay;
  #ice: IceConfiguration | undefined;
  #link: Link | undefined;
  #remote = noRemoteStreams;
  #isByRoom = false;
  #cancelParting = (): void => undefined;

  constructor(deps: WaysDeps) {
    this.#deps = deps;
    const { options, events, seat } = deps;
    this.#room = new RoomStay({
      ...options,
      seat,
      tracks: deps.tracks,
      step: deps.step,
      events: { ...events, carried: () => this.#carried() },
    });
  }

  get isUp(): boolean {
    return this.present?.isUp === true;
  }

  get isByRoom(): boolean {
    return this.#isByRoom;
  }

  /** What the others come by now. */
  get present(): Link | RoomLink | undefined {
    return this.#isByRoom || this.#link === undefined
      ? this.#room.link
      : this.#link;
  }

  /** Who has the word in the room. */
  get speaker(): JoinId | null {
    return this.#isByRoom ? this.#room.speaker : null;
  }

  each(task: (way: Link | RoomLink) => void): void {
    for (const way of [this.#link, this.#room.link])
      if (way !== undefined) task(way);
  }

  useIce(ice: IceConfiguration): void {
    this.#ice = ice;
  }

  /** Goes the way that the call goes now. */
  follow({ state, roomId }: Call): void {
    if (state === "ended") return;
    if (roomId !== null) {
      this.#followRoom(roomId);
      return;
    }
    const { peer } = this.#parties();
    this.#followPeer(peer?.joinId ?? null);
  }

  look(look: Look): void {
    this.#room.look(look);
  }

  /** Between browsers: a new connection, under whatever name I have by then. */
  connect(): void {
    const { options, seat, call, step, events } = this.#deps;
    const { platform, powers } = options;
    if (this.#ice === undefined) return;
    this.#link?.close();
    this.#remote = noRemoteStreams;
    events.restarted();
    const whilePresent = (task: () => void) => () => {
      if (this.#link === link) task();
    };
    const link: Link = new Link({
      platform,
      powers,
      ice: this.#ice,
      isPolite: this.#parties().me?.isPolite ?? false,
      tracks: this.#deps.tracks(),
      events: {
        deliver: (toJoinId, signal) => seat().deliver(toJoinId, signal),
        prepared: (offer) => {
          if (call()?.state === "ringing") seat().prepare(offer);
        },
        remote: (tracks) =>
          whilePresent(() => {
            this.#remote = remoteStreams(tracks, platform.createStream);
            events.show();
          })(),
        changed: whilePresent(events.changed),
        failed: whilePresent(events.failed),
      },
    });
    link.limit(step());
    this.#link = link;
  }

  rehearse({ fromJoinId, signal, ice }: NoticeOf<"call.prepared">): void {
    this.#ice = ice;
    this.connect();
    this.#link?.rehearse(fromJoinId, signal);
  }

  takeAnswer(): EarlyAnswer | undefined {
    return this.#link?.takeAnswer();
  }

  signalled(notice: NoticeOf<"call.signalled">): void {
    if (notice.fromJoinId === this.#link?.peerJoinId)
      this.#link.receive(notice.signal);
    else this.#early.keep(notice);
  }

  streamsOf({ joinId }: CallParticipant): RemoteStreams {
    const isByLink =
      !this.#isByRoom &&
      (this.#deps.call()?.topology !== "sfu" ||
        joinId === this.#link?.peerJoinId);
    return isByLink ? this.#remote : this.#room.streamsOf(joinId);
  }

  close(): void {
    this.#cancelParting();
    this.#link?.close();
    this.#link = undefined;
    this.#room.close();
    this.#remote = noRemoteStreams;
  }

  #parties() {
    return partiesOf(this.#deps.call(), this.#deps.options.principalId);
  }

  #followRoom(roomId: RoomId): void {
    if (this.#ice === undefined) return;
    this.#room.follow(roomId, this.#ice);
    if (this.#isByRoom) return;
    const met = this.#link?.peerJoinId ?? null;
    if (met === null || this.#link?.isUp !== true) {
      this.#carried();
      return;
    }
    const { call, options } = this.#deps;
    this.#room.awaitPictures(
      () =>
        othersOf(call(), options.principalId).find(
          ({ joinId }) => joinId === met,
        ) ?? null,
    );
  }

  #carried(): void {
    if (this.#isByRoom) return;
    const { options, events } = this.#deps;
    this.#isByRoom = true;
    events.restarted();
    const link = this.#link;
    // The other side may still look at what comes from here.
    this.#cancelParting = options.powers.after(partingMs, () => {
      link?.close();
      if (this.#link === link) this.#link = undefined;
    });
    events.changed();
  }

  /** Connects to the other side's present life; before there is one, prepares for it. */
  #followPeer(peerJoinId: JoinId | null): void {
    const met = this.#link?.peerJoinId ?? null;
    if (peerJoinId === null && met !== null) {
      this.#deps.events.alone();
      this.connect();
      return;
    }
    const isPrepared = this.#link !== undefined && met === null;
    const isOther = peerJoinId !== null && met !== peerJoinId;
    if (this.#link === undefined || (isOther && !isPrepared)) this.connect();
    if (!isOther) {
      if (peerJoinId !== null) this.#link?.perform();
      return;
    }
    this.#link?.open(peerJoinId, this.#early.takeFrom(peerJoinId));
  }
}
