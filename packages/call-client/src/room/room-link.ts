import type {
  IceConfiguration,
  JoinId,
  LadderStep,
  MediaSource,
  ReceivedLine,
  SentLine,
} from "@veche/contracts";
import type { CallPlatform } from "../call-platform.ts";
import type { CallPowers } from "../call-powers.ts";
import type { OutgoingTracks } from "../local-media.ts";
import { Recovery, type Pulse } from "../recovery.ts";
import { Receiving, type ReceivedTracks, type RoomOffer } from "./receiving.ts";
import { Sending, type ConnectionDeps } from "./sending.ts";
import type { ConnectionState } from "./watch-connection.ts";

/** What is said to the media server, by way of our own. */
export interface RoomPost {
  readonly publish: (sdp: string, lines: SentLine[]) => Promise<string>;
  readonly receive: (sdp: string) => Promise<unknown>;
  readonly trickle: (
    connection: "sending" | "receiving",
    candidate: RTCIceCandidate,
  ) => Promise<unknown>;
}

export interface RoomLinkDeps {
  readonly platform: CallPlatform;
  readonly powers: CallPowers;
  readonly ice: IceConfiguration;
  readonly tracks: OutgoingTracks;
  readonly post: RoomPost;
  readonly events: {
    /** Somebody's lines came or went. */
    readonly remote: () => void;
    /** `isUp` changed. */
    readonly changed: () => void;
  };
}

/** One try at both connections: whatever goes wrong with it, the next one begins anew. */
interface Build {
  readonly begunAtMs: number;
  readonly sending: Sending;
  receiving: Receiving | undefined;
  isPublished: boolean;
  readonly states: { sending: ConnectionState; receiving: ConnectionState };
  /** Offers are taken one after another. What is asked of a connection that is closed meanwhile never settles. */
  work: Promise<void>;
}

const publishAgainMs = 500;
/** On a slow machine a handshake takes its time: beginning anew before it is over would never end. */
const firstHandshakeMs = 10_000;
const longestHandshakeMs = 40_000;
const nothing: OutgoingTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenSound: null,
};

/**
 * My two connections to a room of the media server. They are never mended: when media stop, both are built anew, which
 * takes no longer than a search for another path, and works after the death of either side.
 */
export class RoomLink {
  readonly #deps: RoomLinkDeps;
  readonly #recovery: Recovery;
  #ice: IceConfiguration;
  #tracks: OutgoingTracks;
  #build: Build | undefined;
  #step: LadderStep = "full";
  #isAllowed = true;
  #isLineLive = true;
  #isClosed = false;
  #cancelRetry = (): void => undefined;
  /** Builds since media passed last. */
  #tries = 0;

  constructor(deps: RoomLinkDeps) {
    const { powers, events, ice, tracks } = deps;
    this.#deps = deps;
    this.#ice = ice;
    this.#tracks = tracks;
    const changed = (): void => {
      if (this.isUp) this.#tries = 0;
      this.#gate();
      events.changed();
    };
    this.#recovery = new Recovery({
      powers,
      // The other side is a server, which never looks for a path by itself.
      isPolite: true,
      events: {
        up: changed,
        down: changed,
        restart: (cause) => {
          if (cause === "network" || this.#isOverdue()) this.#begin();
        },
        giveUp: () => {
          if (this.#isOverdue()) this.#begin();
        },
      },
    });
    this.#begin();
    this.#recovery.opened();
  }

  get isUp(): boolean {
    return this.#recovery.isUp;
  }

