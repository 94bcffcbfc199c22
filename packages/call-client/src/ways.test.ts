import { beforeEach, describe, expect, it } from "vitest";
import type {
  Call,
  CallId,
  CallParticipant,
  JoinId,
  NoticeOf,
  PrincipalId,
  RoomId,
  SendCommand,
} from "@veche/contracts";
import { FakePlatform } from "../tests/fake-devices.ts";
import type { FakePeerConnection } from "../tests/fake-peer-connection.ts";
import { settle, VirtualTime } from "../tests/virtual-time.ts";
import {
  createCallSession,
  createLocalMedia,
  type CallSession,
} from "./index.ts";
import type { Signalling } from "./signalling.ts";

const me = "me" as PrincipalId;
const callId = "call" as CallId;
const ice = { iceServers: [], expiresAt: "2026-03-02T10:00:00.000Z" };
const seated = (name: string): CallParticipant => ({
  principalId: name as PrincipalId,
  kind: "user",
  name,
  state: "live",
  joinId: `${name}'s` as JoinId,
  deviceId: null,
  isPolite: name === "me",
  media: { microphone: false, camera: true, screen: false },
  heldUntil: null,
});

let time: VirtualTime;
let platform: FakePlatform;
let session: CallSession;
let revision: number;
let listeners: Map<string, (notice: never) => void>;
let said: string[];

const callOf = (
  names: readonly string[],
  room: string | null = null,
): Call => ({
  id: callId,
  conversationId: "conversation" as Call["conversationId"],
  requestId: null,
  media: "video",
  kind: "group",
  topology: room === null ? "p2p" : "sfu",
  // A readable name stands in for the identifier's UUID.
  roomId: room as RoomId | null,
  state: "active",
  callerId: me,
  participants: ["me", ...names].map((name) =>
    name === "me"
      ? { ...seated(name), joinId: session.joinId() }
      : seated(name),
  ),
  createdAt: "2026-03-02T10:00:00.000Z",
  liveAt: null,
  endedAt: null,
  endReason: null,
  revision: (revision += 1),
});
const told = async (call: Call): Promise<void> => {
  listeners.get("call.changed")?.({ type: "call.changed", call } as never);
  await settle();
};
/** The room sends the picture of each of these. */
const offered = async (
  roomId: string,
  ...names: readonly string[]
): Promise<void> => {
  const mids = names.map((name) => `v ${name}`);
  const notice = {
    type: "call.offered",
    callId,
    joinId: session.joinId(),
    roomId,
    sdp: JSON.stringify({
      ice: "s",
      lines: mids.map((mid) => ({ mid, kind: "video" })),
    }),
    lines: names.map((name, place) => ({
      mid: mids[place],
      joinId: `${name}'s`,
      source: "camera",
    })),
  } as NoticeOf<"call.offered">;
  listeners.get("call.offered")?.(notice as never);
  await settle();
};
const streamOf = (name: string) =>
  session.snapshot
    .get()
    .others.find(({ participant }) => participant.name === name)?.stream;
const connections = (): readonly FakePeerConnection[] => platform.connections;
const open = () =>
  connections().filter(({ connectionState }) => connectionState !== "closed");
const decodes = (connection: FakePeerConnection, name: string): void => {
  connection.stats = [
    ...connection.stats,
    { id: name, type: "inbound-rtp", mid: `v ${name}`, framesDecoded: 3 },
  ];
};

beforeEach(() => {
  time = new VirtualTime();
  platform = new FakePlatform();
  revision = 0;
  said = [];
  listeners = new Map();
  const send = async (name: string, params: { sdp: string }) => {
    said.push(name);
    return name === "call.publish" ? { sdp: params.sdp } : {};
  };
  const signalling: Signalling = {
    send: send as unknown as SendCommand,
    on: (kind, listener) => {
      const before = listeners.get(kind);
      listeners.set(kind, (notice) => {
        before?.(notice);
        listener(notice);
      });
      return () => undefined;
    },
    hurry: () => () => undefined,
    state: { get: () => ({ kind: "live" }), subscribe: () => () => undefined },
  };
  session = createCallSession({
    signalling,
    principalId: me,
    media: createLocalMedia({ platform }),
    platform,
    powers: time.powers,
  });
});

