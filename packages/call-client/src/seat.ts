import type {
  Call,
  CallEquipment,
  CallId,
  CallSeat,
  IceConfiguration,
  JoinId,
  MediaState,
  PrincipalId,
  QualitySample,
  Signal,
} from "@veche/contracts";
import type { CallPowers } from "./call-powers.ts";
import type { CallOver } from "./call-snapshot.ts";
import { partiesOf } from "./parties.ts";
import { askAgainMs, patiently } from "./patiently.ts";
import { refusal } from "./refusal.ts";
import type { Signalling } from "./signalling.ts";

/** A cut line to the server is nobody's trouble for so long: a restart of the server passes unnoticed. */
const unseenAfterMs = 10_000;

interface SeatEvents {
  /** The call as the server tells it, newer each time; only while the seat is mine. */
  readonly changed: (call: Call) => void;
  /** The seat was taken, or taken again. */
  readonly taken: (ice: IceConfiguration) => void;
  readonly lineCut: () => void;
  /** `isUnseen` changed. */
  readonly seen: () => void;
  /** The screen that is shown may not be shown here. */
  readonly screenRefused: () => void;
  readonly over: (reason: CallOver) => void;
}

export interface SeatDeps {
  readonly signalling: Signalling;
  readonly principalId: PrincipalId;
  readonly powers: CallPowers;
  readonly mediaState: () => MediaState;
  readonly events: SeatEvents;
}

/** My place in the call at the server: taken, kept through cut lines, told what I send, given up. */
export class Seat {
  readonly #deps: SeatDeps;
  readonly #stopListening: readonly (() => void)[];
  #joinId: JoinId;
  #callId: CallId | undefined;
  #call: Call | undefined;
  #state: "asked" | "none" | "over" | "taken" = "none";
  #isLineLive: boolean;
  #isUnseen = false;
  #connection: "live" | "lost" | undefined;
  #isTellingMedia = false;
  #isMediaStale = false;
  /** Every name I ever sat under: news of an earlier one of mine is not somebody else's. */
  readonly #joinIds: Set<JoinId>;
  #joins = 0;
  #isRejoining = false;
  #cancelUnseen = (): void => undefined;
  #cancelRetry = (): void => undefined;

  constructor(deps: SeatDeps) {
    const { signalling, powers } = deps;
    this.#deps = deps;
    this.#joinId = powers.newId<JoinId>();
    this.#joinIds = new Set([this.#joinId]);
    this.#isLineLive = signalling.state.get().kind === "live";
    this.#stopListening = [
      signalling.on("call.changed", ({ call }) => this.#heard(call)),
      signalling.on("lobby.changed", ({ callId, state }) => {
        if (state === "refused" && this.#isIn(callId)) this.leave("removed");
      }),
      signalling.state.subscribe(() => this.#lineChanged()),
    ];
  }

  get joinId(): JoinId {
    return this.#joinId;
  }

  get state(): "asked" | "none" | "over" | "taken" {
    return this.#state;
  }

  get callId(): CallId | undefined {
    return this.#callId;
  }

  /** The others have been told by the server that I am gone. */
  get isUnseen(): boolean {
    return this.#isUnseen;
  }

  async join(
    callId: CallId,
    takeOver: { readonly takeOver: boolean },
  ): Promise<void> {
    this.#callId = callId;
    this.#state = "asked";
    const seat = await patiently(
      this.#deps.powers,
      () => this.#ask(callId, takeOver),
      () => this.#state === "asked",
    ).catch((error: unknown) => {
      this.#couldNotJoin();
      throw error;
    });
    this.enter(seat);
  }

  enter({ call, ice }: CallSeat): void {
    if (this.#state === "over") return;
    this.#callId = call.id;
    this.#state = "taken";
    this.#deps.events.taken(ice);
    const newest =
      this.#call !== undefined && this.#call.revision > call.revision
        ? this.#call
        : call;
    this.#call = undefined;
    this.#heard(newest);
    // A device may have opened while the seat was asked for.
    const told = partiesOf(call, this.#deps.principalId).me?.media;
    const { microphone, camera, screen } = this.#deps.mediaState();
    const isRight =
      told?.microphone === microphone &&
      told.camera === camera &&
      told.screen === screen;
    if (!isRight) this.tellMedia();
    // What was rehearsed may stand already, and a new socket knows nothing of it.
    if (this.#connection !== undefined) this.tellConnection(this.#connection);
  }

  /** Sits down anew under another name: the other side then builds a new connection as well. */
  async change(): Promise<void> {
    this.#joinId = this.#deps.powers.newId<JoinId>();
    this.#joinIds.add(this.#joinId);
    await this.#rejoin();
  }

  /** One word after another: two on their way at once may be heard in the other order. */
  tellMedia(): void {
    if (this.#isTellingMedia) {
      this.#isMediaStale = true;
      return;
    }
    this.#isTellingMedia = true;
    this.#isMediaStale = false;
    const mediaState = this.#deps.mediaState();
    const told = this.#tell((callId) =>
      this.#send("call.set_media", {
        callId,
        joinId: this.#joinId,
        mediaState,
      }).catch((error: unknown) => {
        if (refusal(error).code === "call.not_presenter")
          this.#deps.events.screenRefused();
      }),
    );
    void told.then(() => {
      this.#isTellingMedia = false;
      if (this.#isMediaStale) this.tellMedia();
    });
  }

  tellConnection(state: "live" | "lost"): void {
    this.#connection = state;
    void this.#tell((callId) =>
      this.#send("call.set_connection", {
        callId,
        joinId: this.#joinId,
        state,
      }),
    );
  }

