import { expect, it } from "vitest";
import type { CommandName } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newId,
  newJoinId,
  openService,
} from "../../../tests/contact-centre.ts";
import { refusal } from "../../../tests/service-scenes.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

/** Everything a socket can say of a call, said with the ids and names of those who are in it. */
it("nobody outside joins a call, speaks into it, listens to it or learns of it, whatever they know of it", async () => {
  await using world = await openService();
  const anna = await world.open(world.operator("Anna"));
  const boris = await world.open(world.operator("Boris"));
  const vera = await world.open(world.operator("Vera"));
  const eve = await world.open(world.operator("Eve"));
  const owner = anna.principal as UserPrincipal;
  const { id: conversationId } = await world.chats.createGroup({
    actor: { id: owner.id, name: owner.name, address: null },
    owner,
    title: "Works",
    memberIds: [],
  });
  for (const one of [boris, vera])
    await world.addMember(conversationId, one.principal);
  const joinIds = [newJoinId(), newJoinId(), newJoinId()] as const;
  const { call } = await anna.send("call.start", {
    clientId: newClientId(),
    conversationId,
    media: "video",
    joinId: joinIds[0],
    mediaState: allOn,
  });
  const callId = call.id;
  const takeOver = false;
  let roomId = null;
  for (const [who, joinId] of [
    [boris, joinIds[1]],
    [vera, joinIds[2]],
  ] as const) {
    const seat = await who.send("call.join", {
      callId,
      joinId,
      mediaState: allOn,
      takeOver,
    });
    roomId = seat.call.roomId;
  }
  await world.settle();
  const before = JSON.stringify(anna.last("call.changed"));

  const place = { callId, joinId: joinIds[0], roomId };
  const candidate = {
    kind: "candidate",
    candidate: "candidate:1",
    sdpMid: "0",
    sdpMLineIndex: 0,
    usernameFragment: null,
  };
  const said: Partial<Record<CommandName, object>> = {
    "call.start": {
      clientId: newClientId(),
      conversationId,
      media: "video",
      joinId: newJoinId(),
      mediaState: allOn,
    },
    "call.join": { callId, joinId: newJoinId(), mediaState: allOn, takeOver },
    "call.invite": {
      callId,
      clientId: newClientId(),
      userIds: [(eve.principal as UserPrincipal).id],
    },
    "call.decline": { callId },
    "call.end": { callId },
    "call.leave": { callId },
    "call.publish": {
      ...place,
      sdp: "offer",
      lines: [{ mid: "0", source: "microphone" }],
    },
    "call.receive": { ...place, sdp: "answer" },
    "call.look": { ...place, look: { pictures: [], pinned: [] } },
    "call.trickle": { ...place, connection: "receiving", candidate: null },
    "call.signal": {
      callId,
      joinId: joinIds[0],
      toJoinId: joinIds[1],
      signal: candidate,
    },
    "call.prepare": { callId, joinId: joinIds[0], signal: candidate },
    "call.set_media": { callId, joinId: joinIds[0], mediaState: allOn },
    "call.set_connection": { callId, joinId: joinIds[0], state: "lost" },
    "call.report_quality": { callId, joinId: joinIds[0], samples: [] },
    "call.renew_ice": { callId },
  };
  const refusals: Record<string, unknown> = {};
  for (const [name, params] of Object.entries(said)) {
    refusals[name] = await refusal(
      // Whatever a stranger sends passed the schema before.
      eve.send(name as CommandName, params),
    );
    const takesOver = name === "call.join";
    if (takesOver)
      refusals["call.join, taking over"] = await refusal(
        eve.send("call.join", {
          callId,
          joinId: joinIds[0],
          mediaState: allOn,
          takeOver: true,
        }),
      );
  }
  await world.settle();

  expect(Object.values(refusals)).not.toContain("done");
  for (const code of Object.values(refusals))
    expect([
      "conversation.not_found",
      "request.not_found",
      "call.ended",
      "auth.forbidden",
    ]).toContain(code);
  expect(JSON.stringify(anna.last("call.changed"))).toBe(before);
  expect(eve.notices.filter(({ type }) => type.startsWith("call."))).toEqual(
    [],
  );
  expect(boris.all("call.signalled")).toEqual([]);
  const late = await world.open(eve.principal);
  expect(late.notices.filter(({ type }) => type.startsWith("call."))).toEqual(
    [],
  );
  expect(await refusal(eve.send("call.end", { callId: newId() }))).toBe(
    "request.not_found",
  );
});
