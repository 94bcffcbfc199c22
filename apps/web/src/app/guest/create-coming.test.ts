import type { Call, CallId, ConversationId, NoticeOf } from "@veche/contracts";
import { CommandError, createStore } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { createComing, type ComingDeps } from "./create-coming.ts";

const conversationId = "talk" as ConversationId;
const going = (id: string) =>
  // What is looked at of a call here.
  new Map([[conversationId, { id: id as CallId } as Call]]);

/** A door whose answers are given one after the other: the code of a refusal, or nothing. */
function atTheDoor(...answers: readonly (string | undefined)[]) {
  const state = createStore<ReadonlyMap<ConversationId, Call>>(new Map());
  const joined: string[] = [];
  const said: string[] = [];
  const failures: unknown[] = [];
  let tell = (_: NoticeOf<"lobby.changed">): void => undefined;
  const deps: ComingDeps = {
    conversationId,
    groupCalls: { state },
    sources: () => ["microphone"],
    onFailure: (failure) => failures.push(failure),
    calls: {
      join: async (call, sources) => {
        const code = answers[joined.length];
        joined.push(`${call.id} ${String(sources)}`);
        // The codes of the test are of the registry.
        if (code !== undefined)
          throw new CommandError({ code: code as "call.lobby" });
      },
    },
    realtime: {
      on: (_kind, listener) => {
        // Only the lobby is listened to.
        tell = listener as typeof tell;
        return () => undefined;
      },
      send: async (name) => {
        said.push(name);
        // Nobody looks at the answer.
        return {} as never;
      },
    },
  };
  const coming = createComing(deps);
  const word = (state_: "admitted" | "refused") =>
    tell({
      type: "lobby.changed",
      conversationId,
      callId: null,
      state: state_,
    });
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { ...{ coming, state, joined, said, failures, word, settled } };
}

it("a guest comes in by themselves when the call begins, once, with the devices that are on", async () => {
  const door = atTheDoor();
  expect(door.joined).toEqual([]);
  door.state.set(going("a"));
  door.state.set(going("a"));
  await door.settled();
  expect(door.joined).toEqual(["a microphone"]);
  expect(door.coming.waitsFor.get()).toBe("call");
});

it("a guest before a locked call waits, and tries again when they wish", async () => {
  const door = atTheDoor("call.locked");
  door.state.set(going("a"));
  await door.settled();
  expect(door.coming.waitsFor.get()).toBe("unlocking");
  expect(door.failures).toEqual([]);
  door.coming.again();
  await door.settled();
  expect(door.joined).toHaveLength(2);
});

it("a guest knocks where there is a lobby, and comes in at the word", async () => {
  const door = atTheDoor("call.lobby");
  door.state.set(going("a"));
  await door.settled();
  expect(door.said).toEqual(["lobby.knock"]);
  expect(door.coming.waitsFor.get()).toBe("word");
  door.word("admitted");
  await door.settled();
  expect(door.joined).toHaveLength(2);
});

it("a guest who is refused is told so, and any other failure too", async () => {
  const door = atTheDoor("call.lobby", "call.full");
  door.state.set(going("a"));
  await door.settled();
  door.word("refused");
  expect(door.coming.waitsFor.get()).toBe("no");
  door.state.set(going("b"));
  await door.settled();
  expect(door.failures).toHaveLength(1);
});
