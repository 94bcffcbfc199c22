import { describe, expect, it } from "vitest";
import {
  allOn,
  newJoinId,
  openService,
  type Window,
} from "../../../tests/contact-centre.ts";
import {
  ask,
  offerTo,
  accept,
  decline,
  callAt,
  serve,
  stateOf,
  refusal,
} from "../../../tests/service-scenes.ts";

describe("two windows of one operator", () => {
  it("accepting at once: one serves, the other is told so", async () => {
    await using world = await openService();
    const one = await world.available("Olga");
    const other = await world.open(one.principal, one.deviceId);
    await ask(await world.visitor("Carl"));
    await world.settle();
    const offerId = offerTo(one).id;
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
      offerId: offerTo(operator).id,
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
    expect(await refusal(decline(operator))).toBe("contact_centre.offer_gone");
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
    const offerId = offerTo(operator).id;
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
    const { operator, customer, requestId } = await serve(world);
    const callId = callAt(customer).id;
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
