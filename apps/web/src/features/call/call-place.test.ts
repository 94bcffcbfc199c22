import type {
  CallCaptions,
  CallFloor,
  CallInk,
  CallSession,
  CallSnapshot,
  DeviceSource,
  LocalMedia,
} from "@veche/call-client";
import type {
  Call,
  CallId,
  CallParticipant,
  CallSeat,
  ConversationId,
  DeviceId,
  JoinId,
  Notice,
  OfferId,
  PrincipalId,
  SendCommand,
} from "@veche/contracts";
import {
  CommandError,
  createStore,
  type LineState,
} from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import { createCallPlace } from "./call-place.ts";

const me = "me" as PrincipalId;
const callId = "call" as CallId;

const seatOf = (change: Partial<CallParticipant>) =>
  ({
    principalId: me,
    state: "joining",
    joinId: null,
    media: { microphone: true, camera: true, screen: false },
    ...change,
  }) as CallParticipant;

const callOf = (seat: CallParticipant, change: Partial<Call> = {}) =>
  ({
    id: callId,
    state: "active",
    media: "video",
    callerId: "customer",
    participants: [seat],
    ...change,
  }) as Call;

/** A tab with a fake session for each stay and a lock another tab may hold. */
function createTestTab({ isLockFree = true, refuse = "" } = {}) {
  const happened: string[] = [];
  const listeners: {
    readonly kind: Notice["type"];
    readonly hear: (notice: Notice) => void;
  }[] = [];
  const line = createStore<LineState>({ kind: "connecting" });
  const stays: { end: (reason: "hung_up" | "elsewhere") => void }[] = [];
  const openStay = () => {
    const joinId = `join ${String(stays.length + 1)}` as JoinId;
    const snapshot = createStore({
      state: { kind: "idle" },
      call: null,
    } as CallSnapshot);
    stays.push({
      end: (reason) =>
        snapshot.set({ ...snapshot.get(), state: { kind: "ended", reason } }),
    });
    const session: Partial<CallSession> = {
      snapshot,
      joinId: () => joinId,
      mediaState: () => ({ microphone: false, camera: false, screen: false }),
      join: async (_, options) => {
        happened.push(options?.takeOver === true ? "take over" : "join");
        if (refuse === "call.elsewhere")
          throw new CommandError({ code: refuse });
      },
      enter: () => happened.push("enter"),
      hangUp: async () => void happened.push("hang up"),
      look: () => undefined,
      rehearse: () => happened.push("rehearse"),
      earlyAnswer: () => undefined,
      close: () => happened.push("close session"),
    };
    const media: Partial<LocalMedia> = {
      turnOn: async (...sources: readonly DeviceSource[]) =>
        void happened.push(`on: ${sources.join()}`),
      close: () => happened.push("close devices"),
    };
    const floor: Partial<CallFloor> = {};
    return {
      session: session as CallSession,
      media: media as LocalMedia,
      floor: floor as CallFloor,
      ink: {} as CallInk,
      captions: {} as CallCaptions,
    };
  };
  const place = createCallPlace({
    principalId: me,
    deviceId: "this" as DeviceId,
    powers: { newId: <Kind>() => "new" as Kind },
    openStay,
    seatLock: {
      take: async (_, { isForced }) => isForced || isLockFree,
      release: () => happened.push("release"),
    },
    realtime: {
      state: line,
      on: (kind, listener) => {
        listeners.push({ kind, hear: listener as (notice: Notice) => void });
        return () => undefined;
      },
      send: (async (name: string) => {
        happened.push(name);
        if (refuse === "call.busy") throw new CommandError({ code: refuse });
        return { call: callOf(seatOf({})) } as CallSeat;
      }) as unknown as SendCommand,
    },
  });
  const tell = (notice: Notice) => {
    for (const { kind, hear } of listeners)
      if (kind === notice.type) hear(notice);
  };
  const hear = (call: Call) => tell({ type: "call.changed", call });
  const isLive = () => line.set({ kind: "live" });
  const isCut = () => line.set({ kind: "connecting" });
  return {
    place,
    tell,
    hear,
    isLive,
    isCut,
    happened,
    stays,
    kind: () => place.state.get().kind,
  };
}

const settled = () =>
  new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));

describe("a tab's place in a call", () => {
  it("is taken again after a reload, with the devices that were on", async () => {
    const { hear, happened, kind } = createTestTab();
    hear(
      callOf(
        seatOf({
          state: "reconnecting",
          media: { microphone: false, camera: true, screen: false },
        }),
      ),
    );
    await settled();
    await settled();
    expect(happened).toEqual(["on: camera", "join"]);
    expect(kind()).toBe("here");
  });

  it("on another device is shown, and opens nothing here", async () => {
    const { hear, happened, kind } = createTestTab();
    hear(callOf(seatOf({ state: "live", deviceId: "phone" as DeviceId })));
    await settled();
    expect([kind(), happened]).toEqual(["elsewhere", []]);
  });

  it("is not taken by a second tab", async () => {
    const { hear, happened, kind } = createTestTab({ isLockFree: false });
    hear(callOf(seatOf({ state: "live" })));
    await settled();
    expect([kind(), happened]).toEqual(["elsewhere", []]);
  });

  it("moves here when it is taken over, and back there when the other window takes it", async () => {
    const { place, hear, isLive, happened, stays, kind } = createTestTab();
    isLive();
    hear(callOf(seatOf({ state: "live" })));
    await place.takeOver();
    expect([kind(), happened.includes("take over")]).toEqual(["here", true]);
    stays[0]?.end("elsewhere");
    expect([kind(), happened.slice(-2)]).toEqual([
      "elsewhere",
      ["close session", "close devices"],
    ]);
  });

  it("shows that another device has the call when the server says so", async () => {
    const { hear, kind } = createTestTab({ refuse: "call.elsewhere" });
    hear(callOf(seatOf({ state: "live" })));
    for (let turn = 0; turn < 4; turn += 1) await settled();
    expect(kind()).toBe("elsewhere");
  });
});

