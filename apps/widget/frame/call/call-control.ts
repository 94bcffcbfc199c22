import type { Call, CallMedia, ClientId, MediaState } from "@veche/contracts";
import {
  browserCallPlatform,
  createCallInk,
  createCallSession,
  createLocalMedia,
  patiently,
  type CallInk,
  type CallPlatform,
  type CallSession,
  type LocalMedia,
} from "@veche/call-client";
import {
  CommandError,
  createStore,
  type Readable,
} from "@veche/realtime-client";
import { isOnHold } from "../session/requests.ts";
import type { HeldLock } from "../session/powers.ts";
import type { Widget } from "../session/widget.ts";
import { outcomeOf } from "./outcome-of.ts";
import { rememberMedia, rememberedMedia } from "./remembered-media.ts";

/** The tab's one call: its devices, its session, its seat. */
export interface CallControl {
  readonly platform: CallPlatform;
  readonly media: Readable<LocalMedia | null>;
  readonly session: Readable<CallSession | null>;
  /** What is drawn over the screens of the session's call. */
  readonly ink: Readable<CallInk | null>;
  readonly openMedia: () => LocalMedia;
  readonly releaseMedia: () => void;
  readonly start: (media: CallMedia) => Promise<void>;
  readonly answer: (
    call: Call,
    answer: { readonly hasCamera: boolean },
  ) => Promise<void>;
  readonly takeSeat: (call: Call, how: "if-free" | "steal") => Promise<void>;
  readonly stopWaiting: () => Promise<void>;
  readonly hangUp: () => Promise<void>;
  readonly close: () => void;
}

/** A tab being closed gives its lock up a moment after the next one asks. */
const lockRetryMs = 700;

export class CallControlOfTab implements CallControl {
  readonly platform = browserCallPlatform();
  readonly media = createStore<LocalMedia | null>(null);
  readonly session = createStore<CallSession | null>(null);
  readonly ink = createStore<CallInk | null>(null);
  readonly #widget: Widget;
  #lock: HeldLock | null = null;
  #stopRemembering = (): void => undefined;
  #stopHolding = (): void => undefined;
  #isStopping = false;

  constructor(widget: Widget) {
    this.#widget = widget;
  }

  readonly openMedia = (): LocalMedia => {
    const present = this.media.get();
    if (present !== null) return present;
    const { shared } = this.#widget.host;
    const opened = createLocalMedia({
      platform: this.platform,
      memory: { getItem: shared.read, setItem: shared.write },
    });
    this.#stopRemembering = rememberMedia(opened, this.#widget);
    this.media.set(opened);
    return opened;
  };

  readonly releaseMedia = (): void => {
    this.#stopRemembering();
    this.media.get()?.close();
    this.media.set(null);
  };

