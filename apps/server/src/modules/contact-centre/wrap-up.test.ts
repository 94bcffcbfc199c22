import { describe, expect, it } from "vitest";
import type { RequestId } from "@veche/contracts";
import { openService, type Window } from "../../../tests/contact-centre.ts";
import {
  accept,
  ask,
  refusal,
  ring,
  serve,
  stateOf,
} from "../../../tests/service-scenes.ts";
import { firstOutcomes } from "./domain/wrap-up.ts";

const wrapUpMs = 30_000;

const words = (requestId: RequestId) => ({
  requestId,
  outcomeId: firstOutcomes[1]?.id ?? null,
  note: "Call back about the invoice",
  followUp: { text: "Send the invoice", dueOn: "2026-03-05" },
  isDone: true,
});

/** A session that the customer has just ended. */
async function served() {
  const world = await openService({ wrapUpMs });
  const session = await serve(world, "chat");
  await session.customer.send("request.end", { requestId: session.requestId });
  await world.settle();
  return { world, ...session };
}

const untilOf = (operator: Window) =>
  operator.last("operator.changed")?.status.wrapUp?.until ?? "";

describe("after serving a customer", () => {
  it("the operator is left alone for 30 s, then goes on as they asked to", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    expect(operator.last("operator.changed")?.status).toMatchObject({
      state: "wrap_up",
      requestedState: "available",
      wrapUp: { requestId },
    });
    await ask(await world.visitor("Dora"), "chat");
    await world.pass(29_000);
    expect(stateOf(operator)).toBe("wrap_up");
    await world.pass(1_000);
    expect(ring(operator)?.request.customer.name).toBe("Dora");
  });

  it("what is written down is kept with the session, and the operator is free in the same instant", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    await ask(await world.visitor("Dora"), "chat");
    const saved = await operator.send("wrap_up.save", words(requestId));
    expect(saved).toMatchObject({
      outcome: { en: "Needs follow-up" },
      note: "Call back about the invoice",
      followUp: { text: "Send the invoice", dueOn: "2026-03-05" },
    });
    await world.settle();
    expect(ring(operator)?.request.customer.name).toBe("Dora");
  });

  it("the same words again change nothing, also when the operator rings already", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    await operator.send("wrap_up.save", words(requestId));
    await ask(await world.visitor("Dora"), "chat");
    await world.settle();
    await operator.send("wrap_up.save", words(requestId));
    await world.settle();
    expect(stateOf(operator)).toBe("ringing");
  });

  it("it can be given as much time again; the same press twice does so once", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    const shownUntil = untilOf(operator);
    const first = await operator.send("wrap_up.extend", {
      requestId,
      shownUntil,
    });
    const second = await operator.send("wrap_up.extend", {
      requestId,
      shownUntil,
    });
    expect(second.wrapUp).toEqual(first.wrapUp);
    expect(Date.parse(first.wrapUp?.until ?? "") - Date.parse(shownUntil)).toBe(
      wrapUpMs,
    );
    await world.pass(59_000);
    expect(stateOf(operator)).toBe("wrap_up");
    await world.pass(1_000);
    expect(stateOf(operator)).toBe("available");
  });

  it("choosing a state ends it at once, and it can be written down later", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    await operator.send("operator.set_state", {
      state: "break",
      breakReason: "lunch",
    });
    await world.settle();
    expect(stateOf(operator)).toBe("break");
    await operator.send("wrap_up.save", words(requestId));
    await world.settle();
    expect(stateOf(operator)).toBe("break");
  });

  it("a reload finds the session that is written down", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    const again = await world.open(operator.principal);
    expect(again.last("desk.snapshot")?.desk).toMatchObject({
      status: { state: "wrap_up", wrapUp: { requestId } },
      wrappingUp: { id: requestId, customer: { name: "Carl" } },
      active: [],
    });
  });

  it("a killed server forgets neither the wrap-up nor its end", async () => {
    const { world, operator } = await served();
    await using _ = world;
    await world.kill();
    world.clock.advance(60_000);
    await world.start();
    const again = await world.open(operator.principal);
    await world.settle();
    expect(again.last("operator.changed")?.status ?? null).toMatchObject({
      state: "available",
      wrapUp: null,
    });
  });

  it("nobody else writes it down, and nothing that is not on the company's list", async () => {
    const { world, operator, requestId } = await served();
    await using _ = world;
    const other = await world.available("Oleg");
    expect(await refusal(other.send("wrap_up.save", words(requestId)))).toBe(
      "request.not_found",
    );
    const outcomeId = requestId as never; // an id, and no outcome's
    expect(
      await refusal(
        operator.send("wrap_up.save", { ...words(requestId), outcomeId }),
      ),
    ).toBe("request.invalid");
  });

  it("there is none where nobody was served", async () => {
    await using world = await openService({ wrapUpMs });
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    const { id } = await ask(customer, "chat");
    await world.settle();
    await customer.send("request.cancel", { requestId: id });
    await world.settle();
    expect(stateOf(operator)).toBe("available");
    await ask(customer, "chat");
    await world.settle();
    await accept(operator);
    await world.settle();
    operator.close();
    await world.pass(120_000);
    const back = await world.open(operator.principal);
    expect(back.last("desk.snapshot")?.desk.status.state).toBe("offline");
  });
});
