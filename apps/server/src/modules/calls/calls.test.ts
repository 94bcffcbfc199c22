import { describe, expect, it } from "vitest";
import {
  contactCentreEndpoints,
  type CallId,
  type DeviceId,
  type JoinId,
  type QualitySample,
  type Signal,
} from "@veche/contracts";
import { qualitySample } from "../../../tests/quality-sample.ts";
import {
  allOn,
  newClientId,
  newId,
  newJoinId,
  nothingOn,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import {
  ask,
  callAt,
  offerTo,
  refusal,
  serve,
} from "../../../tests/service-scenes.ts";

const sit = (window: Window, callId: CallId, joinId: JoinId) =>
  window.send("call.join", {
    callId,
    joinId,
    mediaState: nothingOn,
    takeOver: false,
  });

const candidate = (text: string) =>
  ({
    kind: "candidate",
    candidate: text,
    sdpMid: "0",
    sdpMLineIndex: 0,
    usernameFragment: null,
  }) as const;

/** Both sides in a call, with the joinIds they answer on. */
async function talk(world: ServiceWorld) {
  const { operator, customer, accepted } = await serve(world);
  const call = accepted.seat!.call;
  const joinIds = {
    operator: call.participants[1]!.joinId!,
    customer: newJoinId(),
  };
  const callId = call.id;
  await sit(customer, callId, joinIds.customer);
  await world.settle();
  return { operator, customer, callId, joinIds };
}

describe("an offer made ready by the caller", () => {
  const offer: Signal = {
    kind: "description",
    type: "offer",
    sdp: "offer",
    screenMids: [],
  };
  const answer: Signal = { ...offer, type: "answer", sdp: "answer" };

  it("reaches whom it rings for, and the answer goes out with the acceptance", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const bystander = await world.open(operator.principal);
    const customer = await world.visitor("Carl");
    const request = await ask(customer);
    await world.settle();
    const callId = request.callId!;
    const joinId = newJoinId();
    await sit(customer, callId, joinId);
    await customer.send("call.prepare", { callId, joinId, signal: offer });
    // Whom it rings for is asked of the database by a listener that nobody waits for.
    await expect
      .poll(() => operator.last("call.prepared"), { timeout: 120_000 })
      .toMatchObject({
        callId,
        fromJoinId: joinId,
        signal: offer,
        ice: { iceServers: expect.any(Array) as unknown },
      });

    const mine = newJoinId();
    await operator.send("offer.accept", {
      offerId: offerTo(operator).id,
      joinId: mine,
      media: allOn,
      answer: { toJoinId: joinId, signals: [answer] },
    });
    expect(customer.all("call.signalled")).toMatchObject([
      { fromJoinId: mine, toJoinId: joinId, signal: answer },
    ]);
    expect(bystander.all("call.signalled")).toEqual([]);
    const told = customer.notices.flatMap((notice) =>
      notice.type === "call.signalled"
        ? ["the answer"]
        : notice.type === "call.changed" && notice.call.state === "active"
          ? ["somebody is there"]
          : [],
    );
    expect(told.slice(0, 2)).toEqual(["the answer", "somebody is there"]);
  });

  it("made before the ring comes with it; of somebody else's seat it is refused", async () => {
    await using world = await openService();
    const customer = await world.visitor("Carl");
    const stranger = await world.visitor("Eve");
    const { callId } = await ask(customer);
    const joinId = newJoinId();
    await sit(customer, callId!, joinId);
    const params = { callId: callId!, joinId, signal: offer };
    expect(await refusal(stranger.send("call.prepare", params))).toBe(
      "request.not_found",
    );
    await customer.send("call.prepare", params);
    const operator = await world.available("Olga");
    await world.settle();
    expect(operator.all("call.prepared")).toMatchObject([{ signal: offer }]);
  });
});

