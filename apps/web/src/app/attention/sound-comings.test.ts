import type { CallSession, CallSnapshot } from "@veche/call-client";
import { createStore } from "@veche/realtime-client";
import { expect, it } from "vitest";
import type { CallPlaceState } from "../../features/call/call-place-state.ts";
import { soundComings } from "./sound-comings.ts";

/** The parts of a snapshot that are looked at here. */
const withOthers = (...names: readonly string[]) => among("group", names);

const among = (kind: "group" | "pair", names: readonly string[]) =>
  ({
    call: { kind },
    state: { kind: "live" },
    others: names.map((name) => ({ participant: { principalId: name } })),
  }) as unknown as CallSnapshot;

function enter() {
  const heard: string[] = [];
  const snapshot = createStore<CallSnapshot>({
    ...withOthers(),
    call: null,
  });
  const session = { snapshot } as unknown as CallSession;
  const state = createStore({
    kind: "here",
    stay: { session },
  } as unknown as CallPlaceState);
  const stop = soundComings({
    calls: { state },
    sounds: {
      cameIn: () => heard.push("in"),
      wentOut: () => heard.push("out"),
    },
  });
  return { heard, snapshot, stop };
}

it("who comes and who goes is heard, not who was there before me", () => {
  const { heard, snapshot, stop } = enter();
  snapshot.set(withOthers("anna"));
  expect(heard).toEqual([]);
  snapshot.set(withOthers("anna", "boris"));
  snapshot.set(withOthers("anna", "boris"));
  snapshot.set(withOthers("boris"));
  stop();
  snapshot.set(withOthers("boris", "vera"));
  expect(heard).toEqual(["in", "out"]);
});

it("a call of two has its own sounds, until more come into it", () => {
  const { heard, snapshot } = enter();
  snapshot.set(among("pair", []));
  snapshot.set(among("pair", ["anna"]));
  expect(heard).toEqual([]);
  snapshot.set(withOthers("anna", "vera"));
  expect(heard).toEqual(["in"]);
});
