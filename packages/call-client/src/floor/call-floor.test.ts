import type {
  Call,
  CallId,
  Floor,
  Notice,
  PrincipalId,
  SendCommand,
} from "@veche/contracts";
import { beforeEach, expect, it } from "vitest";
import { FakePlatform } from "../../tests/fake-devices.ts";
import { settle, VirtualTime } from "../../tests/virtual-time.ts";
import type { CallSnapshot } from "../call-snapshot.ts";
import { createLocalMedia } from "../create-local-media.ts";
import type { LocalMedia } from "../local-media.ts";
import { Store } from "../store.ts";
import type { CallFloor } from "./call-floor.ts";
import { createCallFloor } from "./create-call-floor.ts";

const me = "me" as PrincipalId;
const boris = "boris" as PrincipalId;
const callId = "call" as CallId;

let time: VirtualTime;
let media: LocalMedia;
let floor: CallFloor;
let snapshot: Store<CallSnapshot>;
let said: { readonly name: string; readonly params: unknown }[];
let tell: (notice: Notice) => void;

// The rest of a snapshot is not looked at.
const inCall = (kind: "live" | "ended") =>
  ({ state: { kind }, call: { id: callId } as Call }) as CallSnapshot;
const floorOf = (change: Partial<Floor> = {}): Floor => ({
  callId,
  conversationId: "conversation" as Floor["conversationId"],
  ...{ moderatorIds: [boris], presenterIds: null },
  ...{ isLocked: false, hasLobby: false },
  ...{ drawing: "everyone", spotlightId: null, hands: [], silences: [] },
  ...{ lobby: [], revision: 1, ...change },
});
const silenced = (...sources: Floor["silences"][number]["sources"]) =>
  floorOf({ silences: [{ principalId: me, sources }], revision: 2 });
const told = (change: Floor) => tell({ type: "floor.changed", floor: change });
const isOn = (source: "camera" | "microphone" | "screen") =>
  media.state.get()[source].kind === "on";

beforeEach(async () => {
  time = new VirtualTime();
  media = createLocalMedia({ platform: new FakePlatform() });
  said = [];
  const listeners = new Map<string, (notice: never) => void>();
  tell = (notice) => listeners.get(notice.type)?.(notice as never);
  snapshot = new Store(inCall("live"));
  floor = createCallFloor({
    signalling: {
      on: (kind, listener) => {
        listeners.set(kind, listener);
        return () => listeners.delete(kind);
      },
      send: (async (name: string, params: unknown) => {
        said.push({ name, params });
        return {};
      }) as unknown as SendCommand,
    },
    principalId: me,
    session: { snapshot },
    media,
    powers: time.powers,
  });
  await media.turnOn("microphone", "camera");
});

it("who is silenced puts it out, tells the server once, and is told in words", async () => {
  told(silenced("microphone"));
  told({ ...silenced("microphone"), revision: 3 });
  await settle();
  expect([isOn("microphone"), isOn("camera")]).toEqual([false, true]);
  expect(said).toEqual([
    { name: "floor.silenced", params: { callId, sources: ["microphone"] } },
  ]);
  expect(floor.state.get().order).toEqual({
    kind: "silenced",
    sources: ["microphone"],
  });
  await media.turnOn("microphone");
  expect(floor.state.get().order).toBeNull();
});

it("what was off already is obeyed without words", async () => {
  media.turnOff("camera");
  told(silenced("camera", "screen"));
  await settle();
  expect(said).toHaveLength(1);
  expect(floor.state.get().order).toBeNull();
});

it("a question puts nothing on; it is gone when they do it themselves", async () => {
  media.turnOff("microphone");
  const asked = { type: "floor.asked", callId, byName: "Boris" } as const;
  tell({ ...asked, source: "microphone" });
  await settle();
  expect(isOn("microphone")).toBe(false);
  expect(floor.state.get().order).toEqual({
    kind: "asked",
    source: "microphone",
    byName: "Boris",
  });
  await media.turnOn("microphone");
  expect(floor.state.get().order).toBeNull();
  tell({ ...asked, source: "camera" });
  expect(floor.state.get().order).toBeNull();
});

it("an order told before the seat, an older one and that of another call", () => {
  snapshot.set({ ...inCall("live"), call: null });
  told(floorOf({ revision: 5, isLocked: true }));
  expect(floor.state.get().floor).toBeNull();
  snapshot.set(inCall("live"));
  expect(floor.state.get().floor?.isLocked).toBe(true);
  told(floorOf({ revision: 4 }));
  told(floorOf({ callId: "other" as CallId, revision: 9 }));
  expect(floor.state.get().floor?.isLocked).toBe(true);
});

it("a reaction is shown for a moment, the newest of each", async () => {
  const reacted = { type: "floor.reacted", callId } as const;
  tell({ ...reacted, principalId: boris, reaction: "👏" });
  await time.pass(2_000);
  tell({ ...reacted, principalId: boris, reaction: "🎉" });
  const shown = () => floor.state.get().reactions.map((one) => one.reaction);
  expect(shown()).toEqual(["🎉"]);
  await time.pass(3_000);
  expect(shown()).toEqual(["🎉"]);
  await time.pass(1_000);
  expect(shown()).toEqual([]);
});

it("nothing is obeyed any more when the stay is over", async () => {
  snapshot.set(inCall("ended"));
  told(silenced("microphone"));
  await settle();
  expect(isOn("microphone")).toBe(true);
  expect(said).toEqual([]);
});