  prepare(signal: Signal): void {
    void this.#tell((callId) =>
      this.#send("call.prepare", { callId, joinId: this.#joinId, signal }),
    );
  }

  async deliver(toJoinId: JoinId, signal: Signal): Promise<void> {
    const callId = this.#callId;
    if (callId === undefined) return;
    await this.#send("call.signal", {
      callId,
      joinId: this.#joinId,
      toJoinId,
      signal,
    });
  }

  async report(
    samples: QualitySample[],
    equipment: CallEquipment | undefined,
  ): Promise<void> {
    const callId = this.#callId;
    if (callId === undefined) return;
    await this.#send("call.report_quality", {
      callId,
      joinId: this.#joinId,
      samples,
      ...(equipment === undefined ? {} : { equipment }),
    });
  }

  async renewIce(): Promise<IceConfiguration | undefined> {
    const callId = this.#callId;
    return callId === undefined
      ? undefined
      : this.#send("call.renew_ice", { callId });
  }

  async hangUp(): Promise<void> {
    const callId = this.#callId;
    this.leave(this.#call?.state === "ringing" ? "cancelled" : "hung_up");
    if (callId !== undefined) await this.#send("call.end", { callId });
  }

  async giveUp(): Promise<void> {
    const callId = this.#callId;
    this.leave("hung_up");
    if (callId !== undefined) await this.#send("call.leave", { callId });
  }

  /** Ends on this side, for whatever reason. */
  leave(reason: CallOver): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#cancelUnseen();
    this.#cancelRetry();
    for (const stop of this.#stopListening) stop();
    this.#deps.events.over(reason);
  }

  #couldNotJoin(): void {
    if (this.#state === "asked") this.#state = "none";
  }

  get #send(): Signalling["send"] {
    return this.#deps.signalling.send;
  }

  #ask(
    callId: CallId,
    { takeOver }: { readonly takeOver: boolean },
  ): Promise<CallSeat> {
    return this.#send("call.join", {
      callId,
      joinId: this.#joinId,
      mediaState: this.#deps.mediaState(),
      takeOver,
    });
  }

  /* What a cut line swallows here is told again on taking the seat anew. */
  async #tell(say: (callId: CallId) => Promise<unknown>): Promise<void> {
    const callId = this.#callId;
    if (callId === undefined || this.#state !== "taken" || !this.#isLineLive)
      return;
    await say(callId).catch(() => undefined);
  }

  #heard(call: Call): void {
    const isMine =
      this.#callId === undefined
        ? call.participants.some(({ joinId }) => joinId === this.#joinId)
        : call.id === this.#callId;
    if (
      !isMine ||
      (this.#call !== undefined && call.revision <= this.#call.revision)
    )
      return;
    this.#call = call;
    if (this.#state !== "taken") return;
    this.#deps.events.changed(call);
    const { me } = partiesOf(call, this.#deps.principalId);
    const sitsOn = me?.joinId ?? this.#joinId;
    if (call.state === "ended") this.leave(call.endReason ?? "ended");
    else if (!this.#joinIds.has(sitsOn)) this.leave("elsewhere");
    // A seat that was given up while the line was cut is asked for again first.
    else if (me?.state === "left" && this.#isLineLive && !this.#isRejoining)
      this.leave("removed");
  }

  #isIn(callId: CallId | null): boolean {
    return this.#state === "taken" && this.#callId === callId;
  }

  #lineChanged(): void {
    const isLive = this.#deps.signalling.state.get().kind === "live";
    if (isLive === this.#isLineLive) return;
    this.#isLineLive = isLive;
    if (this.#state !== "taken") return;
    if (isLive) {
      void this.#rejoin();
      return;
    }
    this.#deps.events.lineCut();
    this.#cancelUnseen();
    this.#cancelUnseen = this.#deps.powers.after(unseenAfterMs, () =>
      this.#setUnseen({ isUnseen: true }),
    );
  }

  /* The seat belongs to a socket: a new socket takes it again, under the same joinId, and the media never notice. */
  async #rejoin(): Promise<void> {
    const callId = this.#callId;
    if (callId === undefined || this.#state !== "taken") return;
    const join = (this.#joins += 1);
    this.#isRejoining = true;
    try {
      const seat = await this.#ask(callId, { takeOver: false });
      if (join !== this.#joins) return;
      this.#isRejoining = false;
      this.#cancelUnseen();
      this.enter(seat);
      this.#setUnseen({ isUnseen: false });
    } catch (error) {
      if (join === this.#joins) this.#couldNotRejoin(error);
    }
  }

  #couldNotRejoin(error: unknown): void {
    const { code, retryAfterMs } = refusal(error);
    if (code === "call.elsewhere") this.leave("elsewhere");
    else if (code === "call.refused" || code === "conversation.not_found")
      this.leave("removed");
    else if (
      code === "call.ended" ||
      code === "call.lobby" ||
      code === "call.locked" ||
      code === "request.not_found" ||
      code === "auth.forbidden"
    )
      this.leave("lost");
    else if (this.#isLineLive) {
      this.#cancelRetry();
      this.#cancelRetry = this.#deps.powers.after(
        retryAfterMs ?? askAgainMs,
        () => void this.#rejoin(),
      );
    }
  }

  #setUnseen({ isUnseen }: { readonly isUnseen: boolean }): void {
    if (this.#isUnseen === isUnseen) return;
    this.#isUnseen = isUnseen;
    this.#deps.events.seen();
  }
}
