import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  contactCentreEndpoints,
  queueEndpoints,
  type QueueId,
} from "@veche/contracts";
import { openOffice } from "../../../tests/office.ts";
import {
  idOf,
  openQueue,
  plainQueue,
  type Office,
} from "../../../tests/queue-scenes.ts";
import { newId, type Window } from "../../../tests/service-windows.ts";
import {
  accept,
  ask,
  askIn,
  decline,
  offerTo,
  ring,
  stateOf,
} from "../../../tests/service-scenes.ts";

const { archiveQueue, listQueues, updateQueue } = queueEndpoints;
const { getHistoryEntry } = contactCentreEndpoints;

const asking = async (
  { world }: Office,
  name: string,
  queueId: QueueId,
): Promise<Window> => {
  const customer = await world.visitor(name);
  await askIn(queueId, customer, "chat");
  await world.settle();
  return customer;
};

/** Whoever it rings at takes it, serves it for so long and is free again. */
async function serveNext(
  { world }: Office,
  operator: Window,
  servedMs: number,
): Promise<void> {
  await accept(operator);
  await world.pass(servedMs);
  await operator.send("request.end", {
    requestId: offerTo(operator).request.id,
  });
  await world.pass(31_000);
  expect(stateOf(operator)).toBe("available");
}

const reasonsOf = async ({ as }: Office, operator: Window) =>
  (
    await as("supervisor", getHistoryEntry, {
      params: { requestId: offerTo(operator).request.id },
    })
  ).body.offers.map(({ operatorName, reason }) => [operatorName, reason]);

describe("who is rung of several (B11)", () => {
  it("is the one rung the longest ago, where the queue goes round", async () => {
    await using office = await openOffice();
    const { world } = office;
    const olga = await world.available("Olga");
    const { id } = await openQueue(office, { strategy: "round_robin" });
    await asking(office, "Carl", id);
    await accept(olga);
    const oleg = await world.available("Oleg");
    await world.pass(1_000);
    await asking(office, "Dora", id);
    await serveNext(office, oleg, 1_000);
    await olga.send("request.end", { requestId: offerTo(olga).request.id });
    await world.pass(31_000);
    // Oleg has been idle for longer, and was rung later.
    await asking(office, "Emil", id);
    expect(ring(olga)?.request.customer.name).toBe("Emil");
    expect(await reasonsOf(office, olga)).toEqual([["Olga", "round_robin"]]);
  });

  it("is the one with the fewest sessions of the last eight hours, where the queue counts them", async () => {
    await using office = await openOffice();
    const { world } = office;
    const olga = await world.available("Olga");
    const { id } = await openQueue(office, { strategy: "fewest_sessions" });
    for (const name of ["Carl", "Dora"]) {
      await asking(office, name, id);
      await serveNext(office, olga, 1_000);
    }
    const oleg = await world.available("Oleg");
    await asking(office, "Emil", id);
    expect(ring(oleg)?.request.customer.name).toBe("Emil");
    await serveNext(office, oleg, 1_000);
    // One session to two: Oleg again, though he is idle for a moment only.
    await asking(office, "Fay", id);
    expect(ring(oleg)?.request.customer.name).toBe("Fay");
    expect(await reasonsOf(office, oleg)).toEqual([
      ["Oleg", "fewest_sessions"],
    ]);
  });

  it("is the customer's last operator for as many days as the queue says", async () => {
    await using office = await openOffice();
    const { world } = office;
    const olga = await world.available("Olga");
    const { id } = await openQueue(office, { stickyDays: 2 });
    const carl = await asking(office, "Carl", id);
    const oleg = await world.available("Oleg");
    await serveNext(office, olga, 60_000);
    await askIn(id, carl, "chat");
    await world.settle();
    expect(await reasonsOf(office, olga)).toEqual([["Olga", "sticky"]]);
    await serveNext(office, olga, 60_000);
    await sql`UPDATE requests SET ${sql.join(
      ["created_at", "accepted_at", "ended_at"].map(
        (column) =>
          sql`${sql.ref(column)} = ${sql.ref(column)} - interval '2 days'`,
      ),
    )}`.execute(world.test.database.db);
    await askIn(id, carl, "chat");
    await world.settle();
    expect(await reasonsOf(office, oleg)).toEqual([["Oleg", "longest_idle"]]);
  });

  it("is one of another queue once the customer waited for its overflow, without anything else happening", async () => {
    await using office = await openOffice();
    const { world } = office;
    const olga = await world.available("Olga");
    const oleg = await world.open(world.operator("Oleg"));
    const wide = await openQueue(office, { name: "Everybody" });
    const { id } = await openQueue(office, {
      ...{ operatorIds: [idOf(oleg)] },
      overflow: { queueId: wide.id, afterSeconds: 42 },
    });
    const carl = await asking(office, "Carl", id);
    expect(carl.last("my_request.changed")?.request).toMatchObject({
      ...{ state: "waiting", isStaffed: true },
    });
    await world.pass(41_900);
    expect(ring(olga)).toBeUndefined();
    await world.pass(200);
    expect(ring(olga)?.request.customer.name).toBe("Carl");
    // One of the queue itself comes first.
    await decline(olga);
    await oleg.send("operator.set_state", {
      ...{ state: "available", breakReason: null },
    });
    await world.settle();
    expect(await reasonsOf(office, oleg)).toEqual([
      ["Olga", "overflow"],
      ["Oleg", "longest_idle"],
    ]);
  });

  it("is told of a session that is handed over by name", async () => {
    await using office = await openOffice();
    const { world } = office;
    const olga = await world.available("Olga");
    const { id: requestId } = await ask(await world.visitor("Carl"), "chat");
    await world.settle();
    await accept(olga);
    const oleg = await world.available("Oleg");
    await olga.send("request.transfer", {
      ...{ requestId, note: null },
      to: { operatorId: idOf(oleg) },
    });
    await world.settle();
    expect(await reasonsOf(office, oleg)).toEqual([
      ["Olga", "longest_idle"],
      ["Oleg", "named"],
    ]);
  });
});

describe("an overflow", () => {
  it("goes to another queue that is there, and ends with it", async () => {
    await using office = await openOffice();
    const { as } = office;
    const wide = await openQueue(office, { name: "Everybody" });
    const { id } = await openQueue(office);
    const params = { queueId: id };
    const to = (queueId: QueueId) => ({
      ...plainQueue,
      overflow: { queueId, afterSeconds: 30 },
    });
    for (const wrong of [id, newId<QueueId>()])
      expect(
        await as("admin", updateQueue, { params, body: to(wrong) }),
      ).toMatchObject({ status: 400, code: "request.invalid" });
    expect(
      await as("admin", updateQueue, { params, body: to(wide.id) }),
    ).toMatchObject({ status: 200, body: to(wide.id) });
    await as("admin", archiveQueue, { params: { queueId: wide.id } });
    const { items } = (await as("admin", listQueues)).body;
    expect(items.find((one) => one.id === id)?.overflow).toBeNull();
  });
});
