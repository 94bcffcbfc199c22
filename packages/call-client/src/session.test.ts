import { beforeEach, describe, expect, test } from "vitest";
import type { CommandParams, JoinId, PrincipalId } from "@veche/contracts";
import {
  bothJoin,
  bothLive,
  callId,
  connection,
  createPair,
  customerId,
  operatorId,
  type Side,
} from "../tests/pair.ts";
import { settle } from "../tests/virtual-time.ts";

let { time, room, customer, operator, sit } = createPair();
beforeEach(() => {
  ({ time, room, customer, operator, sit } = createPair());
});

/** The page goes and comes: nothing of the old one says a word more. */
const reload = (side: Side, principalId: PrincipalId): Side => {
  side.line.cut();
  side.session.close();
  return sit(principalId);
};

const blank = {
  kind: "candidate",
  candidate: "",
  sdpMid: null,
  sdpMLineIndex: null,
  usernameFragment: null,
} as const;

const state = ({ session }: Side): string => session.snapshot.get().state.kind;

test("what was rehearsed while it rang is said with the answer, on the same connection", async () => {
  await customer.media.turnOn("microphone", "camera");
  await customer.session.join(callId);
  await settle();
  const early = customer.line.said.find(({ name }) => name === "call.prepare");
  const { joinId, signal } = early?.params as CommandParams<"call.prepare">;
  operator.session.rehearse({
    type: "call.prepared",
    callId,
    fromJoinId: joinId,
    signal,
    ice: { iceServers: [], expiresAt: "2026-03-02T10:00:00.000Z" },
  });
  await settle();
  expect(operator.line.said).toEqual([]);
  expect(operator.session.earlyAnswer()).toMatchObject({
    toJoinId: joinId,
    signals: [{ kind: "description", type: "answer" }],
  });
  await operator.session.join(callId);
  await settle();
  for (const side of [customer, operator]) connection(side).become("connected");
  await settle();
  expect([state(customer), state(operator)]).toEqual(["live", "live"]);
  expect(operator.platform.connections).toHaveLength(1);
});

