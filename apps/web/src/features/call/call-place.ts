import type { DeviceSource } from "@veche/call-client";
import type {
  Call,
  CallId,
  CallMedia,
  CallSeat,
  ClientId,
  ConversationId,
  DeviceId,
  EarlyAnswer,
  JoinId,
  MediaState,
  NoticeOf,
  PrincipalId,
  UserId,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Powers,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";
import {
  adviceFor,
  isRinging,
  sourcesFor,
  sourcesOf,
  type CallPlaceState,
  type Stay,
} from "./call-place-state.ts";

/** Holds the name of a call while this tab is in it, so that another tab of the profile does not sit down by itself. */
export interface SeatLock {
  /** False when another tab holds it; `isForced` takes it from that tab. */
  readonly take: (
    callId: CallId,
    how: { readonly isForced: boolean },
  ) => Promise<boolean>;
  readonly release: () => void;
}

export interface CallPlaceDeps {
  readonly realtime: Pick<RealtimeClient, "on" | "send" | "state">;
  readonly powers: Pick<Powers, "newId">;
  readonly principalId: PrincipalId;
  /** This browser. */
  readonly deviceId: DeviceId;
  readonly openStay: () => Stay;
  readonly seatLock: SeatLock;
}

/** A stay made ready for a command that takes a seat at once. */
interface PreparedStay {
  readonly joinId: JoinId;
  readonly mediaState: MediaState;
  /** What was made ready while it rang. */
  readonly answer: EarlyAnswer | undefined;
  readonly enter: (seat: CallSeat) => void;
  readonly giveUp: () => void;
}

/** This tab's one place in a call. */
export interface CallPlace {
  readonly state: Readable<CallPlaceState>;
  /** Opens these devices and names a stay. */
  readonly prepare: (sources: readonly DeviceSource[]) => PreparedStay;
  /** Calls in a conversation; the other side rings. Rejects with the command's code. */
  readonly start: (
    conversationId: ConversationId,
    media: CallMedia,
  ) => Promise<void>;
  readonly answer: () => Promise<void>;
  readonly decline: () => Promise<void>;
  /** What rings for me in this conversation is shown no more in this tab; nobody is told. */
  readonly hush: (conversationId: ConversationId) => void;
  /** Moves a call of mine from another window to this one. */
  readonly takeOver: () => Promise<void>;
  /** Comes into a call of a group, with these devices where they are said. Rejects with the command's code. */
  readonly join: (
    call: Call,
    sources?: readonly DeviceSource[],
  ) => Promise<void>;
  /** Ends it for all. */
  readonly hangUp: () => Promise<void>;
  /** Asks more people into it. Rejects with the command's code. */
  readonly invite: (userIds: readonly UserId[]) => Promise<void>;
  /** Goes out of it; the others of a group go on. */
  readonly leave: () => Promise<void>;
  /** Leaves without hanging up: the seat is held. */
  readonly close: () => void;
}

class Place implements CallPlace {
  readonly state = createStore<CallPlaceState>({ kind: "none" });
  readonly #deps: CallPlaceDeps;
  readonly #leaving: (() => void)[];
  /** Seats this tab has asked for: notices of them may come before their acks. */
  readonly #asked = new Set<JoinId>();
  /** What rings for me, in the order of coming; the first is shown. */
  readonly #rings = new Map<CallId, Call>();
  /** Declined here, while the server does not say so yet; and hushed. */
  readonly #quiet = new Set<CallId>();
  #isStarting = true;
  /** Made ready while it rings; without devices. */
  #rehearsed: Stay | undefined;

  constructor(deps: CallPlaceDeps) {
    this.#deps = deps;
    this.#leaving = [
      deps.realtime.on("call.changed", ({ call }) => this.#hear(call)),
      deps.realtime.on("call.prepared", (prepared) => this.#rehearse(prepared)),
      deps.realtime.on("offer.closed", () => this.#forgetRehearsed()),
      deps.realtime.state.subscribe(() => {
        const { kind } = deps.realtime.state.get();
        if (kind === "live") this.#isStarting = false;
        // What stopped ringing while the line was cut is not told again; what still rings is.
        if (kind === "connecting") this.#silence();
      }),
    ];
  }

  prepare(sources: readonly DeviceSource[]): PreparedStay {
    const stay = this.#takeRehearsed() ?? this.#deps.openStay();
    if (sources.length > 0) void stay.media.turnOn(...sources);
    const joinId = stay.session.joinId();
    this.#asked.add(joinId);
    return {
      joinId,
      mediaState: stay.session.mediaState(),
      answer: stay.session.earlyAnswer(),
      enter: (seat) => {
        this.#asked.delete(joinId);
        void this.#deps.seatLock.take(seat.call.id, { isForced: true });
        this.#sit(seat.call, stay);
        stay.session.enter(seat);
      },
      giveUp: () => {
        this.#asked.delete(joinId);
        stay.session.close();
        stay.media.close();
      },
    };
  }

  async start(conversationId: ConversationId, media: CallMedia): Promise<void> {
    const prepared = this.prepare(sourcesFor(media));
    try {
      const { joinId, mediaState } = prepared;
      const clientId = this.#deps.powers.newId<ClientId>();
      prepared.enter(
        await this.#deps.realtime.send("call.start", {
          clientId,
          conversationId,
          media,
          joinId,
          mediaState,
        }),
      );
    } catch (failure) {
      prepared.giveUp();
      throw failure;
    }
  }

  async answer(): Promise<void> {
    const present = this.state.get();
    if (present.kind === "ringing")
      await this.#join(present.call, { takeOver: false });
  }

  async decline(): Promise<void> {
    const present = this.state.get();
    if (present.kind !== "ringing") return;
    const callId = present.call.id;
    this.#quiet.add(callId);
    this.#rings.delete(callId);
    this.#showRing();
    try {
      await this.#deps.realtime.send("call.decline", { callId });
    } finally {
      this.#quiet.delete(callId);
    }
  }

  hush(conversationId: ConversationId): void {
    for (const call of this.#rings.values()) {
      if (call.conversationId !== conversationId) continue;
      this.#quiet.add(call.id);
      this.#rings.delete(call.id);
    }
    if (this.state.get().kind === "ringing") this.#showRing();
  }

  async takeOver(): Promise<void> {
    const present = this.state.get();
    if (present.kind === "elsewhere")
      await this.#join(present.call, { takeOver: true });
  }

  async join(call: Call, sources?: readonly DeviceSource[]): Promise<void> {
    if (this.state.get().kind !== "here")
      await this.#join(call, { takeOver: false }, sources);
  }

  async leave(): Promise<void> {
    const present = this.state.get();
    if (present.kind === "here") await present.stay.session.leave();
  }

  async hangUp(): Promise<void> {
    const present = this.state.get();
    if (present.kind === "here") await present.stay.session.hangUp();
  }

  async invite(userIds: readonly UserId[]): Promise<void> {
    const present = this.state.get();
    if (present.kind !== "here") return;
    await this.#deps.realtime.send("call.invite", {
      callId: present.callId,
      clientId: this.#deps.powers.newId<ClientId>(),
      userIds: [...userIds],
    });
  }

  close(): void {
    for (const leave of this.#leaving) leave();
    this.#forgetRehearsed();
    const present = this.state.get();
    if (present.kind === "here") this.#letGo(present.stay);
    this.state.set({ kind: "none" });
  }

  #rehearse(prepared: NoticeOf<"call.prepared">): void {
    if (this.state.get().kind === "here") return;
    this.#forgetRehearsed();
    this.#rehearsed = this.#deps.openStay();
    this.#rehearsed.session.rehearse(prepared);
  }

  #takeRehearsed(): Stay | undefined {
    const stay = this.#rehearsed;
    this.#rehearsed = undefined;
    return stay;
  }

  #forgetRehearsed(): void {
    const stay = this.#takeRehearsed();
    stay?.session.close();
    stay?.media.close();
  }

  #hear(call: Call): void {
    const { principalId } = this.#deps;
    const seat = call.participants.find(
      (one) => one.principalId === principalId,
    );
    if (
      seat?.joinId !== null &&
      seat?.joinId !== undefined &&
      this.#asked.has(seat.joinId)
    )
      return;
    const rings = isRinging(call, principalId) && !this.#quiet.has(call.id);
    if (rings) this.#rings.set(call.id, call);
    else this.#rings.delete(call.id);
    const news = {
      call,
      me: principalId,
      state: this.state.get(),
      isStarting: this.#isStarting,
    };
    switch (adviceFor(news)) {
      case "ignore":
        return;
      case "forget":
      case "ring":
        this.#showRing();
        return;
      case "show_elsewhere":
        this.state.set({ kind: "elsewhere", call });
        return;
      case "resume":
        void this.#resume(call);
    }
  }

  #showRing(): void {
    const [call] = this.#rings.values();
    this.state.set(
      call === undefined ? { kind: "none" } : { kind: "ringing", call },
    );
  }

  #silence(): void {
    this.#rings.clear();
    if (this.state.get().kind === "ringing") this.#showRing();
  }

  async #resume(call: Call): Promise<void> {
    if (this.#isOnAnotherDevice(call)) {
      // Nothing of mine is opened to ask for what stands there.
      this.state.set({ kind: "elsewhere", call });
      return;
    }
    if (!(await this.#deps.seatLock.take(call.id, { isForced: false }))) {
      this.state.set({ kind: "elsewhere", call });
      return;
    }
    // A refusal here means the call is over or held elsewhere; the notices tell which.
    await this.#join(call, { takeOver: false }).catch(() => undefined);
  }

  #isOnAnotherDevice({ participants }: Call): boolean {
    const { principalId, deviceId } = this.#deps;
    const seat = participants.find((one) => one.principalId === principalId);
    return (seat?.deviceId ?? deviceId) !== deviceId;
  }

  async #join(
    call: Call,
    options: { readonly takeOver: boolean },
    sources = sourcesOf(call, this.#deps.principalId),
  ): Promise<void> {
    const stay = this.#open(sources);
    const before = this.state.get();
    const joinId = stay.session.joinId();
    this.#asked.add(joinId);
    this.#sit(call, stay);
    try {
      await this.#deps.seatLock.take(call.id, { isForced: true });
      await stay.session.join(call.id, options);
    } catch (failure) {
      this.#letGo(stay);
      const isElsewhere =
        failure instanceof CommandError && failure.code === "call.elsewhere";
      if (isElsewhere) this.state.set({ kind: "elsewhere", call });
      else if (before.kind === "elsewhere") this.state.set(before);
      // It may have stopped ringing meanwhile.
      else this.#showRing();
      throw failure;
    } finally {
      this.#asked.delete(joinId);
    }
  }

  #open(sources: readonly DeviceSource[]): Stay {
    const stay = this.#deps.openStay();
    if (sources.length > 0) void stay.media.turnOn(...sources);
    return stay;
  }

  #sit(call: Call, stay: Stay): void {
    this.state.set({
      kind: "here",
      callId: call.id,
      of: call.kind,
      isOfColleagues: call.participants.every(
        ({ kind }) => kind !== "customer",
      ),
      stay,
      wanted: call.media,
    });
    const leave = stay.session.snapshot.subscribe(() => {
      const { state, call: present } = stay.session.snapshot.get();
      if (state.kind !== "ended") return;
      leave();
      this.#letGo(stay);
      const place = this.state.get();
      if (place.kind !== "here" || place.stay !== stay) return;
      this.state.set(
        state.reason === "elsewhere"
          ? { kind: "elsewhere", call: present ?? call }
          : { kind: "none" },
      );
    });
  }

  #letGo(stay: Stay): void {
    this.#deps.seatLock.release();
    stay.session.close();
    stay.media.close();
  }
}

export const createCallPlace = (deps: CallPlaceDeps): CallPlace =>
  new Place(deps);