describe("a signal", () => {
  it("reaches the socket that answers on the joinId, in order, and nobody else", async () => {
    await using world = await openService();
    const { operator, customer, callId, joinIds } = await talk(world);
    const otherTab = await world.open(operator.principal, operator.deviceId);
    const texts = ["1", "2", "3", "4"];
    const pass = (text: string) =>
      customer.send("call.signal", {
        callId,
        joinId: joinIds.customer,
        toJoinId: joinIds.operator,
        signal: candidate(text),
      });
    await Promise.all(texts.map(pass));

    const heard = (window: Window) =>
      window.all("call.signalled").map((one) => one.signal);
    expect(heard(operator)).toEqual(texts.map(candidate));
    expect([...heard(otherTab), ...heard(customer)]).toEqual([]);
  });

  it("keeps its order when the server has just begun to know the call", async () => {
    await using world = await openService();
    const { operator, customer, callId, joinIds } = await talk(world);
    await world.kill();
    await world.start();
    const [desk, page] = [
      await world.open(operator.principal, operator.deviceId),
      await world.open(customer.principal, customer.deviceId),
    ];
    await sit(desk, callId, joinIds.operator);
    await sit(page, callId, joinIds.customer);
    const texts = Array.from({ length: 12 }, (_, index) => String(index));
    await Promise.all(
      texts.map((text) =>
        page.send("call.signal", {
          callId,
          joinId: joinIds.customer,
          toJoinId: joinIds.operator,
          signal: candidate(text),
        }),
      ),
    );
    expect(desk.all("call.signalled").map((one) => one.signal)).toEqual(
      texts.map(candidate),
    );
  });

  it("of somebody who does not hold the joinId, or is not in the call, is refused", async () => {
    await using world = await openService();
    const { operator, customer, callId, joinIds } = await talk(world);
    const stranger = await world.visitor("Eve");
    const send = (window: Window, joinId: JoinId, toJoinId: JoinId) =>
      refusal(
        window.send("call.signal", {
          callId,
          joinId,
          toJoinId,
          signal: candidate("x"),
        }),
      );
    expect(await send(stranger, joinIds.customer, joinIds.operator)).toBe(
      "request.not_found",
    );
    expect(await send(customer, joinIds.operator, joinIds.customer)).toBe(
      "call.elsewhere",
    );
    expect(await send(customer, newJoinId(), joinIds.operator)).toBe(
      "call.elsewhere",
    );
    expect(await send(customer, joinIds.customer, newJoinId())).toBe("done");
    expect(await send(customer, joinIds.customer, joinIds.customer)).toBe(
      "done",
    );
    expect([
      ...operator.all("call.signalled"),
      ...customer.all("call.signalled"),
    ]).toEqual([]);
  });

  it("from before a take-over is refused from the commit on", async () => {
    await using world = await openService();
    const { operator, customer, callId, joinIds } = await talk(world);
    const phone = await world.open(customer.principal, newId<DeviceId>());
    expect(await refusal(sit(phone, callId, newJoinId()))).toBe(
      "call.elsewhere",
    );
    const joinId = newJoinId();
    await phone.send("call.join", {
      callId,
      joinId,
      mediaState: allOn,
      takeOver: true,
    });
    const old = customer.send("call.signal", {
      callId,
      joinId: joinIds.customer,
      toJoinId: joinIds.operator,
      signal: candidate("late"),
    });
    expect(await refusal(old)).toBe("call.elsewhere");
    expect(callAt(operator).participants[0]).toMatchObject({
      joinId,
      deviceId: phone.deviceId,
    });
    expect(operator.all("call.signalled")).toEqual([]);
  });
});

