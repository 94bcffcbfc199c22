import { describe, expect, it } from "vitest";
import type { Call, ConversationId, RoomId } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newId,
  newJoinId,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { callAt, refusal } from "../../../tests/service-scenes.ts";
import type { Principal, UserPrincipal } from "../../platform/principal.ts";

/** A group of Anna, who owns it, Boris and Vera, each with a window. */
async function openGroup(world: ServiceWorld) {
  // Staff of the service world are users.
  const person = (name: string) => world.operator(name) as UserPrincipal;
  const people = [person("Anna"), person("Boris"), person("Vera")] as const;
  const [owner, ...others] = people;
  const { id } = await world.chats.createGroup({
    actor: { id: owner.id, name: owner.name, address: null },
    owner,
    title: "Works",
    memberIds: [],
  });
  for (const who of others) await world.addMember(id, who);
  const [anna, boris, vera] = await Promise.all(
    people.map((who: Principal) => world.open(who)),
  );
  return { id, anna: anna!, boris: boris!, vera: vera! };
}

const begin = async (who: Window, conversationId: ConversationId) => {
  const joinId = newJoinId();
  const { call } = await who.send("call.start", {
    clientId: newClientId(),
    conversationId,
    media: "video",
    joinId,
    mediaState: allOn,
  });
  return { call, joinId };
};

const come = async (who: Window, call: Call) => {
  const joinId = newJoinId();
  const seat = await who.send("call.join", {
    callId: call.id,
    joinId,
    mediaState: allOn,
    takeOver: false,
  });
  return { call: seat.call, joinId };
};

/** All three in the call, which goes through the media server. */
async function talkOfThree(world: ServiceWorld) {
  const group = await openGroup(world);
  const begun = await begin(group.anna, group.id);
  const second = await come(group.boris, begun.call);
  const third = await come(group.vera, begun.call);
  await world.settle();
  const roomId = third.call.roomId;
  if (roomId === null) throw new Error("three talk without a room");
  return {
    ...group,
    call: third.call,
    roomId,
    joinIds: [begun.joinId, second.joinId, third.joinId] as const,
  };
}

const offerOf = (
  call: Call,
  joinId: ReturnType<typeof newJoinId>,
  roomId: RoomId | null = call.roomId,
) => ({
  callId: call.id,
  joinId,
  roomId: roomId!,
  sdp: "offer",
  lines: [{ mid: "0", source: "microphone" as const }],
});

describe("a call in a group", () => {
  it("is there for every member, also for who connects later, and for nobody else", async () => {
    await using world = await openService();
    const { id, anna, boris } = await openGroup(world);
    const stranger = await world.open(world.operator("Eve"));
    const { call } = await begin(anna, id);
    await world.settle();
    expect(callAt(boris)).toMatchObject({
      id: call.id,
      kind: "group",
      state: "active",
      participants: [{ name: "Anna" }],
    });
    expect(stranger.all("call.changed")).toEqual([]);
    const late = await world.open(boris.principal);
    expect(late.last("call.changed")?.call.id).toBe(call.id);
    expect(await refusal(come(stranger, call))).toBe("conversation.not_found");
  });

  it("moves to the media server with the third, who is told where", async () => {
    await using world = await openService();
    const { anna, call, roomId } = await talkOfThree(world);
    expect(call).toMatchObject({ topology: "sfu" });
    expect(callAt(anna)).toMatchObject({ topology: "sfu", roomId });
  });

  it("has no third without a media server, and the two go on", async () => {
    await using world = await openService();
    world.mediaServer.status = "off";
    const { id, anna, boris, vera } = await openGroup(world);
    const { call } = await begin(anna, id);
    await come(boris, call);
    expect(await refusal(come(vera, call))).toBe("call.for_two");
    await world.settle();
    expect(callAt(anna)).toMatchObject({ state: "active", topology: "p2p" });
  });

  it("does not take who talks elsewhere already", async () => {
    await using world = await openService();
    const first = await openGroup(world);
    const { call } = await begin(first.anna, first.id);
    const other = await openGroup(world);
    await world.addMember(first.id, other.anna.principal);
    await begin(other.anna, other.id);
    expect(await refusal(come(other.anna, call))).toBe("call.busy");
  });

  it("is left by one and goes on; is ended for all by who began it or keeps the group", async () => {
    await using world = await openService();
    const { anna, boris, vera, call } = await talkOfThree(world);
    expect(await refusal(boris.send("call.end", { callId: call.id }))).toBe(
      "auth.forbidden",
    );
    await vera.send("call.leave", { callId: call.id });
    await world.settle();
    expect(callAt(anna).state).toBe("active");
    await anna.send("call.end", { callId: call.id });
    await world.settle();
    expect(callAt(boris)).toMatchObject({
      state: "ended",
      endReason: "hung_up",
    });
    expect(world.mediaServer.server.said.at(-1)).not.toContain("publish");
  });

  it("is left by who is a member no longer", async () => {
    await using world = await openService();
    const { id, boris, vera, call } = await talkOfThree(world);
    await world.removeMember(id, vera.principal);
    await world.settle();
    expect(
      callAt(boris).participants.find(({ name }) => name === "Vera"),
    ).toMatchObject({ state: "left" });
    expect(await refusal(come(vera, call))).toBe("conversation.not_found");
  });
});

