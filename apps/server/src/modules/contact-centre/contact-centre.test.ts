import { describe, expect, it } from "vitest";
import {
  allOn,
  newClientId,
  newJoinId,
  nothingOn,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";

const ask = (
  customer: Window,
  kind: "chat" | "audio" | "video" = "video",
  clientId = newClientId(),
) =>
  customer.send("request.create", {
    clientId,
    kind,
    pageUrl: null,
    pageTitle: null,
  });

const ring = (operator: Window) => operator.last("offer.made")?.offer;

async function accept(operator: Window, joinId = newJoinId()) {
  const offer = ring(operator);
  if (offer === undefined) throw new Error("nothing rings");
  return operator.send("offer.accept", {
    offerId: offer.id,
    joinId,
    media: allOn,
  });
}

async function talk(world: ServiceWorld, kind: "chat" | "video" = "video") {
  const operator = await world.available("Olga");
  const customer = await world.visitor("Carl");
  const { id } = await ask(customer, kind);
  await world.settle();
  const accepted = await accept(operator);
  await world.settle();
  return { operator, customer, requestId: id, accepted };
}

const stateOf = (operator: Window) =>
  operator.last("operator.changed")?.status.state;
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

describe("a request", () => {
  it("rings the longest idle operator, with the customer's data, and is served when they accept (B5, B11, B12)", async () => {
    await using world = await openService();
    const first = await world.available("First");
    await world.pass(1_000);
    const second = await world.available("Second");
    const customer = await world.visitor("Carl");

    const request = await ask(customer);
    await world.settle();

    expect(request).toMatchObject({
      state: "waiting",
      position: 1,
      isStaffed: true,
      operatorName: null,
    });
    expect(ring(first)?.request).toMatchObject({
      id: request.id,
      state: "offered",
      customer: { name: "Carl" },
    });
    expect(ring(second)).toBeUndefined();
    expect(stateOf(first)).toBe("ringing");

    const joinId = newJoinId();
    const accepted = await accept(first, joinId);
    await world.settle();

    expect(accepted.request).toMatchObject({
      state: "active",
      operatorName: "First",
    });
    expect(accepted.seat?.call).toMatchObject({
      state: "active",
      requestId: request.id,
    });
    expect(
      accepted.seat?.call.participants.map((one) => [
        one.name,
        one.joinId,
        one.isPolite,
      ]),
    ).toEqual([
      ["Carl", null, true],
      ["First", joinId, false],
    ]);
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      state: "active",
      operatorName: "First",
    });
    expect(customer.last("call.changed")?.call.state).toBe("active");
    expect(stateOf(first)).toBe("in_call");
    const timeline = await world.chats.syncSource.eventsAfter(
      request.conversationId,
      0,
      100,
    );
    expect(timeline.map((event) => event.type)).toEqual([
      "request.created",
      "call.started",
      "member.joined",
      "request.accepted",
    ]);
  });

  it("asked twice with one id is one request; another while it is open is refused", async () => {
    await using world = await openService();
    const customer = await world.visitor("Carl");
    const clientId = newClientId();

    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask(customer, "chat", clientId)),
    );

    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(await refusal(ask(customer, "chat"))).toBe(
      "contact_centre.request_open",
    );
  });

  it("of one customer in two windows at once is one request", async () => {
    await using world = await openService();
    const customer = await world.visitor("Carl");
    const results = await Promise.all([
      refusal(ask(customer)),
      refusal(ask(customer)),
      refusal(ask(customer)),
    ]);
    expect(results.toSorted()).toEqual([
      "contact_centre.request_open",
      "contact_centre.request_open",
      "done",
    ]);
  });

  it("waits with its place shown when nobody is at work, and rings whoever comes (B10)", async () => {
    await using world = await openService();
    const [anna, boris] = [
      await world.visitor("Anna"),
      await world.visitor("Boris"),
    ];
    expect(await ask(anna)).toMatchObject({ position: 1, isStaffed: false });
    await world.pass(10);
    expect(await ask(boris)).toMatchObject({ position: 2, isStaffed: false });

    const operator = await world.available("Olga");
    expect(ring(operator)?.request.customer.name).toBe("Anna");
    await world.pass(1_000);
    expect(boris.last("my_request.changed")?.request).toMatchObject({
      position: 2,
      isStaffed: true,
    });
    await accept(operator);
    await world.pass(1_000);
    expect(boris.last("my_request.changed")?.request).toMatchObject({
      position: 1,
    });
  });

  it("declined goes to the next operator at once and not back to who declined", async () => {
    await using world = await openService();
    const first = await world.available("First");
    await world.pass(1_000);
    const second = await world.available("Second");
    const customer = await world.visitor("Carl");
    await ask(customer);
    await world.settle();

    await first.send("offer.decline", { offerId: ring(first)?.id as never });
    await world.settle();

    expect(first.last("offer.closed")).toMatchObject({ outcome: "declined" });
    expect(stateOf(first)).toBe("available");
    expect(ring(second)?.request.customer.name).toBe("Carl");
    expect(first.all("offer.made")).toHaveLength(1);
  });

  it("declined by the only operator rings them again after a pause: nobody is stranded", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    await ask(await world.visitor("Carl"));
    await world.settle();
    await operator.send("offer.decline", {
      offerId: ring(operator)?.id as never,
    });
    await world.pass(19_000);
    expect(operator.all("offer.made")).toHaveLength(1);
    await world.pass(1_000);
    expect(operator.all("offer.made")).toHaveLength(2);
  });

  it("rung out after 20 s goes on to the next; two missed in a row make an operator not responding", async () => {
    await using world = await openService();
    const first = await world.available("First");
    await world.pass(1_000);
    const second = await world.available("Second");
    await ask(await world.visitor("Carl"));
    await world.pass(20_000);

    expect(first.last("offer.closed")).toMatchObject({ outcome: "timed_out" });
    expect(second.all("offer.made")).toHaveLength(1);
    expect(stateOf(first)).toBe("available");
    await world.pass(20_000);
    expect(first.all("offer.made")).toHaveLength(2);
    await world.pass(20_000);
    expect(stateOf(first)).toBe("not_responding");
    await first.send("operator.set_state", {
      state: "available",
      breakReason: null,
    });
    await world.settle();
    expect(stateOf(first)).toBe("available");
  });

  it("given up while ringing stops the ring and frees the operator", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    const { id } = await ask(customer);
    await world.settle();

    const cancelled = await customer.send("request.cancel", { requestId: id });
    await world.settle();

    expect(cancelled).toMatchObject({ state: "ended", endReason: "abandoned" });
    expect(operator.last("offer.closed")).toMatchObject({
      outcome: "withdrawn",
    });
    expect(stateOf(operator)).toBe("available");
    expect(customer.last("call.changed")?.call).toMatchObject({
      state: "ended",
      endReason: "cancelled",
    });
    expect(await customer.send("request.cancel", { requestId: id })).toEqual(
      cancelled,
    );
  });

  it("of a customer who closed the page is kept for two minutes, then ends as lost", async () => {
    await using world = await openService();
    const principal = await world.customer("Carl");
    const page = await world.open(principal);
    await ask(page, "chat");
    page.close();
    await world.pass(115_000);
    expect(
      await world.centre.openRequestOf(principal.id as never),
    ).toMatchObject({ state: "waiting" });
    await world.pass(5_000);
    expect(await world.centre.openRequestOf(principal.id as never)).toBeNull();
    const back = await world.open(principal);
    expect(back.last("my_request.changed")?.request).toMatchObject({
      endReason: "customer_lost",
    });
  });

  it("of a customer who came back in time keeps its place", async () => {
    await using world = await openService();
    const principal = await world.customer("Carl");
    const page = await world.open(principal);
    await ask(page);
    page.close();
    await world.pass(100_000);
    const again = await world.open(principal);
    await world.pass(200_000);
    expect(again.last("my_request.changed")?.request).toMatchObject({
      state: "waiting",
      position: 1,
    });
  });
});

