import type { DeviceSource } from "@veche/call-client";
import type { CallId, ConversationId } from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";
import type { CallPlace } from "../../features/call/call-place.ts";
import type { GroupCalls } from "../../features/call/group/group-calls.ts";

/** What a guest waits for: that a call begins · a word at its door · `no`: they were not let in · that it is unlocked. */
export type WaitsFor = "call" | "word" | "no" | "unlocking";

/** A guest on the way into their conference's call. */
export interface Coming {
  readonly waitsFor: Readable<WaitsFor>;
  /** Tries the present call again: nobody outside is told that it was unlocked. */
  readonly again: () => void;
  readonly close: () => void;
}

export interface ComingDeps {
  readonly realtime: Pick<RealtimeClient, "on" | "send">;
  readonly groupCalls: Pick<GroupCalls, "state">;
  readonly calls: Pick<CallPlace, "join">;
  readonly conversationId: ConversationId;
  /** The devices that are on now. */
  readonly sources: () => readonly DeviceSource[];
  /** Told what neither waiting nor knocking cures. */
  readonly onFailure: (failure: unknown) => void;
}

/** Comes in as soon as there is a call; where it has a door, knocks and waits for a word. Tries each call once. */
export function createComing(deps: ComingDeps): Coming {
  const { realtime, groupCalls, calls, conversationId } = deps;
  const waitsFor = createStore<WaitsFor>("call");
  let triedId: CallId | undefined;
  const refused = async (failure: unknown): Promise<void> => {
    const code = failure instanceof CommandError ? failure.code : undefined;
    if (code === "call.refused") waitsFor.set("no");
    else if (code === "call.locked") waitsFor.set("unlocking");
    else if (code === "call.lobby") {
      waitsFor.set("word");
      await realtime.send("lobby.knock", { conversationId });
    } else throw failure;
  };
  const come = (): void => {
    const call = groupCalls.state.get().get(conversationId);
    if (call === undefined) {
      triedId = undefined;
      const mayBegin = ["word", "unlocking"].includes(waitsFor.get());
      if (mayBegin) waitsFor.set("call");
      return;
    }
    if (call.id === triedId) return;
    triedId = call.id;
    calls.join(call, deps.sources()).catch(refused).catch(deps.onFailure);
  };
  const again = (): void => {
    triedId = undefined;
    come();
  };
  const endings = [
    groupCalls.state.subscribe(come),
    realtime.on("lobby.changed", ({ state }) => {
      if (state === "refused") waitsFor.set("no");
      if (state === "admitted") again();
    }),
  ];
  come();
  return {
    ...{ waitsFor, again },
    close: () => {
      for (const end of endings) end();
    },
  };
}