describe("setting up", () => {
  test("cameras begin small, so that a first picture is there at once, and are whole a second later", async () => {
    await bothLive({ customer, operator });
    const scales = () =>
      [customer, operator].map((side) => connection(side).scales());
    expect(scales()).toEqual([
      [2, 1],
      [2, 1],
    ]);
    await time.pass(1_000);
    expect(scales()).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test("the waiting customer has an offer ready and says it the moment the operator sits down", async () => {
    await customer.session.join(callId);
    await settle();
    expect(state(customer)).toBe("connecting");
    expect(connection(customer).signalingState).toBe("have-local-offer");
    connection(customer).find("found while waiting");
    expect(customer.line.count("call.signal")).toBe(0);
    await operator.session.join(callId);
    await settle();
    expect(customer.line.count("call.signal")).toBe(1);
    expect(
      [connection(customer), connection(operator)].map(
        ({ signalingState }) => signalingState,
      ),
    ).toEqual(["stable", "stable"]);
  });

  test("both are live once their connections are, and the server is told", async () => {
    await bothLive({ customer, operator });
    expect([state(customer), state(operator)]).toEqual(["live", "live"]);
    expect(room.call()).toMatchObject({ state: "active" });
    expect(room.call().participants.map(({ state: seat }) => seat)).toEqual([
      "live",
      "live",
    ]);
  });

  test("four lines are there from the first offer; a screen later needs no negotiation (B4)", async () => {
    await bothLive({ customer, operator });
    const before = customer.line.count("call.signal");
    await customer.media.startScreen();
    await operator.media.startScreen();
    await settle();
    expect(connection(customer).sending()).toEqual([
      "audio",
      "video",
      "screen",
      "screen sound",
    ]);
    expect(connection(operator).sending()).toEqual([
      "audio",
      "video",
      "screen",
      "screen sound",
    ]);
    expect(customer.session.snapshot.get().remoteScreen).not.toBeNull();
    expect(customer.line.count("call.signal")).toBe(before);
    operator.media.stopScreen();
    await settle();
    expect(customer.session.snapshot.get().remoteScreen).toBeNull();
  });

  test("VP8 leads for a face and VP9 for a screen, the others stay to choose from", async () => {
    await bothJoin({ customer, operator });
    const [, camera, screen] = connection(customer).lines.map(({ codecs }) =>
      codecs.map(({ mimeType }) => mimeType),
    );
    expect(camera).toEqual([
      "video/VP8",
      "video/H264",
      "video/rtx",
      "video/VP9",
      "video/AV1",
    ]);
    expect(screen).toEqual([
      "video/VP9",
      "video/VP8",
      "video/H264",
      "video/rtx",
      "video/AV1",
    ]);
  });

  test("a device that opened while the seat was asked for is told all the same", async () => {
    const joined = operator.session.join(callId);
    await operator.media.turnOn("camera");
    await joined;
    await settle();
    expect(room.call().participants[1]?.media.camera).toBe(true);
  });

  test("without camera and microphone one listens", async () => {
    operator.platform.problems.audio = "NotFoundError";
    operator.platform.problems.video = "NotFoundError";
    await bothLive({ customer, operator });
    expect(state(operator)).toBe("live");
    expect(connection(operator).sending()).toEqual([null, null, null, null]);
    expect(
      connection(operator).lines.map(({ direction }) => direction),
    ).toEqual(Array.from({ length: 4 }, () => "sendrecv"));
    expect(customer.session.snapshot.get().peer?.media).toEqual({
      microphone: false,
      camera: false,
      screen: false,
    });
  });

  test("candidates found later are passed on", async () => {
    await bothJoin({ customer, operator });
    connection(operator).find("late");
    await settle();
    expect(connection(customer).candidates).toMatchObject([
      { candidate: "late" },
    ]);
  });

  test("a signal that overtakes the news of its sender waits for it; stale ones are dropped", async () => {
    await operator.session.join(callId);
    const tell = (
      candidate: string,
      fromJoinId: JoinId,
      toJoinId: JoinId,
    ): void =>
      operator.line.tell({
        type: "call.signalled",
        callId,
        fromJoinId,
        toJoinId,
        signal: { ...blank, candidate },
      });
    const [from, to] = [customer.session.joinId(), operator.session.joinId()];
    tell("early", from, to);
    tell("from an earlier life", "gone" as JoinId, to);
    tell("to an earlier life", from, "gone" as JoinId);
    await settle();
    await customer.session.join(callId);
    await settle();
    tell("to an earlier life, late", from, "gone" as JoinId);
    tell("from an earlier life, late", "gone" as JoinId, to);
    await settle();
    expect(connection(operator).candidates).toMatchObject([
      { candidate: "early" },
    ]);
  });

  test("a first offer that got lost is said again after 5 s", async () => {
    operator.line.cut();
    await customer.session.join(callId);
    const held = room.attach(operatorId, () => undefined);
    held.command("call.join", {
      joinId: operator.session.joinId(),
      mediaState: operator.session.mediaState(),
    });
    await settle();
    expect(customer.line.count("call.signal")).toBe(1);
    await time.pass(5_000);
    expect(customer.line.count("call.signal")).toBe(2);
  });

  test("a join that is refused leaves the session idle and tells why", async () => {
    room.attach(operatorId, () => undefined).command("call.end", {});
    await expect(customer.session.join(callId)).rejects.toMatchObject({
      code: "call.ended",
    });
    expect(state(customer)).toBe("idle");
  });
});

describe("during the call", () => {
  test("the camera goes off on the wire and in the other's eyes, and comes back on the same connection (B6)", async () => {
    await bothLive({ customer, operator });
    customer.media.turnOff("camera", "microphone");
    await settle();
    expect(connection(customer).sending()).toEqual(["audio", null, null, null]);
    expect(operator.session.snapshot.get().peer?.media).toEqual({
      microphone: false,
      camera: false,
      screen: false,
    });
    await customer.media.turnOn("camera", "microphone");
    await settle();
    expect(connection(customer).sending()).toEqual([
      "audio",
      "video",
      null,
      null,
    ]);
    expect(customer.platform.connections).toHaveLength(1);
  });

  test("another microphone takes over without a word on the line", async () => {
    await bothLive({ customer, operator });
    const before = customer.line.said.length;
    const old = customer.media.outgoing.get().microphone;
    await customer.media.choose("microphone", "mic-2");
    expect(customer.media.outgoing.get().microphone).not.toBe(old);
    expect(old?.readyState).toBe("ended");
    expect(customer.line.said).toHaveLength(before);
  });

  test("hanging up ends it for both (B9)", async () => {
    await bothLive({ customer, operator });
    await customer.session.hangUp();
    await settle();
    expect(customer.session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "hung_up",
    });
    expect(operator.session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "hung_up",
    });
    expect(connection(operator).connectionState).toBe("closed");
  });

  test("both pressing End at once is the same as one", async () => {
    await bothLive({ customer, operator });
    await Promise.all([customer.session.hangUp(), operator.session.hangUp()]);
    expect([state(customer), state(operator)]).toEqual(["ended", "ended"]);
  });

  test("the seat taken by another tab of mine ends it here only", async () => {
    await bothLive({ customer, operator });
    const other = sit(operatorId);
    await other.session.join(callId);
    await settle();
    expect(operator.session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "elsewhere",
    });
    expect(state(customer)).not.toBe("ended");
  });

  test("TURN credentials are renewed before they expire, without another connection", async () => {
    await bothLive({ customer, operator });
    await time.pass(480_000);
    expect(customer.line.count("call.renew_ice")).toBe(1);
    expect(customer.platform.connections).toHaveLength(1);
    expect(state(customer)).toBe("live");
  });
});

