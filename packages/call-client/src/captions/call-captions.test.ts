import type { Call, CallId, Notice, PrincipalId } from "@veche/contracts";
import { beforeEach, expect, it } from "vitest";
import { VirtualTime } from "../../tests/virtual-time.ts";
import type { CallSnapshot } from "../call-snapshot.ts";
import { Store } from "../store.ts";
import { createCallCaptions, type CallCaptions } from "./call-captions.ts";

const callId = "call" as CallId;
const boris = "boris" as PrincipalId;

let time: VirtualTime;
let captions: CallCaptions;
let snapshot: Store<CallSnapshot>;
let tell: (notice: Notice) => void;

// The rest of a snapshot is not looked at.
const inCall = (kind: "live" | "ended") =>
  ({ state: { kind }, call: { id: callId } as Call }) as CallSnapshot;
const heard = (captionId: number, text: string, of = callId) =>
  tell({
    ...{ type: "floor.captioned", callId: of, principalId: boris },
    caption: { captionId, text, isFinal: text.endsWith(".") },
  });
const words = () => captions.state.get().map(({ text }) => text);

beforeEach(() => {
  time = new VirtualTime();
  snapshot = new Store(inCall("live"));
  const listeners = new Map<string, (notice: never) => void>();
  tell = (notice) => listeners.get(notice.type)?.(notice as never);
  captions = createCallCaptions({
    signalling: {
      on: (kind, listener) => {
        listeners.set(kind, listener);
        return () => listeners.delete(kind);
      },
    },
    session: { snapshot },
    powers: time.powers,
  });
});

it("words become better while they are heard, and are gone when they were read", async () => {
  heard(1, "Good");
  heard(1, "Good morning.");
  expect(words()).toEqual(["Good morning."]);
  await time.pass(5_000);
  heard(2, "How are");
  await time.pass(3_000);
  expect(words()).toEqual(["How are"]);
  await time.pass(4_000);
  expect(words()).toEqual([]);
});

it("four lines are shown at once; those of another call are not", () => {
  for (let id = 1; id <= 5; id += 1) heard(id, String(id));
  heard(6, "elsewhere", "other" as CallId);
  expect(words()).toEqual(["2", "3", "4", "5"]);
});

it("nothing is left of them when the stay is over", () => {
  heard(1, "Good morning.");
  snapshot.set(inCall("ended"));
  expect(words()).toEqual([]);
  heard(2, "Hello.");
  expect(words()).toEqual([]);
});