  readonly start = (media: CallMedia): Promise<void> =>
    this.#sit(async (session) => {
      const { requests, send, powers, conversationId } = this.#widget;
      const id = conversationId();
      if (requests.current.get()?.state === "active" && id !== null) {
        const seat = await send("call.start", {
          clientId: powers.newId<ClientId>(),
          conversationId: id,
          media,
          joinId: session.joinId(),
          mediaState: session.mediaState(),
        });
        session.enter(seat);
        return seat.call.id;
      }
      const { callId } = await patiently(powers, () => requests.ask(media));
      if (callId === null) throw new CommandError({ code: "server.failed" });
      await session.join(callId);
      return callId;
    });

  readonly answer = (
    call: Call,
    { hasCamera }: { readonly hasCamera: boolean },
  ): Promise<void> => {
    // Side by side: a question of the browser about devices must not keep the caller waiting.
    void this.openMedia().turnOn(
      "microphone",
      ...(hasCamera ? (["camera"] as const) : []),
    );
    return this.#join(call, "steal");
  };

  readonly takeSeat = async (
    call: Call,
    how: "if-free" | "steal",
  ): Promise<void> => {
    if (!(await this.#lockSeat(call.id, how))) return;
    const wanted =
      how === "if-free"
        ? rememberedMedia(this.#widget)
        : mediaOfMine(call, this.#widget);
    if (wanted.length > 0) void this.openMedia().turnOn(...wanted);
    await this.#join(call, how);
  };

  readonly stopWaiting = async (): Promise<void> => {
    this.#isStopping = true;
    try {
      await this.#widget.requests.cancel();
      this.#widget.wish.set({ kind: "home" });
    } finally {
      this.#isStopping = false;
    }
  };

  readonly hangUp = async (): Promise<void> => {
    await this.session.get()?.hangUp();
  };

  readonly close = (): void => {
    this.session.get()?.close();
    this.#stand();
  };

  #join(call: Call, how: "if-free" | "steal"): Promise<void> {
    return this.#sit(async (session) => {
      await session.join(call.id, { takeOver: how === "steal" });
      return call.id;
    });
  }

  /** Takes a seat by `take`, which answers with the call's id; whatever fails leaves the tab without one. */
  async #sit(take: (session: CallSession) => Promise<string>): Promise<void> {
    const { seat, outcome, wish, host, keys } = this.#widget;
    seat.set({ kind: "taking" });
    outcome.set(null);
    try {
      const session = await this.#openSession();
      const callId = await take(session);
      host.tab.write(keys.call, callId);
      wish.set({ kind: "home" });
      if (session.snapshot.get().state.kind !== "ended")
        seat.set({ kind: "here", callId });
      if (this.#lock === null) await this.#lockSeat(callId, "steal");
    } catch (error) {
      this.session.get()?.close();
      this.#stand();
      throw error;
    }
  }

  async #openSession(): Promise<CallSession> {
    const { line, me, powers } = this.#widget;
    const signalling = await line.connected();
    const principalId = me();
    if (principalId === null) throw new CommandError({ code: "auth.required" });
    const session = createCallSession({
      signalling,
      principalId,
      media: this.openMedia(),
      platform: this.platform,
      powers,
    });
    this.session.set(session);
    this.#followHold(session);
    this.ink.set(createCallInk({ signalling, principalId, session, powers }));
    let wasLive = false;
    session.snapshot.subscribe(() => {
      const { state, call } = session.snapshot.get();
      if (state.kind === "live" && !wasLive && call !== null) {
        wasLive = true;
        this.#widget.host.emit("call.started", { callId: call.id });
      }
      if (state.kind === "ended" && this.session.get() === session)
        this.#over(session);
    });
    return session;
  }

  /** While the operator holds the call nothing goes out from here. */
  #followHold(session: CallSession): void {
    const { current } = this.#widget.requests;
    const follow = () => session.hold(isOnHold(current.get()));
    this.#stopHolding();
    this.#stopHolding = current.subscribe(follow);
    follow();
  }

  /** The call is over, or another tab has it now. */
  #over(session: CallSession): void {
    const { snapshot } = session;
    const { host, outcome, sounds, serverNowMs } = this.#widget;
    const ended = outcomeOf(snapshot.get(), serverNowMs());
    this.#stand();
    if (ended === null || this.#isStopping) return;
    if (ended.durationMs > 0) sounds.callEnded();
    outcome.set(ended);
    host.emit("call.ended", {
      callId: ended.callId,
      durationMs: ended.durationMs,
    });
  }

  /** The tab has no call any more: devices, lock and memory are let go. */
  #stand(): void {
    const { seat, host, keys } = this.#widget;
    this.#stopHolding();
    this.session.set(null);
    this.ink.set(null);
    this.releaseMedia();
    this.#lock?.release();
    this.#lock = null;
    host.tab.remove(keys.call);
    seat.set({ kind: "none" });
  }

  async #lockSeat(callId: string, how: "if-free" | "steal"): Promise<boolean> {
    const { powers } = this.#widget;
    const name = `veche:seat:${callId}`;
    const wait = () =>
      new Promise<void>((resolve) => powers.after(lockRetryMs, resolve));
    this.#lock = await powers.hold(name, how);
    if (this.#lock === null) {
      await wait();
      this.#lock = await powers.hold(name, how);
    }
    return this.#lock !== null;
  }
}

/** What the server says I sent from the tab the call comes from. */
function mediaOfMine(call: Call, { me }: Widget): ("camera" | "microphone")[] {
  const state: MediaState | undefined = call.participants.find(
    ({ principalId }) => principalId === me(),
  )?.media;
  if (state === undefined) return ["microphone"];
  return [
    ...(state.microphone ? (["microphone"] as const) : []),
    ...(state.camera ? (["camera"] as const) : []),
  ];
}