describe("a call of this tab's own", () => {
  it("is not mistaken for another window's while its answer is on the way", async () => {
    const { place, hear, isLive, kind } = createTestTab();
    isLive();
    const prepared = place.prepare(["microphone", "camera"]);
    hear(callOf(seatOf({ joinId: prepared.joinId })));
    expect(kind()).toBe("none");
    prepared.enter({
      call: callOf(seatOf({ joinId: prepared.joinId })),
    } as CallSeat);
    expect(kind()).toBe("here");
  });

  it("that is refused lets the devices go", async () => {
    const { place, happened, kind } = createTestTab({ refuse: "call.busy" });
    await expect(
      place.start("conversation" as ConversationId, "audio"),
    ).rejects.toThrow(CommandError);
    expect(happened).toEqual([
      "on: microphone",
      "call.start",
      "close session",
      "close devices",
    ]);
    expect(kind()).toBe("none");
  });

  it("lets the devices go when it ends", async () => {
    const { place, happened, stays, kind } = createTestTab();
    await place.start("conversation" as ConversationId, "video");
    stays[0]?.end("hung_up");
    expect(happened.slice(-3)).toEqual([
      "release",
      "close session",
      "close devices",
    ]);
    expect(kind()).toBe("none");
  });
});

describe("a ring inside a session", () => {
  const ringing = callOf(seatOf({ state: "invited" }), { state: "ringing" });

  it("is answered with the devices the call is for", async () => {
    const { place, hear, isLive, happened, kind } = createTestTab();
    isLive();
    hear(ringing);
    expect(kind()).toBe("ringing");
    await place.answer();
    expect([kind(), happened]).toEqual([
      "here",
      ["on: microphone,camera", "join"],
    ]);
  });

  it("stops at once when it is declined, and when the caller gives up", async () => {
    const { place, hear, isLive, happened, kind } = createTestTab();
    isLive();
    hear(ringing);
    await place.decline();
    expect([kind(), happened]).toEqual(["none", ["call.decline"]]);
    hear(ringing);
    hear({ ...ringing, state: "ended" });
    expect(kind()).toBe("none");
  });
});

describe("the ring of a group's call", () => {
  const ring = (id: string, ringing: readonly PrincipalId[] = [me]) =>
    callOf(seatOf({ principalId: "boris" as PrincipalId, state: "live" }), {
      id: id as CallId,
      kind: "group",
      callerId: "boris" as PrincipalId,
      ringing: [...ringing],
    });
  const shown = ({ place }: ReturnType<typeof createTestTab>) => {
    const state = place.state.get();
    return state.kind === "ringing" ? state.call.id : state.kind;
  };

  it("shows the next one when the first stops", () => {
    const tab = createTestTab();
    tab.isLive();
    tab.hear(ring("first"));
    tab.hear(ring("second"));
    expect(shown(tab)).toBe("first");
    tab.hear(ring("first", []));
    expect(shown(tab)).toBe("second");
    tab.hear(ring("second", []));
    expect(shown(tab)).toBe("none");
  });

  it("does not come back while its refusal is on the way, and is asked again later", async () => {
    const tab = createTestTab();
    tab.isLive();
    tab.hear(ring("first"));
    const declined = tab.place.decline();
    tab.hear(ring("first"));
    expect(shown(tab)).toBe("none");
    await declined;
    tab.hear(ring("first"));
    expect(shown(tab)).toBe("first");
  });

  it("is shown no more to who stands before the door of its call", () => {
    const tab = createTestTab();
    tab.isLive();
    tab.hear(ring("first"));
    const state = tab.place.state.get();
    if (state.kind === "ringing") tab.place.hush(state.call.conversationId);
    tab.hear(ring("first"));
    expect([shown(tab), tab.happened]).toEqual(["none", []]);
    tab.hear(ring("second"));
    expect(shown(tab)).toBe("second");
  });

  it("is silent on a cut line: what still rings is told again", () => {
    const tab = createTestTab();
    tab.isLive();
    tab.hear(ring("first"));
    tab.isCut();
    expect(shown(tab)).toBe("none");
  });
});

describe("a call made ready while it rings", () => {
  const prepared = {
    type: "call.prepared",
    callId,
    fromJoinId: "caller" as JoinId,
    signal: {
      kind: "description",
      type: "offer",
      sdp: "offer",
      screenMids: [],
    },
    ice: { iceServers: [], expiresAt: "2026-03-02T10:00:00.000Z" },
  } satisfies Notice;

  it("is answered with the stay that was rehearsed, whose devices open then", () => {
    const { place, tell, happened, stays } = createTestTab();
    tell(prepared);
    expect(happened).toEqual(["rehearse"]);
    place.prepare(["microphone", "camera"]);
    expect(happened).toEqual(["rehearse", "on: microphone,camera"]);
    expect(stays).toHaveLength(1);
  });

  it("is let go when the ring is over", () => {
    const { tell, happened } = createTestTab();
    tell(prepared);
    tell({
      type: "offer.closed",
      offerId: "offer" as OfferId,
      outcome: "timed_out",
    });
    expect(happened).toEqual(["rehearse", "close session", "close devices"]);
  });
});