  /** Offers of an earlier build come before the answer to the present one, and are none of its business. */
  offered(offer: RoomOffer): void {
    const build = this.#build;
    if (build?.isPublished !== true) return;
    build.work = build.work
      .then(() => this.#take(build, offer))
      .catch(() => {
        if (this.#isPresent(build)) this.#begin();
      });
  }

  /** In the order of the offers: a line is told of after the offer that brought it. */
  linesChanged(lines: readonly ReceivedLine[]): void {
    const build = this.#build;
    if (build?.isPublished !== true) return;
    build.work = build.work.then(() => {
      if (!this.#isPresent(build)) return;
      build.receiving?.relabel(lines);
      this.#deps.events.remote();
    });
  }

  tracks(): ReadonlyMap<JoinId, ReceivedTracks> {
    return this.#build?.receiving?.tracks() ?? new Map();
  }

  levels(): ReadonlyMap<JoinId, number> {
    return this.#build?.receiving?.levels() ?? new Map();
  }

  async arrives(
    joinId: JoinId,
    sources: readonly MediaSource[],
  ): Promise<boolean> {
    const answer = this.#build?.receiving?.arrives(joinId, sources);
    return (await answer?.catch(() => false)) ?? false;
  }

  carry(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#gate();
  }

  limit(step: LadderStep): void {
    this.#step = step;
    this.#build?.sending.limit(step);
  }

  pulse(pulse: Pulse): void {
    this.#recovery.pulse(pulse);
  }

  networkChanged(): void {
    this.#recovery.networkChanged();
  }

  lineCut(): void {
    this.#isLineLive = false;
    this.#recovery.lineCut();
  }

  lineLive(): void {
    this.#isLineLive = true;
    if (this.#build?.isPublished !== true) this.#begin();
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

  setIce(
    ice: IceConfiguration,
    { refresh }: { readonly refresh: boolean },
  ): void {
    this.#ice = ice;
    if (refresh && this.isUp) this.#begin();
  }

  /** Of both connections; the path is that of what I send. */
  async stats(): Promise<RTCStatsReport> {
    const { sending, receiving } = this.#build ?? {};
    const all = new Map<string, unknown>();
    (await sending?.stats())?.forEach((report, id) => all.set(id, report));
    (await receiving?.stats())?.forEach((report, id) =>
      all.set(`received ${id}`, report),
    );
    // A report is a map to be read.
    return all;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelRetry();
    this.#recovery.close();
    this.#letGo();
  }

  #begin(): void {
    if (this.#isClosed) return;
    this.#cancelRetry();
    this.#letGo();
    this.#tries += 1;
    const states: Build["states"] = {
      sending: "connecting",
      receiving: "connected",
    };
    const build: Build = {
      states,
      begunAtMs: this.#deps.powers.nowMs(),
      isPublished: false,
      receiving: undefined,
      work: Promise.resolve(),
      sending: new Sending(this.#connectionDeps("sending", () => build)),
    };
    this.#build = build;
    this.#gate();
    const published = build.sending.begin(async (sdp, lines) => {
      const answer = await this.#deps.post.publish(sdp, lines);
      // The first offer may come right behind this answer.
      build.isPublished = true;
      return answer;
    });
    published
      .then(() => build.sending.limit(this.#step))
      .catch(() => this.#tryAgain(build));
  }

  #connectionDeps(
    which: "sending" | "receiving",
    buildOf: () => Build,
  ): ConnectionDeps {
    const { platform, post } = this.#deps;
    return {
      platform,
      iceServers: this.#ice.iceServers,
      changed: (state) => {
        const build = buildOf();
        build.states[which] = state;
        if (this.#isPresent(build)) this.#tellState(build);
      },
      found: (candidate) => {
        // The media server is reached without them: it answers whoever comes. They only make it quicker.
        if (buildOf().isPublished)
          post.trickle(which, candidate).catch(() => undefined);
      },
    };
  }

  #tellState({ states }: Build): void {
    const all = [states.sending, states.receiving];
    if (all.includes("lost")) this.#recovery.connection("lost");
    else if (all.every((state) => state === "connected"))
      this.#recovery.connection("connected");
    else this.#recovery.connection("connecting");
  }

  async #take(build: Build, offer: RoomOffer): Promise<void> {
    if (!this.#isPresent(build)) return;
    build.receiving ??= new Receiving(
      this.#connectionDeps("receiving", () => build),
    );
    await build.receiving.take(offer, this.#deps.post.receive);
    if (this.#isPresent(build)) this.#deps.events.remote();
  }

  #tryAgain(build: Build): void {
    if (!this.#isPresent(build) || !this.#isLineLive) return;
    this.#cancelRetry = this.#deps.powers.after(publishAgainMs, () =>
      this.#begin(),
    );
  }

  #isOverdue(): boolean {
    if (this.#build === undefined) return true;
    const { begunAtMs, states } = this.#build;
    const limitMs = Math.min(
      firstHandshakeMs * 2 ** (this.#tries - 1),
      longestHandshakeMs,
    );
    return (
      Object.values(states).includes("lost") ||
      this.#deps.powers.nowMs() - begunAtMs >= limitMs
    );
  }

  #isPresent(build: Build): boolean {
    return this.#build === build && !this.#isClosed;
  }

  #letGo(): void {
    this.#build?.sending.close();
    this.#build?.receiving?.close();
    this.#build = undefined;
  }

  /* Who cannot be seen as live does not send (design §6). A connection that is being made sends from its first moment. */
  #gate(): void {
    this.#build?.sending.carry(this.#isAllowed ? this.#tracks : nothing);
  }
}