describe("a call between colleagues", () => {
  async function ringColleague(world: ServiceWorld) {
    const [anna, boris] = [world.operator("Anna"), world.operator("Boris")];
    const carl = await world.customer("Carl");
    const conversationId = world.conversationOf(carl);
    await world.addMember(conversationId, anna);
    await world.removeMember(conversationId, carl);
    await world.addMember(conversationId, boris);
    const windows = {
      anna: await world.open(anna),
      boris: await world.open(boris),
    };
    const start = (window: Window, clientId = newClientId()) =>
      window.send("call.start", {
        clientId,
        conversationId,
        media: "audio",
        joinId: newJoinId(),
        mediaState: allOn,
      });
    return { ...windows, start, conversationId };
  }

  it("is neither begun nor taken where the conversation doesn't open (C10)", async () => {
    await using world = await openService();
    const { anna, boris, start, conversationId } = await ringColleague(world);
    await world.test.database.db
      .updateTable("conversations")
      .set({
        confidentiality: { messageLifetimeMs: null, allowedDevices: ["app"] },
      })
      .where("id", "=", conversationId)
      .execute();
    expect(await refusal(start(anna))).toBe("conversation.device_refused");
    const me = anna.principal;
    if (me.kind !== "user") throw new Error("operators are users");
    const installed = await world.open({ ...me, device: "app" });
    const { call } = await start(installed);
    expect(await refusal(sit(boris, call.id, newJoinId()))).toBe(
      "conversation.device_refused",
    );
    expect(callAt(boris).state).toBe("ringing");
  });

  it("rings the other, and answering makes it active for both", async () => {
    await using world = await openService();
    const { anna, boris, start } = await ringColleague(world);
    const { call } = await start(anna);
    expect(callAt(boris)).toMatchObject({
      state: "ringing",
      participants: [{ state: "joining" }, { state: "invited" }],
    });
    const { call: answered } = await sit(boris, call.id, newJoinId());
    expect(answered.state).toBe("active");
    expect(callAt(anna).revision).toBe(answered.revision);
    expect(answered.revision).toBeGreaterThan(call.revision);
  });

  it("started twice by one command is one call; both calling each other at once make one", async () => {
    await using world = await openService();
    const { anna, boris, start } = await ringColleague(world);
    const clientId = newClientId();
    const answers = await Promise.all([
      start(anna, clientId),
      start(anna, clientId),
      start(anna, clientId),
    ]);
    expect(new Set(answers.map((one) => one.call.id)).size).toBe(1);
    expect(await refusal(start(boris))).toBe("call.busy");
    await anna.send("call.end", { callId: answers[0].call.id });
    const both = await Promise.all([
      refusal(start(anna)),
      refusal(start(boris)),
    ]);
    expect(both.toSorted()).toEqual(["call.busy", "done"]);
  });

  it("not answered in 30 s ends as unanswered, with a line in the conversation", async () => {
    await using world = await openService();
    const { anna, start, conversationId } = await ringColleague(world);
    await start(anna);
    await world.pass(30_000);
    expect(callAt(anna)).toMatchObject({
      state: "ended",
      endReason: "unanswered",
    });
    const timeline = await world.chats.syncSource.eventsAfter(
      conversationId,
      0,
      100,
    );
    expect(timeline.at(-1)).toMatchObject({
      type: "call.ended",
      reason: "unanswered",
      durationMs: 0,
      actorId: null,
    });
  });

  it("refused is over for both; refusing what is answered is not possible", async () => {
    await using world = await openService();
    const { anna, boris, start } = await ringColleague(world);
    const { call } = await start(anna);
    await boris.send("call.decline", { callId: call.id });
    await boris.send("call.decline", { callId: call.id });
    expect(callAt(anna).endReason).toBe("declined");
    expect(await refusal(sit(boris, call.id, newJoinId()))).toBe("call.ended");
    const again = await start(anna);
    await sit(boris, again.call.id, newJoinId());
    expect(
      await refusal(boris.send("call.decline", { callId: again.call.id })),
    ).toBe("call.elsewhere");
  });

  it("keeps an available operator from being rung for customers until it is over", async () => {
    await using world = await openService();
    const { anna, boris, start } = await ringColleague(world);
    await anna.send("operator.set_state", {
      state: "available",
      breakReason: null,
    });
    const { call } = await start(boris);
    const customer = await world.visitor("Dora");
    await customer.send("request.create", {
      clientId: newClientId(),
      kind: "chat",
      pageUrl: null,
      pageTitle: null,
    });
    await world.settle();
    expect(anna.all("offer.made")).toEqual([]);
    await boris.send("call.end", { callId: call.id });
    await world.settle();
    expect(anna.all("offer.made")).toHaveLength(1);
  });

  it("is not to be had by strangers, nor where nobody else is", async () => {
    await using world = await openService();
    const { start } = await ringColleague(world);
    expect(await refusal(start(await world.visitor("Eve")))).toBe(
      "conversation.not_found",
    );
    const alone = await world.visitor("Alone");
    const conversationId = world.conversationOf(alone.principal);
    const call = {
      clientId: newClientId(),
      conversationId,
      media: "audio",
      joinId: newJoinId(),
      mediaState: allOn,
    } as const;
    expect(await refusal(alone.send("call.start", call))).toBe(
      "request.conflict",
    );
  });
});

