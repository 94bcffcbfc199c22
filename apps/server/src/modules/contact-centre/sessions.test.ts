import { describe, expect, it } from "vitest";
import type { CustomerId } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newJoinId,
  nothingOn,
  openService,
  type Window,
} from "../../../tests/contact-centre.ts";
import {
  ask,
  ring,
  callAt,
  serve,
  stateOf,
  refusal,
} from "../../../tests/service-scenes.ts";

describe("a session", () => {
  it("of sound and picture ends with its call", async () => {
    await using world = await openService();
    const { operator, customer } = await serve(world);
    await customer.send("call.end", {
      callId: callAt(customer).id,
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
    const { operator, customer, requestId, accepted } = await serve(
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
    const { operator, requestId } = await serve(world);
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
    const { requestId } = await serve(world);
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
    const { operator, customer } = await serve(world, "chat");
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
    const { operator, customer } = await serve(world);
    await customer.send("call.join", {
      callId: callAt(customer).id,
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
    { clientId = newClientId(), joinId = newJoinId() } = {},
  ) =>
    operator.send("customer.call", {
      clientId,
      // The window is a customer's.
      customerId: customer.principal.id as CustomerId,
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
      call(operator, carl, { clientId, joinId }),
      call(operator, carl, { clientId, joinId }),
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