describe("what is said to the media server", () => {
  it("goes through for the seat's own socket in the call's present room", async () => {
    await using world = await openService();
    const { anna, call, joinIds } = await talkOfThree(world);
    const answer = await anna.send("call.publish", offerOf(call, joinIds[0]));
    expect(answer).toEqual({ sdp: "answer to offer" });
    const { callId, joinId, roomId } = offerOf(call, joinIds[0]);
    await anna.send("call.receive", { callId, joinId, roomId, sdp: "mine" });
    expect(world.mediaServer.server.said).toContain(`receive ${joinId} mine`);
  });

  it("is refused to strangers, for another's seat, from another window, and in a room that is gone", async () => {
    await using world = await openService();
    const { anna, boris, call, joinIds } = await talkOfThree(world);
    const stranger = await world.open(world.operator("Eve"));
    const otherTab = await world.open(anna.principal);
    const publish = (who: Window, params: ReturnType<typeof offerOf>) =>
      refusal(who.send("call.publish", params));
    const [annas] = joinIds;
    expect(await publish(stranger, offerOf(call, annas))).toBe(
      "request.not_found",
    );
    expect(await publish(boris, offerOf(call, annas))).toBe("call.elsewhere");
    expect(await publish(otherTab, offerOf(call, annas))).toBe(
      "call.elsewhere",
    );
    const gone = newId<RoomId>();
    expect(await publish(anna, offerOf(call, annas, gone))).toBe(
      "call.room_gone",
    );
    await anna.send("call.leave", { callId: call.id });
    expect(await publish(anna, offerOf(call, annas))).toBe("call.elsewhere");
    expect(
      world.mediaServer.server.said.filter((word) => word.includes("publish")),
    ).toEqual([]);
  });

  it("is offered to the socket of the seat alone", async () => {
    await using world = await openService();
    const { anna, boris, call, joinIds, roomId } = await talkOfThree(world);
    world.mediaServer.server.offer(
      { callId: call.id, roomId, joinId: joinIds[0] },
      { sdp: "theirs", lines: [] },
    );
    expect(anna.all("call.offered")).toMatchObject([{ sdp: "theirs", roomId }]);
    expect(boris.all("call.offered")).toEqual([]);
  });

  it("is said anew in another room when the media server dies, and when the server itself did", async () => {
    await using world = await openService();
    const { anna, call, roomId, joinIds } = await talkOfThree(world);
    await anna.send("call.publish", offerOf(call, joinIds[0]));
    world.mediaServer.server.die();
    await world.settle();
    const second = callAt(anna).roomId;
    expect(second).not.toBe(roomId);
    await world.kill();
    await world.start();
    const back = await world.open(anna.principal, anna.deviceId);
    expect(callAt(back)).toMatchObject({ state: "active", topology: "sfu" });
    expect([roomId, second]).not.toContain(callAt(back).roomId);
  });
});

describe("a peer that vanished", () => {
  const stateOf = (who: Window, name: string) =>
    callAt(who).participants.find((one) => one.name === name)?.state;

  it("is held for a minute though its line stands, and then left out, and the others go on", async () => {
    await using world = await openService();
    const { anna, call, joinIds } = await talkOfThree(world);
    const gone = [joinIds[2]];
    world.mediaServer.server.see(call.id, { gone, back: [] });
    await world.settle();
    expect(stateOf(anna, "Vera")).toBe("reconnecting");
    await world.pass(65_000);
    expect(stateOf(anna, "Vera")).toBe("left");
    expect(callAt(anna)).toMatchObject({ state: "active" });
    expect(world.mediaServer.server.said.at(-1)).toBe(
      `keep ${joinIds[0]} ${joinIds[1]}`,
    );
  });

  it("keeps its seat when it comes back in time", async () => {
    await using world = await openService();
    const { anna, call, joinIds } = await talkOfThree(world);
    const { server } = world.mediaServer;
    server.see(call.id, { gone: [joinIds[2]], back: [] });
    await world.pass(30_000);
    server.see(call.id, { gone: [], back: [joinIds[2]] });
    await world.pass(65_000);
    expect(stateOf(anna, "Vera")).toBe("live");
  });

  it("that only fell silent is asked for a sign of life, and nobody else is", async () => {
    await using world = await openService();
    const { vera, call, roomId, joinIds } = await talkOfThree(world);
    const place = { callId: call.id, roomId, joinId: joinIds[2] };
    world.mediaServer.server.fallSilent(place);
    expect([...world.askedLines]).toEqual([vera.connectionId]);
    world.mediaServer.server.fallSilent({ ...place, joinId: newJoinId() });
    expect(world.askedLines.size).toBe(1);
  });
});