describe("a seat", () => {
  it("shows what it sends and how it is connected; told again, nothing changes", async () => {
    await using world = await openService();
    const { operator, customer, callId, joinIds } = await talk(world);
    const live = () =>
      customer.send("call.set_connection", {
        callId,
        joinId: joinIds.customer,
        state: "live",
      });
    await live();
    const { revision } = callAt(operator);
    await live();
    expect(callAt(operator)).toMatchObject({
      revision,
      participants: [{ state: "live" }, { state: "joining" }],
    });
    await operator.send("call.set_connection", {
      callId,
      joinId: joinIds.operator,
      state: "live",
    });
    expect(callAt(customer).liveAt).toBe(world.clock.now().toISOString());
    await customer.send("call.set_media", {
      callId,
      joinId: joinIds.customer,
      mediaState: { ...allOn, screen: true },
    });
    expect(callAt(operator).participants[0]?.media.screen).toBe(true);
    const old = customer.send("call.set_media", {
      callId,
      joinId: newJoinId(),
      mediaState: nothingOn,
    });
    expect(await refusal(old)).toBe("call.elsewhere");
  });

  it("is taken again after a reload: same device, new joinId, no question asked", async () => {
    await using world = await openService();
    const { operator, customer, callId } = await talk(world);
    customer.close();
    await world.settle();
    expect(callAt(operator).participants[0]).toMatchObject({
      state: "reconnecting",
      heldUntil: new Date(world.clock.now().getTime() + 120_000).toISOString(),
    });
    const page = await world.open(customer.principal, customer.deviceId);
    expect(callAt(page)).toMatchObject({ id: callId, state: "active" });
    const joinId = newJoinId();
    await sit(page, callId, joinId);
    expect(callAt(operator).participants[0]).toMatchObject({
      state: "joining",
      joinId,
      heldUntil: null,
    });
  });

  it("gets fresh ICE servers while the call goes on, and only for its own call", async () => {
    await using world = await openService();
    const { customer, callId } = await talk(world);
    expect(await customer.send("call.renew_ice", { callId })).toMatchObject({
      iceServers: [],
    });
    const stranger = await world.visitor("Eve");
    expect(await refusal(stranger.send("call.renew_ice", { callId }))).toBe(
      "call.ended",
    );
    expect(await refusal(stranger.send("call.end", { callId }))).toBe(
      "request.not_found",
    );
    expect(
      await refusal(stranger.send("call.end", { callId: newId<CallId>() })),
    ).toBe("request.not_found");
  });
});

describe("the statistics of a call (B7)", () => {
  const sample = (
    world: ServiceWorld,
    second: number,
    level: QualitySample["level"],
  ): QualitySample =>
    qualitySample(world.clock.now().getTime() + second * 1000, {
      level,
      path: "host/host udp",
    });

  it("are shown to the other side, kept once, and judged when it is over", async () => {
    await using world = await openService();
    const { operator, customer, callId, joinIds } = await talk(world);
    const samples = Array.from({ length: 15 }, (_, second) =>
      sample(world, second, "weak"),
    );
    const report = { callId, joinId: joinIds.customer, samples };
    await customer.send("call.report_quality", report);
    await customer.send("call.report_quality", report);
    expect(operator.all("call.quality_reported").at(-1)).toMatchObject({
      principalId: customer.principal.id,
      sample: samples.at(-1),
    });
    expect(customer.all("call.quality_reported")).toEqual([]);
    const { requestId } = callAt(operator);
    await customer.send("call.end", { callId });
    await world.settle();
    expect(await world.calls.qualityOf([requestId!])).toEqual(
      new Map([[requestId, "weak"]]),
    );

    const recorder = world.calls.routes.find(
      (one) => one.endpoint === contactCentreEndpoints.getCallQuality,
    );
    const look = (who: Window) =>
      recorder?.handle({
        principal: who.principal,
        params: { callId },
      } as never);
    expect(await look(operator)).toMatchObject({
      participants: [
        { name: "Carl", samples },
        { name: "Olga", samples: [] },
      ],
    });
    expect(
      await refusal(look(await world.open(world.operator("Stranger")))!),
    ).toBe("request.not_found");
  });
});
