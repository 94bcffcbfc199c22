import type {
  Call,
  CallId,
  CallSeat,
  EarlyAnswer,
  IceConfiguration,
  JoinId,
  MediaState,
  NoticeOf,
} from "@veche/contracts";
import type { CallSession, CallSessionOptions } from "./call-session.ts";
import type { CallOver, CallSnapshot, QualityView } from "./call-snapshot.ts";
import { EarlySignals } from "./early-signals.ts";
import { IceRenewal } from "./ice-renewal.ts";
import { Link } from "./link.ts";
import { mediaStateOf } from "./media-state.ts";
import { Monitor } from "./monitor.ts";
import { isSending, partiesOf } from "./parties.ts";
import { PeerQuality } from "./peer-quality.ts";
import { unknownQuality } from "./quality/quality-watch.ts";
import { noRemoteStreams, remoteStreams } from "./remote-streams.ts";
import { Seat } from "./seat.ts";
import { stateOfCall } from "./state-of-call.ts";
import { Store } from "./store.ts";

const atFirst: CallSnapshot = {
  state: { kind: "idle" },
  call: null,
  me: null,
  peer: null,
  remoteStream: null,
  remoteScreen: null,
  quality: { own: unknownQuality, peer: unknownQuality },
};

/** Owns the parts of one stay in a call, which do not know each other, and carries what one says to those it concerns. */
export class Session implements CallSession {
  readonly snapshot = new Store<CallSnapshot>(atFirst);
  readonly #options: CallSessionOptions;
  readonly #seat: Seat;
  readonly #renewal: IceRenewal;
  readonly #monitor: Monitor;
  readonly #peerQuality: PeerQuality;
  readonly #early = new EarlySignals();
  readonly #stopListening: readonly (() => void)[];
  #ice: IceConfiguration | undefined;
  #call: Call | null = null;
  #link: Link | undefined;
  #remote = noRemoteStreams;
  #own: QualityView = unknownQuality;
  #wasLive = false;
  #over: CallOver | null = null;
  #told: MediaState;

