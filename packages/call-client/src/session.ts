import type {
  Call,
  CallId,
  CallSeat,
  EarlyAnswer,
  IceConfiguration,
  JoinId,
  LadderStep,
  Look,
  MediaState,
  NoticeOf,
} from "@veche/contracts";
import type { CallSession, CallSessionOptions } from "./call-session.ts";
import type {
  CallOver,
  CallSnapshot,
  OtherParty,
  QualityView,
} from "./call-snapshot.ts";
import { IceRenewal } from "./ice-renewal.ts";
import { Monitor } from "./monitor.ts";
import { isSending, othersOf, partiesOf } from "./parties.ts";
import { lowestFor, strainOf } from "./ladder/ladder.ts";
import { LadderWalk } from "./ladder/ladder-walk.ts";
import { Outgoing } from "./outgoing.ts";
import { PartyQualities } from "./party-qualities.ts";
import { unknownQuality } from "./quality/quality-watch.ts";
import { Seat } from "./seat.ts";
import { stateOfCall } from "./state-of-call.ts";
import { Store } from "./store.ts";
import { Ways } from "./ways.ts";

/** In larger calls there is less to be told. */
const fewPresent = 4;

const atFirst: CallSnapshot = {
  state: { kind: "idle" },
  call: null,
  me: null,
  peer: null,
  remoteStream: null,
  remoteScreen: null,
  others: [],
  speakerId: null,
  quality: { own: unknownQuality, peer: unknownQuality },
};