describe("two windows of one operator", () => {
  it("accepting at once: one serves, the other is told so", async () => {
    await using world = await openService();
    const one = await world.available("Olga");
    const other = await world.open(one.principal, one.deviceId);
    await ask(await world.visitor("Carl"));
    await world.settle();
    const offerId = ring(one)?.id as never;
    const take = (window: Window) =>
      refusal(
        window.send("offer.accept", {
          offerId,
          joinId: newJoinId(),
          media: allOn,
        }),
      );

    expect((await Promise.all([take(one), take(other)])).toSorted()).toEqual([
      "call.elsewhere",
      "done",
    ]);
  });

  it("the same window accepting again gets the same answer", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    await ask(await world.visitor("Carl"));
    await world.settle();
    const command = {
      offerId: ring(operator)?.id as never,
      joinId: newJoinId(),
      media: allOn,
    };
    const [first, second] = await Promise.all([
      operator.send("offer.accept", command),
      operator.send("offer.accept", command),
    ]);
    expect(second).toEqual(first);
    expect(await operator.send("offer.accept", command)).toEqual(first);
  });

  it("one accepts a chat, the other is too late", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    await ask(await world.visitor("Carl"), "chat");
    await world.settle();
    expect((await accept(operator)).seat).toBeNull();
    expect(await refusal(accept(operator))).toBe("contact_centre.offer_gone");
    expect(
      await refusal(
        operator.send("offer.decline", {
          offerId: ring(operator)?.id as never,
        }),
      ),
    ).toBe("contact_centre.offer_gone");
  });
});