  constructor(options: CallSessionOptions) {
    const { signalling, principalId, media, platform, powers } = options;
    this.#options = options;
    this.#told = this.mediaState();
    this.#seat = new Seat({
      signalling,
      principalId,
      powers,
      mediaState: () => this.#mediaToTell(),
      events: {
        changed: (call) => this.#callChanged(call),
        taken: (ice) => this.#seatTaken(ice),
        lineCut: () => this.#link?.lineCut(),
        seen: () => this.#seenChanged(),
        over: (reason) => this.#end(reason),
      },
    });
    this.#renewal = new IceRenewal({
      powers,
      ask: () => this.#seat.renewIce(),
      renewed: (ice) => this.#iceRenewed(ice),
    });
    this.#peerQuality = new PeerQuality(powers, () => this.#show());
    this.#monitor = new Monitor({
      powers,
      stats: () => this.#link?.stats(),
      isMediaExpected: () => this.#isMediaExpected(),
      read: (counters, quality) => {
        this.#own = quality;
        this.#link?.pulse({
          ...counters,
          isMediaExpected: this.#isMediaExpected(),
        });
        this.#show();
      },
      report: (samples) => this.#seat.report(samples),
    });
    this.#stopListening = [
      signalling.hurry(),
      signalling.on("call.signalled", (notice) => this.#signalled(notice)),
      signalling.on("call.quality_reported", (notice) =>
        this.#qualityReported(notice),
      ),
      media.outgoing.subscribe(() => this.#link?.carry(media.outgoing.get())),
      media.state.subscribe(() => this.#mediaChanged()),
      platform.onNetworkChange(() => this.#link?.networkChanged()),
    ];
  }

  readonly joinId = (): JoinId => this.#seat.joinId;

  readonly mediaState = (): MediaState =>
    mediaStateOf(this.#options.media.state.get());

  readonly join = async (
    callId: CallId,
    options = { takeOver: false },
  ): Promise<void> => {
    const joined = this.#seat.join(callId, options);
    this.#show();
    try {
      await joined;
    } finally {
      this.#show();
    }
  };

  readonly enter = (seat: CallSeat): void => this.#seat.enter(seat);

  readonly rehearse = ({
    fromJoinId,
    signal,
    ice,
  }: NoticeOf<"call.prepared">): void => {
    if (this.#seat.state !== "none" || this.#over !== null) return;
    this.#ice = ice;
    this.#connect();
    this.#link?.rehearse(fromJoinId, signal);
  };

  readonly hangUp = (): Promise<void> => this.#seat.hangUp();

  readonly close = (): void => this.#seat.leave("left");

  readonly earlyAnswer = (): EarlyAnswer | undefined =>
    this.#seat.state === "none" ? this.#link?.takeAnswer() : undefined;

  #mediaToTell(): MediaState {
    this.#told = this.mediaState();
    return this.#told;
  }

  #isMediaExpected(): boolean {
    return isSending(partiesOf(this.#call, this.#options.principalId).peer);
  }

  #seatTaken(ice: IceConfiguration): void {
    this.#ice = ice;
    this.#renewal.follow(ice);
    this.#link?.lineLive();
  }

  #callChanged(call: Call): void {
    const before = partiesOf(this.#call, this.#options.principalId).peer;
    this.#call = call;
    const { peer } = partiesOf(call, this.#options.principalId);
    if (
      before?.media.camera !== peer?.media.camera ||
      before?.media.screen !== peer?.media.screen
    ) {
      this.#monitor.picturesChanged();
    }
    if (call.state !== "ended") this.#follow(peer?.joinId ?? null);
    this.#show();
  }

  /** Connects to the other side's present life; before there is one, prepares for it. */
  #follow(peerJoinId: JoinId | null): void {
    const isPrepared =
      this.#link !== undefined && this.#link.peerJoinId === null;
    const isOther =
      peerJoinId !== null && this.#link?.peerJoinId !== peerJoinId;
    if (this.#link === undefined || (isOther && !isPrepared)) this.#connect();
    if (!isOther) {
      if (peerJoinId !== null) this.#link?.perform();
      return;
    }
    this.#link?.open(peerJoinId, this.#early.takeFrom(peerJoinId));
  }

  #connect(): void {
    const { platform, powers, media, principalId } = this.#options;
    if (this.#ice === undefined) return;
    this.#link?.close();
    this.#remote = noRemoteStreams;
    this.#monitor.restart();
    const link: Link = new Link({
      platform,
      powers,
      ice: this.#ice,
      isPolite: partiesOf(this.#call, principalId).me?.isPolite ?? false,
      tracks: media.outgoing.get(),
      events: {
        deliver: (toJoinId, signal) => this.#seat.deliver(toJoinId, signal),
        prepared: (offer) => {
          if (this.#call?.state === "ringing") this.#seat.prepare(offer);
        },
        remote: (tracks) => {
          if (this.#link !== link) return;
          this.#remote = remoteStreams(tracks, platform.createStream);
          this.#show();
        },
        changed: () => {
          if (this.#link === link) this.#linkChanged(link);
        },
        failed: () => {
          if (this.#link === link) this.#rebuild();
        },
      },
    });
    this.#link = link;
  }

  #linkChanged({ isUp }: Link): void {
    this.#wasLive ||= isUp;
    this.#seat.tellConnection(isUp ? "live" : "lost");
    this.#show();
  }

  /** A new connection on both sides, by a new name for mine; pointless while the other side is away. */
  #rebuild(): void {
    const { peer } = partiesOf(this.#call, this.#options.principalId);
    if (peer === null || peer.state === "reconnecting" || this.#over !== null)
      return;
    this.#connect();
    void this.#seat.change();
  }

  #signalled({
    callId,
    fromJoinId,
    toJoinId,
    signal,
  }: NoticeOf<"call.signalled">): void {
    if (toJoinId !== this.#seat.joinId) return;
    if (fromJoinId === this.#link?.peerJoinId) this.#link.receive(signal);
    else
      this.#early.keep({
        type: "call.signalled",
        callId,
        fromJoinId,
        toJoinId,
        signal,
      });
  }

  #qualityReported({
    callId,
    principalId,
    sample,
  }: NoticeOf<"call.quality_reported">): void {
    const isPeers =
      callId === this.#seat.callId && principalId !== this.#options.principalId;
    if (isPeers) this.#peerQuality.reported(sample);
  }

  #seenChanged(): void {
    if (this.#seat.isUnseen) this.#link?.silence();
    else this.#link?.unsilence();
    this.#show();
  }

  #iceRenewed(ice: IceConfiguration): void {
    this.#ice = ice;
    // A relayed or a merely prepared path stands on an allocation of the old credentials; others need none.
    const refresh =
      this.#link?.isUp !== true ||
      this.#own.sample?.path?.includes("relay") === true;
    this.#link?.setIce(ice, { refresh });
  }

  #mediaChanged(): void {
    const { microphone, camera, screen } = this.mediaState();
    const {
      microphone: toldMicrophone,
      camera: toldCamera,
      screen: toldScreen,
    } = this.#told;
    if (
      microphone === toldMicrophone &&
      camera === toldCamera &&
      screen === toldScreen
    )
      return;
    this.#mediaToTell();
    this.#seat.tellMedia();
  }

  #end(reason: CallOver): void {
    this.#over = reason;
    for (const stop of this.#stopListening) stop();
    this.#renewal.close();
    this.#monitor.close();
    this.#peerQuality.close();
    this.#link?.close();
    this.#link = undefined;
    this.#remote = noRemoteStreams;
    this.#show();
  }

  #show(): void {
    const { me, peer } = partiesOf(this.#call, this.#options.principalId);
    const seat = this.#seat.state === "over" ? "taken" : this.#seat.state;
    this.snapshot.set({
      state: stateOfCall({
        me,
        peer,
        seat,
        over: this.#over,
        wasLive: this.#wasLive,
        isUp: this.#link?.isUp === true,
        isUnseen: this.#seat.isUnseen,
      }),
      call: this.#call,
      me,
      peer,
      remoteStream: this.#remote.person,
      remoteScreen: peer?.media.screen === true ? this.#remote.screen : null,
      quality: { own: this.#own, peer: this.#peerQuality.view },
    });
  }
}
