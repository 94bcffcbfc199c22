import type {
  Call,
  CallId,
  ConversationId,
  LobbyState,
  NoticeOf,
  SendCommand,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type LineState,
} from "@veche/realtime-client";
import { expect, it } from "vitest";
import type { CallPlaceState } from "../call-place-state.ts";
import { createEntrance } from "./entrance.ts";

const conversationId = "talk" as ConversationId;
// What is looked at of a call here.
const call = { id: "call" as CallId, conversationId } as Call;

/** A door whose refusals are given one after the other; nothing: one is in. */
function atTheDoor(...refusals: readonly (string | undefined)[]) {
  const calls = createStore<ReadonlyMap<ConversationId, Call>>(new Map());
  const line = createStore<LineState>({ kind: "live" });
  const happened: string[] = [];
  const failures: unknown[] = [];
  let tell = (_: NoticeOf<"lobby.changed">): void => undefined;
  let tries = 0;
  const come = async (word: string) => {
    happened.push(word);
    const code = refusals[tries];
    tries += 1;
    // The codes of the test are of the registry.
    if (code !== undefined)
      throw new CommandError({ code: code as "call.lobby" });
  };
  const entrance = createEntrance({
    groupCalls: { state: calls },
    calls: {
      state: createStore<CallPlaceState>({ kind: "ringing", call }),
      join: () => come("join"),
      start: () => come("start"),
      answer: () => come("answer"),
      hush: (id) => happened.push(`hush: ${id}`),
    },
    onFailure: (failure) => failures.push(failure),
    realtime: {
      state: line,
      on: (_kind, listener) => {
        // Only the lobby is listened to.
        tell = listener as typeof tell;
        return () => undefined;
      },
      send: (async (name: string) => {
        happened.push(name);
        return { state: "waiting" };
      }) as unknown as SendCommand,
    },
  });
  const word = (state: LobbyState | null) =>
    tell({ type: "lobby.changed", conversationId, callId: null, state });
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { ...{ entrance, calls, line, happened, failures, word, settled } };
}

it("whoever meets a lobby knocks, waits and comes in at the word", async () => {
  const { entrance, calls, happened, word, settled } = atTheDoor("call.lobby");
  calls.set(new Map([[conversationId, call]]));
  await entrance.join(call);
  expect(happened).toEqual(["join", "hush: talk", "lobby.knock"]);
  expect(entrance.state.get()).toEqual({ kind: "waiting", conversationId });
  word("admitted");
  await settled();
  expect(happened.at(-1)).toBe("join");
  expect(entrance.state.get()).toEqual({ kind: "nowhere" });
});

it("whoever is early waits until the call is begun and they are let in", async () => {
  const { entrance, calls, happened, word, settled } = atTheDoor("call.lobby");
  await entrance.start(conversationId, "video");
  word("admitted");
  expect(happened).toEqual(["start", "hush: talk", "lobby.knock"]);
  calls.set(new Map([[conversationId, call]]));
  await settled();
  expect(happened.at(-1)).toBe("join");
});

it("whoever answers a ring and meets a lobby waits, and hears it no more", async () => {
  const { entrance, happened } = atTheDoor("call.lobby");
  await entrance.answer();
  expect(happened).toEqual(["answer", "hush: talk", "lobby.knock"]);
  expect(entrance.state.get()).toEqual({ kind: "waiting", conversationId });
});

it("whoever is refused is told so, and may be let in after all", async () => {
  const { entrance, calls, happened, word, settled } = atTheDoor("call.lobby");
  calls.set(new Map([[conversationId, call]]));
  await entrance.join(call);
  word("refused");
  expect(entrance.state.get().kind).toBe("refused");
  word("admitted");
  await settled();
  expect(happened.at(-1)).toBe("join");
});

it("whoever was shown out is told at the door", async () => {
  const { entrance } = atTheDoor("call.refused");
  await entrance.join(call);
  expect(entrance.state.get().kind).toBe("refused");
});

it("whoever waits no longer says so; with the end of the call nobody waits", async () => {
  const { entrance, happened, word } = atTheDoor("call.lobby", "call.lobby");
  await entrance.join(call);
  await entrance.leave();
  expect(happened.at(-1)).toBe("lobby.leave");
  await entrance.join(call);
  word(null);
  expect(entrance.state.get()).toEqual({ kind: "nowhere" });
});

it("after a cut line they knock again", async () => {
  const { entrance, line, happened, settled } = atTheDoor("call.lobby");
  await entrance.join(call);
  line.set({ kind: "connecting" });
  line.set({ kind: "live" });
  await settled();
  expect(happened).toEqual([
    "join",
    "hush: talk",
    "lobby.knock",
    "lobby.knock",
  ]);
});

it("any other refusal is the asker's", async () => {
  const { entrance } = atTheDoor("call.locked");
  await expect(entrance.join(call)).rejects.toThrow(CommandError);
  expect(entrance.state.get()).toEqual({ kind: "nowhere" });
});