describe("races", () => {
  it("accept against cancel: the session never outlives a customer who gave up", async () => {
    for (let round = 0; round < 5; round += 1) {
      await using world = await openService();
      const operator = await world.available("Olga");
      const customer = await world.visitor("Carl");
      const { id } = await ask(customer);
      await world.settle();
      await Promise.all([
        refusal(accept(operator)),
        refusal(customer.send("request.cancel", { requestId: id })),
      ]);
      await world.settle();
      expect(customer.last("my_request.changed")?.request.state).toBe("ended");
      expect(stateOf(operator)).toBe("available");
    }
  });

  it("decline against time-out: one outcome, one ring elsewhere", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    await ask(await world.visitor("Carl"));
    await world.settle();
    const offerId = ring(operator)?.id as never;
    world.clock.advance(20_000);
    await Promise.all([
      refusal(operator.send("offer.decline", { offerId })),
      world.settle(),
    ]);
    await world.settle();
    expect(operator.all("offer.closed").map((one) => one.outcome)).toEqual([
      "timed_out",
    ]);
  });

  it("both sides press End at once: one end", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await talk(world);
    const callId = customer.last("call.changed")?.call.id as never;
    await Promise.all([
      customer.send("request.end", { requestId }),
      operator.send("request.end", { requestId }),
      customer.send("call.end", { callId }),
      operator.send("call.end", { callId }),
    ]);
    await world.settle();
    const ends = (await world.test.outboxEvents()).filter((event) =>
      event.type.endsWith(".ended"),
    );
    expect(ends.map((event) => event.type).toSorted()).toEqual([
      "call.ended",
      "request.ended",
    ]);
    expect(stateOf(operator)).toBe("available");
  });
});

describe("a session", () => {
  it("of sound and picture ends with its call", async () => {
    await using world = await openService();
    const { operator, customer } = await talk(world);
    await customer.send("call.end", {
      callId: customer.last("call.changed")?.call.id as never,
    });
    await world.settle();
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      state: "ended",
      endReason: "completed",
    });
    expect(stateOf(operator)).toBe("available");
  });

  it("of chat goes on when a call within it ends, and ends with request.end", async () => {
    await using world = await openService();
    const { operator, customer, requestId, accepted } = await talk(
      world,
      "chat",
    );
    const seat = await operator.send("call.start", {
      clientId: newClientId(),
      conversationId: accepted.request.conversationId,
      media: "video",
      joinId: newJoinId(),
      mediaState: allOn,
    });
    expect(seat.call).toMatchObject({ state: "ringing", requestId });
    await customer.send("call.join", {
      callId: seat.call.id,
      joinId: newJoinId(),
      mediaState: nothingOn,
      takeOver: false,
    });
    await customer.send("call.end", { callId: seat.call.id });
    await world.settle();
    expect(customer.last("my_request.changed")?.request.state).toBe("active");
    await customer.send("request.end", { requestId });
    await world.settle();
    expect(customer.last("my_request.changed")?.request.state).toBe("ended");
    expect(
      await world.chats.membersOf(accepted.request.conversationId),
    ).toEqual([customer.principal.id]);
  });

  it("is followed by what the operator asked for meanwhile", async () => {
    await using world = await openService();
    const { operator, requestId } = await talk(world);
    const status = await operator.send("operator.set_state", {
      state: "break",
      breakReason: "lunch",
    });
    expect(status).toMatchObject({ state: "in_call", requestedState: "break" });
    await operator.send("request.end", { requestId });
    await world.settle();
    expect(operator.last("operator.changed")?.status).toMatchObject({
      state: "break",
      breakReason: "lunch",
    });
  });

  it("cannot be ended by somebody else", async () => {
    await using world = await openService();
    const { requestId } = await talk(world);
    const stranger = await world.visitor("Eve");
    expect(await refusal(stranger.send("request.end", { requestId }))).toBe(
      "request.not_found",
    );
    expect(
      await refusal(
        stranger.send("operator.set_state", {
          state: "available",
          breakReason: null,
        }),
      ),
    ).toBe("auth.forbidden");
  });
});

