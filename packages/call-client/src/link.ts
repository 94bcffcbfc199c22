import type {
  EarlyAnswer,
  IceConfiguration,
  JoinId,
  LadderStep,
  Signal,
} from "@veche/contracts";
import type { CallPlatform } from "./call-platform.ts";
import type { CallPowers } from "./call-powers.ts";
import type { OutgoingTracks } from "./local-media.ts";
import { Recovery, type Pulse } from "./recovery.ts";
import type { RemoteTracks } from "./transport/media-lines.ts";
import { SignalPost } from "./transport/signal-post.ts";
import { Transport } from "./transport/transport.ts";

interface LinkEvents {
  readonly deliver: (toJoinId: JoinId, signal: Signal) => Promise<unknown>;
  /** An offer for whoever comes, made before anybody is there. */
  readonly prepared: (offer: Signal) => void;
  readonly remote: (tracks: RemoteTracks) => void;
  /** `isUp` changed. */
  readonly changed: () => void;
  /** Only another connection may help. */
  readonly failed: () => void;
}

/** By then the browser's own estimate of the line has taken over. */
const wholePictureAfterMs = 1000;

export interface LinkDeps {
  readonly platform: CallPlatform;
  readonly powers: CallPowers;
  readonly ice: IceConfiguration;
  readonly isPolite: boolean;
  readonly tracks: OutgoingTracks;
  readonly events: LinkEvents;
}

/** The connection to one life (`joinId`) of the other side: prepared before it is there, thrown away when it is over. */
export class Link {
  readonly #transport: Transport;
  readonly #post: SignalPost;
  readonly #recovery: Recovery;
  #peerJoinId: JoinId | null = null;
  /** May I be heard at all? Not while the server has long not known of me. */
  #isAllowed = true;
  #cancelSharpening: (() => void) | undefined;

  constructor({ platform, powers, ice, isPolite, tracks, events }: LinkDeps) {
    this.#post = new SignalPost({
      powers,
      deliver: async (signal) => {
        if (this.#peerJoinId !== null)
          await events.deliver(this.#peerJoinId, signal);
      },
    });
    const changed = (): void => {
      this.#gate();
      if (this.isUp)
        this.#cancelSharpening ??= powers.after(wholePictureAfterMs, () =>
          this.#transport.sharpen(),
        );
      events.changed();
    };
    this.#recovery = new Recovery({
      powers,
      isPolite,
      events: {
        up: changed,
        down: changed,
        restart: (cause) => {
          if (cause === "network") this.#transport.renewIce();
          else this.#transport.restartIce();
        },
        giveUp: events.failed,
      },
    });
    this.#transport = new Transport({
      platform,
      iceServers: ice.iceServers,
      isPolite,
      tracks,
      events: {
        signal: (signal) => {
          this.#post.send(signal);
        },
        prepared: events.prepared,
        connection: (state) => {
          this.#recovery.connection(state);
        },
        remote: events.remote,
        broken: events.failed,
      },
    });
  }

  get peerJoinId(): JoinId | null {
    return this.#peerJoinId;
  }

  get isUp(): boolean {
    return this.#recovery.isUp;
  }

  /** `heard`: what came from there before the news that somebody is there. */
  open(peerJoinId: JoinId, heard: readonly Signal[]): void {
    this.#peerJoinId = peerJoinId;
    this.#transport.open(heard);
    this.#recovery.opened();
  }

  /** Answers an offer whose maker I may not be connected to yet: what there is to say is kept until my seat is taken. */
  rehearse(peerJoinId: JoinId, offer: Signal): void {
    this.#peerJoinId = peerJoinId;
    this.#post.hold();
    this.#transport.open([offer]);
  }

  /** What the rehearsal has to say, once. */
  takeAnswer(): EarlyAnswer | undefined {
    const signals = this.#post.takeKept();
    return this.#peerJoinId === null || signals.length === 0
      ? undefined
      : { toJoinId: this.#peerJoinId, signals };
  }

  /** What was rehearsed is meant now: a connection is due. */
  perform(): void {
    this.#recovery.opened();
  }

  receive(signal: Signal): void {
    this.#transport.receive(signal);
  }

  carry(tracks: OutgoingTracks): void {
    this.#transport.carry(tracks);
  }

  limit(step: LadderStep): void {
    this.#transport.limit(step);
  }

  pulse(pulse: Pulse): void {
    this.#recovery.pulse(pulse);
  }

  networkChanged(): void {
    this.#recovery.networkChanged();
  }

  lineCut(): void {
    this.#post.hold();
    this.#recovery.lineCut();
  }

  /** My seat is taken again: what could not be said is said. */
  lineLive(): void {
    this.#post.release();
    if (!this.isUp) this.#transport.resend();
    this.#recovery.lineLive();
  }

  silence(): void {
    this.#isAllowed = false;
    this.#gate();
  }

  unsilence(): void {
    this.#isAllowed = true;
    this.#gate();
  }

  /** New credentials; `refresh` also moves to allocations that were made with them. */
  setIce(
    { iceServers }: IceConfiguration,
    { refresh }: { readonly refresh: boolean },
  ): void {
    this.#transport.setIceServers(iceServers);
    if (refresh) this.#transport.renewIce();
  }

  stats(): Promise<RTCStatsReport> {
    return this.#transport.stats();
  }

  close(): void {
    this.#cancelSharpening?.();
    this.#recovery.close();
    this.#post.close();
    this.#transport.close();
  }

  /* Who cannot be seen as live does not send (design §6): nobody is watched without knowing it. */
  #gate(): void {
    if (this.#isAllowed && this.isUp) this.#transport.resume();
    else this.#transport.pause();
  }
}
