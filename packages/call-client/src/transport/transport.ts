import type { IceServer, LadderStep, Signal } from "@veche/contracts";
import type { CallPlatform, PeerConnection } from "../call-platform.ts";
import type { OutgoingTracks } from "../local-media.ts";
import { candidatesIn, isSameOffer } from "./offer-text.ts";
import { withQuickStart } from "./quick-start.ts";
import { MediaLines, type RemoteTracks } from "./media-lines.ts";

export type Description = Extract<Signal, { kind: "description" }>;
export type Candidate = Extract<Signal, { kind: "candidate" }>;

export interface TransportEvents {
  /** To be carried to the other side, in this order. */
  readonly signal: (signal: Signal) => void;
  /** The offer made before the other side is there. */
  readonly prepared: (offer: Description) => void;
  readonly connection: (state: "connected" | "connecting" | "lost") => void;
  readonly remote: (tracks: RemoteTracks) => void;
  /** The negotiation went wrong beyond repair: only a new connection helps. */
  readonly broken: () => void;
}

export interface TransportDeps {
  readonly platform: CallPlatform;
  readonly iceServers: readonly IceServer[];
  /** The polite side makes the first offer and yields when later offers cross. */
  readonly isPolite: boolean;
  readonly tracks: OutgoingTracks;
  readonly events: TransportEvents;
}

const isAnswer = (signal: Signal): boolean =>
  signal.kind === "description" && signal.type === "answer";
const nothing: OutgoingTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenSound: null,
};
const rtcServers = (servers: readonly IceServer[]): RTCIceServer[] =>
  servers.map((server) => ({ ...server }));

/** One peer connection to one life of the other side, negotiated by the "perfect" pattern (RFC 8829). */
export class Transport {
  readonly #connection: PeerConnection;
  readonly #isPolite: boolean;
  readonly #events: TransportEvents;
  readonly #lines: MediaLines;
  #tracks: OutgoingTracks;
  /** The other side's last description, as it was said. */
  #heard:
    { readonly type: "answer" | "offer"; readonly sdp: string } | undefined;
  #isSending = true;
  /** Is the other side there to be told? */
  #isOpen = false;
  #isClosed = false;
  /** Descriptions and candidates are worked off one by one. */
  #work: Promise<void> = Promise.resolve();
  readonly #early: Candidate[] = [];
  /** My candidates that the other side has not been told of, in a description or by themselves. */
  readonly #untold: RTCIceCandidate[] = [];