describe("an operator's line", () => {
  it("lost while ringing: the ring goes to another at once, the state is kept for 15 s, then offline", async () => {
    await using world = await openService();
    const first = await world.available("First");
    await world.pass(1_000);
    const second = await world.available("Second");
    const watcher = await world.open(
      world.operator("Sonya", ["employee", "supervisor"]),
    );
    await ask(await world.visitor("Carl"));
    await world.settle();
    first.close();
    await world.settle();
    expect(ring(second)?.request.customer.name).toBe("Carl");
    const statesOfFirst = () =>
      watcher
        .all("operator.changed")
        .filter((notice) => notice.status.name === "First")
        .map((notice) => notice.status.state);
    await world.pass(14_000);
    expect(statesOfFirst().at(-1)).toBe("available");
    await world.pass(1_000);
    expect(statesOfFirst().at(-1)).toBe("offline");
  });

  it("back within the grace: as if nothing had been", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    operator.close();
    await world.pass(10_000);
    const again = await world.open(operator.principal);
    await world.pass(20_000);
    await ask(await world.visitor("Carl"));
    await world.settle();
    expect(ring(again)?.request.customer.name).toBe("Carl");
  });

  it("lost for good in a chat ends it as operator_lost", async () => {
    await using world = await openService();
    const { operator, customer } = await talk(world, "chat");
    operator.close();
    await world.pass(59_000);
    expect(customer.last("my_request.changed")?.request.state).toBe("active");
    await world.pass(1_000);
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      endReason: "operator_lost",
    });
  });

  it("lost for good in a call ends it as operator_lost after the held seat", async () => {
    await using world = await openService();
    const { operator, customer } = await talk(world);
    await customer.send("call.join", {
      callId: customer.last("call.changed")?.call.id as never,
      joinId: newJoinId(),
      mediaState: nothingOn,
      takeOver: false,
    });
    operator.close();
    await world.settle();
    expect(customer.last("call.changed")?.call.participants[1]).toMatchObject({
      state: "reconnecting",
    });
    await world.pass(60_000);
    expect(customer.last("call.changed")?.call).toMatchObject({
      endReason: "lost",
    });
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      endReason: "operator_lost",
    });
  });
});

describe("an operator calls a customer (B14)", () => {
  const call = (
    operator: Window,
    customer: Window,
    clientId = newClientId(),
    joinId = newJoinId(),
  ) =>
    operator.send("customer.call", {
      clientId,
      customerId: customer.principal.id as never,
      media: "audio",
      joinId,
      mediaState: allOn,
    });

  it("who has the page open: it rings, and answering makes the session", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    const { request, seat } = await call(operator, customer);
    await world.settle();
    expect(request).toMatchObject({
      origin: "operator",
      state: "active",
      kind: "audio",
    });
    expect(customer.last("call.changed")?.call).toMatchObject({
      state: "ringing",
      callerId: operator.principal.id,
    });
    expect(stateOf(operator)).toBe("in_call");
    await customer.send("call.join", {
      callId: seat.call.id,
      joinId: newJoinId(),
      mediaState: nothingOn,
      takeOver: false,
    });
    await customer.send("call.end", { callId: seat.call.id });
    await world.settle();
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      endReason: "completed",
    });
  });

  it("ends as unanswered after 30 s, or as declined", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    await call(operator, customer);
    await world.pass(30_000);
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      endReason: "unanswered",
    });
    expect(stateOf(operator)).toBe("available");
    const { seat } = await call(operator, customer);
    await customer.send("call.decline", { callId: seat.call.id });
    await world.settle();
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      endReason: "declined",
    });
  });

  it("not twice for one command, not who is away, in the queue, or while serving", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const [carl, dora] = [
      await world.visitor("Carl"),
      await world.visitor("Dora"),
    ];
    const away = await world.visitor("Away");
    away.close();
    expect(await refusal(call(operator, away))).toBe(
      "contact_centre.customer_away",
    );
    const [clientId, joinId] = [newClientId(), newJoinId()];
    const answers = await Promise.all([
      call(operator, carl, clientId, joinId),
      call(operator, carl, clientId, joinId),
    ]);
    expect(answers[0].request.id).toBe(answers[1].request.id);
    expect(await refusal(call(operator, dora))).toMatch(/busy|open/);
    await ask(dora);
    await world.settle();
    const other = await world.open(world.operator("Oleg"));
    expect(await refusal(call(other, dora))).toBe(
      "contact_centre.request_open",
    );
  });
});

describe("the history (B20)", () => {
  it("tells who, how long, how many messages, and which operators were rung", async () => {
    await using world = await openService();
    const { operator, requestId } = await talk(world);
    await world.pass(65_000);
    await operator.send("request.end", { requestId });
    await world.settle();
    const desk = await world.open(operator.principal);
    expect(desk.last("desk.snapshot")?.desk).toMatchObject({
      offer: null,
      active: [],
    });
    expect(
      await world.centre.mayRead(
        operator.principal,
        operator.last("request.changed")?.request.conversationId as never,
      ),
    ).toBe(true);
    const stranger = world.operator("Stranger");
    expect(
      await world.centre.mayRead(
        stranger,
        operator.last("request.changed")?.request.conversationId as never,
      ),
    ).toBe(false);
  });
});