/** Owns the parts of one stay in a call, which do not know each other, and carries what one says to those it concerns. */
export class Session implements CallSession {
  readonly snapshot = new Store<CallSnapshot>(atFirst);
  readonly ladder = new LadderWalk(({ step }) => this.#stepped(step));
  readonly #options: CallSessionOptions;
  readonly #seat: Seat;
  readonly #renewal: IceRenewal;
  readonly #monitor: Monitor;
  readonly #qualities: PartyQualities;
  readonly #outgoing: Outgoing;
  readonly #stopListening: readonly (() => void)[];
  #call: Call | null = null;
  readonly #ways: Ways;
  #own: QualityView = unknownQuality;
  #wasLive = false;
  #over: CallOver | null = null;

  constructor(options: CallSessionOptions) {
    const { signalling, principalId, powers } = options;
    this.#options = options;
    this.#outgoing = new Outgoing(options.media, this.ladder.state);
    this.#outgoing.mediaToTell();
    this.#seat = new Seat({
      signalling,
      principalId,
      powers,
      mediaState: () => this.#outgoing.mediaToTell(),
      events: {
        changed: (call) => this.#callChanged(call),
        taken: (ice) => this.#seatTaken(ice),
        lineCut: () => this.#ways.each((way) => way.lineCut()),
        seen: () => this.#seenChanged(),
        screenRefused: () => options.media.stopScreen(),
        over: (reason) => this.#end(reason),
      },
    });
    this.#renewal = new IceRenewal({
      powers,
      ask: () => this.#seat.renewIce(),
      renewed: (ice) => this.#iceRenewed(ice),
    });
    this.#qualities = new PartyQualities(powers, () => this.#qualityChanged());
    this.#ways = new Ways({
      options,
      seat: () => this.#seat,
      call: () => this.#call,
      tracks: () => this.#outgoing.tracks(),
      step: () => this.ladder.state.get().step,
      events: {
        show: () => this.#show(),
        changed: () => this.#connectionChanged(),
        restarted: () => this.#monitor.restart(),
        alone: () => {
          this.#wasLive = false;
        },
        failed: () => this.#rebuild(),
      },
    });
    this.#monitor = this.#createMonitor();
    this.#stopListening = this.#listen();
  }

  readonly joinId = (): JoinId => this.#seat.joinId;

  readonly mediaState = (): MediaState => this.#outgoing.mediaState();

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

  readonly rehearse = (prepared: NoticeOf<"call.prepared">): void => {
    if (this.#seat.state === "none" && this.#over === null)
      this.#ways.rehearse(prepared);
  };

  readonly hold = (isOnHold: boolean): void => {
    if (!this.#outgoing.hold(isOnHold)) return;
    this.#carry();
    this.#mediaChanged();
  };

  readonly look = (look: Look): void => this.#ways.look(look);

  readonly hangUp = (): Promise<void> => this.#seat.hangUp();

  readonly leave = (): Promise<void> => this.#seat.giveUp();

  readonly close = (): void => this.#seat.leave("left");

  readonly earlyAnswer = (): EarlyAnswer | undefined =>
    this.#seat.state === "none" ? this.#ways.takeAnswer() : undefined;

  #createMonitor(): Monitor {
    const { platform } = this.#options;
    return new Monitor({
      powers: this.#options.powers,
      stats: () => this.#ways.present?.stats(),
      isMediaExpected: () => this.#isMediaExpected(),
      read: (counters, quality) => {
        this.#own = quality;
        this.#walk(quality, counters.atMs);
        this.#ways.present?.pulse({
          ...counters,
          isMediaExpected: this.#isMediaExpected(),
        });
        this.#show();
      },
      reportEvery: () =>
        (this.#call?.participants.length ?? 0) > fewPresent ? 10 : 5,
      report: async (samples) => {
        const equipment = this.#outgoing.newEquipment(platform.browser);
        await this.#seat.report(samples, equipment);
        this.#outgoing.equipmentTold(equipment);
      },
    });
  }

  #listen(): readonly (() => void)[] {
    const { signalling, media, platform } = this.#options;
    return [
      signalling.hurry(),
      signalling.on("call.signalled", (notice) => {
        if (notice.toJoinId === this.#seat.joinId) this.#ways.signalled(notice);
      }),
      signalling.on("call.quality_reported", (notice) =>
        this.#qualityReported(notice),
      ),
      signalling.on("call.qualities_reported", (notice) => {
        if (notice.callId === this.#seat.callId) this.#qualities.told(notice);
      }),
      media.outgoing.subscribe(() => this.#carry()),
      media.state.subscribe(() => this.#mediaChanged()),
      platform.onNetworkChange(() =>
        this.#ways.each((way) => way.networkChanged()),
      ),
    ];
  }

  #isMediaExpected(): boolean {
    const others = othersOf(this.#call, this.#options.principalId);
    // Who wants sound alone is sent no pictures.
    if (this.ladder.state.get().step === "sound_only")
      return others.some(({ media }) => media.microphone);
    return this.#ways.isByRoom
      ? others.some(isSending)
      : isSending(others[0] ?? null);
  }

  #seatTaken(ice: IceConfiguration): void {
    this.#ways.useIce(ice);
    this.#renewal.follow(ice);
    this.#ways.each((way) => way.lineLive());
  }

  #callChanged(call: Call): void {
    const before = partiesOf(this.#call, this.#options.principalId).peer;
    this.#call = call;
    const { peer } = partiesOf(call, this.#options.principalId);
    // Somebody else took the place: the line to them is new, not lost. In a room all share one line.
    if (
      !this.#ways.isByRoom &&
      before !== null &&
      peer !== null &&
      before.principalId !== peer.principalId
    )
      this.#wasLive = false;
    if (
      before?.media.camera !== peer?.media.camera ||
      before?.media.screen !== peer?.media.screen
    ) {
      this.#monitor.picturesChanged();
    }
    this.#ways.follow(call);
    this.#show();
  }

  #connectionChanged(): void {
    const { isUp } = this.#ways;
    this.#wasLive ||= isUp;
    if (this.#wasLive) this.#seat.tellConnection(isUp ? "live" : "lost");
    this.#show();
  }

  /** A new connection on both sides, by a new name for mine; pointless while the other side is away. */
  #rebuild(): void {
    const { peer } = partiesOf(this.#call, this.#options.principalId);
    if (peer === null || peer.state === "reconnecting" || this.#over !== null)
      return;
    if (this.#call?.topology === "sfu") return;
    this.#ways.connect();
    void this.#seat.change();
  }

  #qualityReported({
    callId,
    principalId,
    sample,
  }: NoticeOf<"call.quality_reported">): void {
    const isPeers =
      callId === this.#seat.callId && principalId !== this.#options.principalId;
    if (isPeers) this.#qualities.reported(principalId, sample);
  }

  /* Between two the other side's wish for sound alone is granted here; a media server would grant it itself. */
  #qualityChanged(): void {
    const { peer } = partiesOf(this.#call, this.#options.principalId);
    const step = this.#qualities.of(peer?.principalId).step;
    if (
      this.#outgoing.spare(
        this.#call?.topology === "p2p" && step === "sound_only"
          ? "pictures"
          : "nothing",
      )
    )
      this.#carry();
    this.#show();
  }

  #carry(): void {
    const tracks = this.#outgoing.tracks();
    this.#ways.each((way) => way.carry(tracks));
  }

  #walk({ sending, receiving }: QualityView, atMs: number): void {
    if (this.#ways.isUp && sending !== null && receiving !== null)
      this.ladder.second({
        atMs,
        sending: strainOf(sending),
        receiving: strainOf(receiving),
        lowest: lowestFor(sending, receiving),
      });
  }

  /* Sound goes first: what is given up is pictures, mine and then the others'. */
  #stepped(step: LadderStep): void {
    this.#monitor.stepped(step);
    this.#ways.each((way) => way.limit(step));
    this.#carry();
    this.#mediaChanged();
  }

  #seenChanged(): void {
    const { isUnseen } = this.#seat;
    this.#ways.each((way) => (isUnseen ? way.silence() : way.unsilence()));
    this.#show();
  }

  #iceRenewed(ice: IceConfiguration): void {
    this.#ways.useIce(ice);
    // A relayed or a merely prepared path stands on an allocation of the old credentials; others need none.
    const refresh =
      !this.#ways.isUp || this.#own.sample?.path?.includes("relay") === true;
    this.#ways.each((way) => way.setIce(ice, { refresh }));
  }

  #mediaChanged(): void {
    if (this.#outgoing.hasMediaToTell) this.#seat.tellMedia();
  }

  #end(reason: CallOver): void {
    this.#over = reason;
    for (const stop of this.#stopListening) stop();
    this.#renewal.close();
    this.#monitor.close();
    this.#qualities.close();
    this.#ways.close();
    this.#show();
  }

  #others(): readonly OtherParty[] {
    return othersOf(this.#call, this.#options.principalId).map(
      (participant) => {
        const { person, hasCamera, screen } = this.#ways.streamsOf(participant);
        return {
          participant,
          stream: person,
          hasCamera,
          screen: participant.media.screen ? screen : null,
          quality: this.#qualities.of(participant.principalId),
        };
      },
    );
  }

  #show(): void {
    const { me, peer } = partiesOf(this.#call, this.#options.principalId);
    const seat = this.#seat.state === "over" ? "taken" : this.#seat.state;
    const others = this.#over === null ? this.#others() : [];
    const [first] = others;
    this.snapshot.set({
      state: stateOfCall({
        me,
        peer,
        seat,
        over: this.#over,
        wasLive: this.#wasLive,
        isUp: this.#ways.isUp,
        isUnseen: this.#seat.isUnseen,
      }),
      call: this.#call,
      me,
      peer,
      remoteStream: first?.stream ?? null,
      remoteScreen: first?.screen ?? null,
      others,
      speakerId:
        others.find(
          ({ participant: { joinId } }) =>
            joinId !== null && joinId === this.#ways.speaker,
        )?.participant.principalId ?? null,
      quality: {
        own: this.#own,
        peer: this.#qualities.of(peer?.principalId),
      },
    });
  }
}