/** Anna and I see each other, from browser to browser. */
const talkOfTwo = async (): Promise<FakePeerConnection> => {
  session.enter({ call: callOf(["anna"]), ice });
  await settle();
  const [direct] = connections();
  if (direct === undefined) throw new Error("nothing was connected");
  // The other side's answer: the same lines.
  const sdp = direct.localDescription?.sdp ?? "";
  listeners.get("call.signalled")?.({
    type: "call.signalled",
    callId,
    fromJoinId: "anna's",
    toJoinId: session.joinId(),
    signal: { kind: "description", type: "answer", sdp, screenMids: [] },
  } as never);
  await settle();
  direct.become("connected");
  await settle();
  return direct;
};

describe("from two to three", () => {
  it("the old way stays until everything of the other has come by the room, and a moment longer", async () => {
    const direct = await talkOfTwo();
    const before = streamOf("anna");
    expect(before).not.toBeNull();

    await told(callOf(["anna", "boris"], "room"));
    const [, sending] = connections();
    sending?.become("connected");
    await offered("room", "anna", "boris");
    const receiving = connections().at(-1)!;
    receiving.become("connected");
    await time.pass(200);
    expect(streamOf("anna")).toBe(before);
    expect(streamOf("boris")).not.toBeNull();

    decodes(receiving, "anna");
    await time.pass(100);
    expect(streamOf("anna")).not.toBe(before);
    expect(open()).toContain(direct);
    expect(session.snapshot.get().state.kind).toBe("live");
    await time.pass(3_000);
    expect(open()).toEqual([sending, receiving]);
    expect(session.snapshot.get().state.kind).toBe("live");
  });

  it("the two go on as they are while the room does not come", async () => {
    const direct = await talkOfTwo();
    const before = streamOf("anna");
    await told(callOf(["anna", "boris"], "room"));
    await time.pass(8_000);
    expect(streamOf("anna")).toBe(before);
    expect(open()).toContain(direct);
  });
});

describe("in a room", () => {
  it("the server is told how I show the others, once things rest, and again in another room", async () => {
    session.enter({ call: callOf(["anna", "boris"], "room"), ice });
    await settle();
    const look = {
      pictures: [
        { joinId: "anna's" as JoinId, source: "camera" as const, height: 180 },
      ],
      pinned: [],
    };
    session.look({ ...look, pictures: [] });
    session.look(look);
    await time.pass(300);
    session.look(look);
    await time.pass(300);
    const looks = () => said.filter((name) => name === "call.look").length;
    expect(looks()).toBe(1);
    await told(callOf(["anna", "boris"], "another room"));
    connections().at(-1)?.become("connected");
    await offered("another room", "anna");
    expect(looks()).toBe(2);
  });

  it("whoever comes as the third connects to the room alone", async () => {
    session.enter({ call: callOf(["anna", "boris"], "room"), ice });
    await settle();
    expect(said.filter((name) => name === "call.publish")).toHaveLength(1);
    expect(connections()).toHaveLength(1);
  });

  it("another room means another connection, and a picture that goes on keeps its stream", async () => {
    session.enter({ call: callOf(["anna", "boris"], "room"), ice });
    await settle();
    await offered("room", "anna");
    const annas = streamOf("anna");
    await offered("room", "anna", "boris");
    expect(streamOf("anna")).toBe(annas);

    await told(callOf(["anna", "boris"], "another"));
    await offered("room", "boris");
    expect(said.filter((name) => name === "call.publish")).toHaveLength(2);
    await offered("another", "anna");
    expect(streamOf("anna")).not.toBe(annas);
  });

  it("leaving says so and lets everything go", async () => {
    session.enter({ call: callOf(["anna", "boris"], "room"), ice });
    await settle();
    await session.leave();
    expect(said.at(-1)).toBe("call.leave");
    expect(open()).toEqual([]);
    expect(session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "hung_up",
    });
  });

  it("whoever is shown out is out at once, and knows that it was not their doing", async () => {
    session.enter({ call: callOf(["anna", "boris"], "room"), ice });
    await settle();
    const call = callOf(["anna", "boris"], "room");
    const participants = call.participants.map((one) =>
      one.principalId === me
        ? { ...one, state: "left" as const, joinId: null }
        : one,
    );
    await told({ ...call, participants });
    expect(open()).toEqual([]);
    expect(session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "removed",
    });
  });
});
