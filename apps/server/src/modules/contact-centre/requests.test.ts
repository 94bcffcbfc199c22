import { describe, expect, it } from "vitest";
import type { CustomerId } from "@veche/contracts";
import {
  newClientId,
  newJoinId,
  openService,
  type Window,
} from "../../../tests/contact-centre.ts";
import {
  ask,
  ring,
  accept,
  decline,
  stateOf,
  refusal,
} from "../../../tests/service-scenes.ts";

const imBack = (operator: Window) =>
  operator.send("operator.set_state", {
    state: "available",
    breakReason: null,
  });

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

    await decline(first);
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
    await decline(operator);
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
  });

  it("missed by the only operator rings them at once when they say that they are back", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    await ask(await world.visitor("Carl"));
    await world.pass(20_000);
    await world.pass(40_000);
    expect(stateOf(operator)).toBe("not_responding");
    const before = operator.all("offer.made").length;
    await imBack(operator);
    await world.settle();
    expect(operator.all("offer.made")).toHaveLength(before + 1);
    expect(stateOf(operator)).toBe("ringing");
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
      await world.centre.openRequestOf(principal.id as CustomerId),
    ).toMatchObject({ state: "waiting" });
    await world.pass(5_000);
    expect(
      await world.centre.openRequestOf(principal.id as CustomerId),
    ).toBeNull();
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