  constructor({
    platform,
    iceServers,
    isPolite,
    tracks,
    events,
  }: TransportDeps) {
    this.#isPolite = isPolite;
    this.#events = events;
    this.#tracks = tracks;
    this.#connection = platform.createPeerConnection({
      iceServers: rtcServers(iceServers),
      bundlePolicy: "max-bundle",
    });
    this.#lines = new MediaLines(this.#connection, platform);
    this.#connection.onicecandidate = ({ candidate }) => {
      this.#found(candidate);
    };
    this.#connection.onconnectionstatechange = () => {
      this.#connectionChanged();
    };
    // The offer and its candidates are made while the other side is still on its way.
    if (isPolite) this.#prepare();
  }

  /**
   * The other side has its seat: what is prepared goes out. If its answer to the prepared offer was `heard` already,
   * only what was found since is told.
   */
  open(heard: readonly Signal[] = []): void {
    this.#isOpen = true;
    if (heard.some(isAnswer)) this.#tellFound();
    else this.resend();
    for (const signal of heard) this.receive(signal);
  }

  /** Says the unanswered offer again, with all candidates found so far. */
  resend(): void {
    if (this.#connection.signalingState === "have-local-offer") this.#say();
  }

  receive(signal: Signal): void {
    this.#do(() =>
      signal.kind === "description" ? this.#take(signal) : this.#reach(signal),
    );
  }

  carry(tracks: OutgoingTracks): void {
    this.#tracks = tracks;
    this.#lines.carry(this.#isSending ? tracks : nothing);
  }

  /** Nothing is sent until `resume`; receiving goes on. */
  pause(): void {
    this.#isSending = false;
    this.#lines.carry(nothing);
  }

  resume(): void {
    this.#isSending = true;
    this.#lines.carry(this.#tracks);
  }

  /** Sends the camera's whole picture; until then it is a quarter of it. */
  sharpen(): void {
    this.#lines.sharpen();
  }

  /** No more of the camera than this step of the ladder lets through. */
  limit(step: LadderStep): void {
    this.#lines.limit(step);
  }

  /** Looks for a new path; the present one carries on until it is found. An unanswered offer is said again first. */
  restartIce(): void {
    if (this.#connection.signalingState === "have-local-offer") this.resend();
    else this.renewIce();
  }

  /** Gathers anew even while an offer is unanswered: the old candidates are known to be void. */
  renewIce(): void {
    const cannotOffer =
      !this.#isPolite && this.#connection.remoteDescription === null;
    if (cannotOffer || this.#isClosed) return;
    this.#connection.restartIce();
    this.#do(() => this.#offer());
  }

  setIceServers(iceServers: readonly IceServer[]): void {
    if (this.#isClosed) return;
    this.#connection.setConfiguration({
      iceServers: rtcServers(iceServers),
      bundlePolicy: "max-bundle",
    });
  }

  /** Rejects on a closed connection. */
  async stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  close(): void {
    this.#isClosed = true;
    this.#connection.onicecandidate = null;
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }

  #prepare(): void {
    this.#lines.create();
    this.#lines.carry(this.#tracks);
    this.#do(() => this.#offer());
  }

  async #offer(): Promise<void> {
    const { signalingState } = this.#connection;
    if (signalingState !== "stable" && signalingState !== "have-local-offer")
      return;
    await this.#connection.setLocalDescription();
    if (this.#isOpen) this.#say();
    else this.#tellPrepared();
  }

  #tellPrepared(): void {
    const offer = this.#described();
    if (offer !== undefined) this.#events.prepared(offer);
  }

  async #take(description: Description): Promise<void> {
    const { type, sdp, screenMids } = description;
    const { signalingState } = this.#connection;
    if (type === "answer") {
      // A second answer to an offer that was said twice.
      if (signalingState !== "have-local-offer") return;
      await this.#accept(type, sdp);
    } else if (type === "offer") {
      if (this.#isAnswered(sdp)) {
        this.#say();
        await Promise.all(candidatesIn(sdp).map((one) => this.#reach(one)));
        return;
      }
      const isCollision = signalingState !== "stable";
      if (isCollision && !this.#isPolite) return;
      await this.#accept(type, sdp);
      this.#lines.adopt(screenMids);
      this.#lines.carry(this.#isSending ? this.#tracks : nothing);
      await this.#connection.setLocalDescription();
      this.#say();
    } else return;
    this.#events.remote(this.#lines.received());
    for (const candidate of this.#early.splice(0)) await this.#reach(candidate);
  }

  async #accept(type: "answer" | "offer", sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({
      type,
      sdp: withQuickStart(sdp),
    });
    this.#heard = { type, sdp };
  }

  /** Said again, with the candidates found since: the answer stands. */
  #isAnswered(offer: string): boolean {
    return (
      this.#connection.signalingState === "stable" &&
      this.#heard?.type === "offer" &&
      isSameOffer(this.#heard.sdp, offer)
    );
  }

  async #reach(signal: Candidate): Promise<void> {
    if (this.#connection.remoteDescription === null) {
      this.#early.push(signal);
      return;
    }
    const { candidate, sdpMid, sdpMLineIndex, usernameFragment } = signal;
    // A candidate of an offer that was ignored or replaced fits nothing any more, and its loss harms nothing.
    await this.#connection
      .addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment })
      .catch(() => undefined);
  }

  #found(candidate: RTCIceCandidate | null): void {
    if (candidate === null || candidate.candidate === "") return;
    this.#untold.push(candidate);
    if (this.#isOpen) this.#tellFound();
  }

  #tellFound(): void {
    for (const candidate of this.#untold.splice(0)) this.#tell(candidate);
  }

  #tell(candidate: RTCIceCandidate): void {
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
    this.#events.signal({
      kind: "candidate",
      candidate: candidate.candidate,
      sdpMid,
      sdpMLineIndex,
      usernameFragment,
    });
  }

  #say(): void {
    const description = this.#described();
    if (this.#isOpen && description !== undefined)
      this.#events.signal(description);
  }

  #described(): Description | undefined {
    const description = this.#connection.localDescription;
    if (description === null) return undefined;
    // They stand in it.
    this.#untold.length = 0;
    const { type, sdp } = description;
    return {
      kind: "description",
      type,
      sdp,
      screenMids: this.#lines.screenMids(),
    };
  }

  #connectionChanged(): void {
    const { connectionState } = this.#connection;
    if (connectionState === "connected") this.#events.connection("connected");
    else if (connectionState === "disconnected" || connectionState === "failed")
      this.#events.connection("lost");
    else if (connectionState !== "closed")
      this.#events.connection("connecting");
  }

  #do(task: () => Promise<void>): void {
    this.#work = this.#work
      .then(() => (this.#isClosed ? undefined : task()))
      .catch(() => {
        if (!this.#isClosed) this.#events.broken();
      });
  }
}
