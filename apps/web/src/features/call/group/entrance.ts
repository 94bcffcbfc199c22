import type { DeviceSource } from "@veche/call-client";
import type {
  Call,
  CallMedia,
  ConversationId,
  LobbyState,
  NoticeOf,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";
import type { CallPlace } from "../call-place.ts";
import type { GroupCalls } from "./group-calls.ts";

/** Where I stand before the door of a group's call. */
type AtDoor =
  | { readonly kind: "nowhere" }
  | {
      readonly kind: "waiting" | "refused";
      readonly conversationId: ConversationId;
    };

/** The way into groups' calls, which may have a door: whoever meets it waits before it and comes in at the word. */
export interface Entrance {
  readonly state: Readable<AtDoor>;
  /** Begins the call of a conversation, or waits until those who may begin it let me in. Rejects with the command's code. */
  readonly start: (
    conversationId: ConversationId,
    media: CallMedia,
  ) => Promise<void>;
  /** Comes into a call that goes on, or waits before it. Rejects with the command's code. */
  readonly join: (
    call: Call,
    sources?: readonly DeviceSource[],
  ) => Promise<void>;
  /** Answers what rings for me, or waits before its door. Rejects with the command's code. */
  readonly answer: () => Promise<void>;
  /** I wait no longer, or have read that I was not let in. */
  readonly leave: () => Promise<void>;
  readonly close: () => void;
}

export interface EntranceDeps {
  readonly realtime: Pick<RealtimeClient, "on" | "send" | "state">;
  readonly calls: Pick<
    CallPlace,
    "answer" | "hush" | "join" | "start" | "state"
  >;
  readonly groupCalls: Pick<GroupCalls, "state">;
  /** Told what neither waiting nor knocking cures, when nobody pressed anything. */
  readonly onFailure: (failure: unknown) => void;
}

class Door implements Entrance {
  readonly state = createStore<AtDoor>({ kind: "nowhere" });
  readonly #deps: EntranceDeps;
  readonly #endings: readonly (() => void)[];
  /** Admitted, and the call is not heard of yet. */
  #admittedTo: ConversationId | undefined;

  constructor(deps: EntranceDeps) {
    const { realtime, groupCalls } = deps;
    this.#deps = deps;
    this.#endings = [
      realtime.on("lobby.changed", (notice) => this.#told(notice)),
      groupCalls.state.subscribe(() => this.#comeIn()),
      realtime.state.subscribe(() => {
        if (realtime.state.get().kind === "live") this.#knockAgain();
      }),
    ];
  }

  readonly start: Entrance["start"] = (conversationId, media) =>
    this.#enter(conversationId, () =>
      this.#deps.calls.start(conversationId, media),
    );

  readonly join: Entrance["join"] = (call, sources) =>
    this.#enter(call.conversationId, () =>
      this.#deps.calls.join(call, sources),
    );

  readonly answer = async (): Promise<void> => {
    const { calls } = this.#deps;
    const place = calls.state.get();
    if (place.kind === "ringing")
      await this.#enter(place.call.conversationId, () => calls.answer());
  };

  readonly leave = async (): Promise<void> => {
    const present = this.state.get();
    this.state.set({ kind: "nowhere" });
    if (present.kind !== "waiting") return;
    const { conversationId } = present;
    await this.#deps.realtime.send("lobby.leave", { conversationId });
  };

  readonly close = (): void => {
    for (const end of this.#endings) end();
  };

  async #enter(
    conversationId: ConversationId,
    come: () => Promise<void>,
  ): Promise<void> {
    try {
      await come();
      this.state.set({ kind: "nowhere" });
    } catch (failure) {
      const code = failure instanceof CommandError ? failure.code : undefined;
      const isDoor = code === "call.lobby" || code === "call.refused";
      // It rings no more for who stands before the door.
      if (isDoor) this.#deps.calls.hush(conversationId);
      if (code === "call.lobby") await this.#knock(conversationId);
      else if (code === "call.refused")
        this.state.set({ kind: "refused", conversationId });
      else throw failure;
    }
  }

  async #knock(conversationId: ConversationId): Promise<void> {
    const { send } = this.#deps.realtime;
    const { state } = await send("lobby.knock", { conversationId });
    this.state.set({ kind: "waiting", conversationId });
    this.#decided(conversationId, state);
  }

  #told({ conversationId, state }: NoticeOf<"lobby.changed">): void {
    const present = this.state.get();
    const isHere =
      present.kind !== "nowhere" && present.conversationId === conversationId;
    if (!isHere) return;
    if (state === null) this.state.set({ kind: "nowhere" });
    else this.#decided(conversationId, state);
  }

  #decided(conversationId: ConversationId, state: LobbyState): void {
    if (state === "refused")
      this.state.set({ kind: "refused", conversationId });
    if (state !== "admitted") return;
    this.#admittedTo = conversationId;
    this.#comeIn();
  }

  #comeIn(): void {
    const conversationId = this.#admittedTo;
    if (conversationId === undefined) return;
    const call = this.#deps.groupCalls.state.get().get(conversationId);
    if (call === undefined) return;
    this.#admittedTo = undefined;
    this.join(call).catch(this.#deps.onFailure);
  }

  /** My place was that of the line. */
  #knockAgain(): void {
    const present = this.state.get();
    if (present.kind === "waiting")
      this.#knock(present.conversationId).catch(this.#deps.onFailure);
  }
}

export const createEntrance = (deps: EntranceDeps): Entrance => new Door(deps);
