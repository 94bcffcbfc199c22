import type {
  Call,
  CallId,
  Notice,
  NoticeOf,
  PicturePoint,
  Pointing,
  PrincipalId,
  SendCommand,
} from "@veche/contracts";
import { beforeEach, expect, it } from "vitest";
import { VirtualTime } from "../../tests/virtual-time.ts";
import type { CallSnapshot } from "../call-snapshot.ts";
import { Store } from "../store.ts";
import type { CallInk, Ink } from "./call-ink.ts";
import { createCallInk } from "./create-call-ink.ts";

const me = "me" as PrincipalId;
const boris = "boris" as PrincipalId;
const callId = "call" as CallId;

let time: VirtualTime;
let ink: CallInk;
let snapshot: Store<CallSnapshot>;
let said: Pointing[];
let refused: boolean;
let tell: (notice: Notice) => void;

const participant = (
  principalId: PrincipalId,
  media: { readonly screen: boolean },
) => ({ principalId, state: "live", media });
// The rest of a snapshot is not looked at.
const inCall = (who: { readonly isBorisShowing: boolean }, kind = "live") =>
  ({
    state: { kind },
    call: {
      id: callId,
      participants: [
        participant(boris, { screen: who.isBorisShowing }),
        participant(me, { screen: true }),
      ],
    } as unknown as Call,
  }) as CallSnapshot;
const pointed = (
  pointing: Pointing,
  more: Partial<NoticeOf<"floor.pointed">> = {},
) =>
  tell({
    type: "floor.pointed",
    ...{ callId, principalId: boris, ownerId: boris, pointing, ...more },
  });
const line = (strokeId: number, ...points: PicturePoint[]): Pointing => ({
  ...{ kind: "line", strokeId, points },
});
const over = (ownerId: PrincipalId): Ink =>
  ink.state.get().get(ownerId) ?? { strokes: [], pointers: [] };
const lines = (ownerId = boris) =>
  over(ownerId).strokes.map(({ principalId, points }) => [principalId, points]);

beforeEach(() => {
  time = new VirtualTime();
  said = [];
  refused = false;
  const listeners = new Map<string, (notice: never) => void>();
  tell = (notice) => listeners.get(notice.type)?.(notice as never);
  snapshot = new Store(inCall({ isBorisShowing: true }));
  ink = createCallInk({
    signalling: {
      on: (kind, listener) => {
        listeners.set(kind, listener);
        return () => listeners.delete(kind);
      },
      send: (async (_: string, params: { pointing: Pointing }) => {
        said.push(params.pointing);
        if (refused) throw new Error("refused");
        return {};
      }) as unknown as SendCommand,
    },
    principalId: me,
    session: { snapshot },
    powers: time.powers,
  });
});

it("a moving pointer is told twenty times a second, each time where it is now", async () => {
  ink.point(boris, [0.1, 0.1]);
  ink.point(boris, [0.2, 0.1]);
  ink.point(boris, [0.3, 0.1]);
  expect(said).toEqual([]);
  await time.pass(50);
  expect(said).toEqual([{ kind: "at", point: [0.3, 0.1] }]);
  ink.point(boris, [0.4, 0.1]);
  ink.point(boris, null);
  await time.pass(50);
  expect(said.slice(1)).toEqual([{ kind: "gone" }]);
});

it("a line is seen here at once, and told whole, its points together", async () => {
  const stroke = ink.draw(boris, [0, 0]);
  for (let step = 1; step <= 80; step += 1) stroke.add([step / 80, 0]);
  expect(lines()[0]?.[1]).toHaveLength(81);
  expect(over(boris).pointers).toEqual([]);
  await time.pass(50);
  expect(said.map((one) => one.kind === "line" && one.points.length)).toEqual([
    64, 17,
  ]);
});

it("two lines are two, however quickly they are drawn", async () => {
  ink.draw(boris, [0, 0]);
  ink.draw(boris, [1, 1]);
  await time.pass(50);
  const names = said.map((one) => one.kind === "line" && one.strokeId);
  expect(new Set(names).size).toBe(2);
  expect(lines()).toHaveLength(2);
});

it("what others draw goes on as one line with their pointer at its end, which fades when it rests", async () => {
  pointed(line(7, [0, 0], [0.5, 0]));
  pointed(line(7, [1, 0]));
  expect(lines()).toEqual([
    [
      boris,
      [
        [0, 0],
        [0.5, 0],
        [1, 0],
      ],
    ],
  ]);
  expect(over(boris).pointers).toEqual([{ principalId: boris, point: [1, 0] }]);
  await time.pass(2_000);
  pointed({ kind: "at", point: [0.2, 0.2] });
  await time.pass(2_000);
  expect(over(boris).pointers).toHaveLength(1);
  await time.pass(1_000);
  expect(over(boris).pointers).toEqual([]);
  expect(lines()).toHaveLength(1);
});

it("one takes away what is theirs, whoever shows the screen everything; a refusal changes nothing", async () => {
  pointed(line(1, [0, 0]));
  ink.draw(boris, [1, 1]);
  refused = true;
  await expect(ink.wipe(boris, "everybody")).rejects.toThrow("refused");
  expect(lines()).toHaveLength(2);
  refused = false;
  await ink.wipe(boris, "mine");
  expect(lines()).toEqual([[boris, [[0, 0]]]]);
  // Nothing that waited comes after it.
  expect(said.at(-1)).toEqual({ kind: "wiped", whose: "mine" });
  await time.pass(50);
  expect(said.at(-1)).toEqual({ kind: "wiped", whose: "mine" });
  pointed({ kind: "wiped", whose: "everybody" });
  expect(lines()).toEqual([]);
});

it("what is drawn over a screen is gone when it is not shown any more; other screens keep theirs", () => {
  pointed(line(1, [0, 0]));
  pointed(line(1, [0, 0]), { ownerId: me });
  snapshot.set(inCall({ isBorisShowing: false }));
  expect(lines()).toEqual([]);
  expect(lines(me)).toHaveLength(1);
  snapshot.set(inCall({ isBorisShowing: true }, "ended"));
  expect(ink.state.get().size).toBe(0);
});

it("another call's notices and echoes of my own are passed over", () => {
  pointed(line(1, [0, 0]), { callId: "other" as CallId });
  pointed(line(1, [0, 0]), { principalId: me });
  expect(ink.state.get().size).toBe(0);
});

it("a screen takes two hundred lines: the oldest makes room", () => {
  for (let id = 0; id <= 200; id += 1) pointed(line(id, [0, 0]));
  expect(over(boris).strokes).toHaveLength(200);
  expect(over(boris).strokes[0]?.key).toBe("boris 1");
});