describe("when something breaks", () => {
  test("a lost path stops the sending, is told, and is sought again at once by the polite side (B7)", async () => {
    await bothLive({ customer, operator });
    const before = customer.line.count("call.signal");
    connection(customer).become("disconnected");
    await time.pass(0);
    expect(state(customer)).toBe("reconnecting");
    expect(connection(customer).sending()).toEqual([null, null, null, null]);
    expect(room.call().participants[0]?.state).toBe("reconnecting");
    expect(customer.line.count("call.signal")).toBe(before + 1);
    connection(customer).become("connected");
    await settle();
    expect(state(customer)).toBe("live");
    expect(connection(customer).sending()).toEqual([
      "audio",
      "video",
      null,
      null,
    ]);
    expect(room.call().participants[0]?.state).toBe("live");
  });

  test("another network is another path: sought at once, while the old one carries on", async () => {
    await bothLive({ customer, operator });
    const before = connection(customer).localDescription?.sdp;
    customer.platform.changeNetwork();
    await settle();
    expect(connection(customer).localDescription?.sdp).not.toBe(before);
    expect(state(customer)).toBe("live");
    expect(connection(operator).signalingState).toBe("stable");
  });

  test("both seeking at the same moment end with one path", async () => {
    await bothLive({ customer, operator });
    for (const side of [customer, operator]) side.platform.changeNetwork();
    await settle();
    for (const side of [customer, operator]) {
      expect(connection(side).signalingState).toBe("stable");
      expect(side.platform.connections).toHaveLength(1);
      expect(connection(side).lines).toHaveLength(4);
    }
  });

  test("a line cut in mid-call costs no picture: the seat is taken again under the same name", async () => {
    await bothLive({ customer, operator });
    const joinId = customer.session.joinId();
    customer.line.cut();
    await time.pass(3_000);
    expect(state(customer)).toBe("live");
    customer.line.mend();
    await settle();
    expect(customer.session.joinId()).toBe(joinId);
    expect(customer.line.count("call.join")).toBe(2);
    expect(room.call().participants.map(({ state: seat }) => seat)).toEqual([
      "live",
      "live",
    ]);
    expect(
      [customer, operator].map(({ platform }) => platform.connections.length),
    ).toEqual([1, 1]);
  });

  test("who has been gone for the server for 10 s is not watched any longer", async () => {
    await bothLive({ customer, operator });
    customer.line.cut();
    await time.pass(10_000);
    expect(state(customer)).toBe("reconnecting");
    expect(connection(customer).sending()).toEqual([null, null, null, null]);
    customer.line.mend();
    await settle();
    expect(state(customer)).toBe("live");
    expect(connection(customer).sending()).toEqual([
      "audio",
      "video",
      null,
      null,
    ]);
  });

  test("signals a cut line swallowed arrive when it is back", async () => {
    await bothJoin({ customer, operator });
    operator.line.cut();
    connection(operator).find("found in the dark");
    await settle();
    expect(connection(customer).candidates).toEqual([]);
    operator.line.mend();
    await settle();
    expect(connection(customer).candidates).toMatchObject([
      { candidate: "found in the dark" },
    ]);
  });

  test.each(["customer", "operator"] as const)(
    "a reloaded page of the %s returns to the call on a new connection",
    async (who) => {
      await bothLive({ customer, operator });
      if (who === "customer") customer = reload(customer, customerId);
      else operator = reload(operator, operatorId);
      const [gone, stayed] =
        who === "customer" ? [customer, operator] : [operator, customer];
      await settle();
      await gone.session.join(callId);
      await settle();
      expect(state(stayed)).toBe("reconnecting");
      for (const side of [customer, operator])
        connection(side).become("connected");
      await settle();
      expect([state(gone), state(stayed)]).toEqual(["live", "live"]);
      expect(stayed.platform.connections).toHaveLength(2);
      expect(stayed.platform.connections[0]?.connectionState).toBe("closed");
    },
  );

  test("the one who stays sees until when the seat is held", async () => {
    await bothLive({ customer, operator });
    customer.line.cut();
    connection(operator).become("disconnected");
    await settle();
    const { heldUntil } = room.call().participants[0]!;
    expect(operator.session.snapshot.get().state).toEqual({
      kind: "reconnecting",
      heldUntil,
    });
  });

  test("an answer that was lost with my line is asked for again when it is back", async () => {
    const silent = room.attach(operatorId, () => undefined);
    operator.line.cut();
    await customer.session.join(callId);
    silent.command("call.join", {
      joinId: "silent",
      mediaState: operator.session.mediaState(),
    });
    await settle();
    customer.line.cut();
    customer.line.mend();
    await settle();
    expect(customer.line.count("call.signal")).toBe(2);
  });

  test("an older view of the call that comes late changes nothing", async () => {
    await bothJoin({ customer, operator });
    const older = room.call();
    customer.media.turnOff("camera");
    await settle();
    operator.line.tell({ type: "call.changed", call: older });
    await settle();
    expect(operator.session.snapshot.get().peer?.media.camera).toBe(false);
  });

  test("a seat that another device took while my line was cut is not mine any more", async () => {
    await bothLive({ customer, operator });
    customer.line.cut();
    customer.line.refusals.push("call.elsewhere");
    customer.line.mend();
    await settle();
    expect(customer.session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "elsewhere",
    });
  });

  test("a server in trouble is asked for the seat again", async () => {
    await bothLive({ customer, operator });
    customer.line.cut();
    customer.line.refusals.push("server.unavailable");
    customer.line.mend();
    await settle();
    await time.pass(2_000);
    expect(customer.line.count("call.join")).toBe(3);
    expect(state(customer)).toBe("live");
  });

  test("a call that ended while I was away is over when I am back", async () => {
    await bothLive({ customer, operator });
    customer.line.cut();
    await operator.session.hangUp();
    customer.line.mend();
    await settle();
    expect(customer.session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "lost",
    });
  });

  test("a connection that no search revives is built anew by both", async () => {
    await bothLive({ customer, operator });
    connection(customer).become("failed");
    room.attach(operatorId, () => undefined);
    await time.pass(45_000);
    expect(customer.platform.connections.length).toBeGreaterThan(1);
    expect(operator.platform.connections.length).toBeGreaterThan(1);
    for (const side of [customer, operator])
      connection(side).become("connected");
    await settle();
    expect([state(customer), state(operator)]).toEqual(["live", "live"]);
  });

  test("closing lets go without ending the call: the seat is held for a return", async () => {
    await bothLive({ customer, operator });
    customer.session.close();
    expect(customer.session.snapshot.get().state).toEqual({
      kind: "ended",
      reason: "left",
    });
    expect(customer.line.count("call.end")).toBe(0);
  });
});
