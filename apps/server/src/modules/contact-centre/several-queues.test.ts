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
  openQueue as open,
  plainQueue as plain,
  type Office,
} from "../../../tests/queue-scenes.ts";
import { newId, type Window } from "../../../tests/service-windows.ts";
import {
  accept,
  afternoonHours,
  ask,
  askIn,
  offerTo,
  refusal,
  ring,
} from "../../../tests/service-scenes.ts";
import { defaultQueueId } from "./powers.ts";

const { archiveQueue, createQueue, listQueues, updateQueue } = queueEndpoints;

/** Olga serves a customer of this name and hands them to a queue, where they wait alone. */
async function handOn(
  { world }: Office,
  olga: Window,
  { name, queueId }: { readonly name: string; readonly queueId: QueueId },
): Promise<Window> {
  const customer = await world.visitor(name);
  const { id: requestId } = await ask(customer, "chat");
  await world.settle();
  await accept(olga);
  await olga.send("request.transfer", {
    requestId,
    to: { queueId },
    note: null,
  });
  await world.settle();
  await olga.send("request.leave", { requestId });
  await world.settle();
  return customer;
}

const placeOf = (customer: Window) =>
  customer.last("my_request.changed")?.request.position;

describe("several queues (B10, B11)", () => {
  it("are opened and archived by administrators; the one that customers come into stays", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const opened = await open(office, { name: "  Second line " });
    expect(opened).toMatchObject({
      ...{ name: "Second line", isDefault: false, operatorIds: [] },
    });
    expect(await as("supervisor", createQueue, { body: plain })).toMatchObject({
      code: "auth.forbidden",
    });
    const names = async () =>
      (await as("operator", listQueues)).body.items.map(({ name }) => name);
    expect(await names()).toEqual(["Second line", "Support"]);
    const params = { queueId: opened.id };
    expect(await as("admin", archiveQueue, { params })).toMatchObject({
      status: 204,
    });
    expect(await names()).toEqual(["Support"]);
    const { listTransferTargets } = contactCentreEndpoints;
    const targets = await as("operator", listTransferTargets);
    expect(targets.body.queues).toHaveLength(1);
    for (const answer of [
      await as("admin", archiveQueue, { params }),
      await as("admin", updateQueue, { params, body: plain }),
    ])
      expect(answer).toMatchObject({ code: "request.not_found" });
    expect(
      await as("admin", archiveQueue, { params: { queueId: defaultQueueId } }),
    ).toMatchObject({ code: "contact_centre.queue_needed" });
    const { rows } = await sql`
      select payload ->> 'change' as change from outbox where type = 'queue.changed' order by id`.execute(
      world.test.database.db,
    );
    expect(rows).toEqual([{ change: "created" }, { change: "archived" }]);
  });

  it("ring their own operators alone, in an archived one too; who may serve changes at once", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const olga = await world.available("Olga");
    const oleg = await world.open(world.operator("Oleg"));
    const { id: queueId } = await open(office, { operatorIds: [idOf(oleg)] });
    const carl = await handOn(office, olga, { name: "Carl", queueId });
    await world.pass(60_000);
    expect(ring(olga)?.request.state).not.toBe("waiting");
    expect(olga.last("operator.changed")?.status.state).toBe("available");
    expect(carl.last("my_request.changed")?.request).toMatchObject({
      ...{ state: "waiting", position: 1, isStaffed: false },
    });
    await oleg.send("operator.set_state", {
      ...{ state: "available", breakReason: null },
    });
    await world.settle();
    expect(ring(oleg)?.request.queueId).toBe(queueId);
    await accept(oleg);
    await world.settle();

    const dora = await handOn(office, olga, { name: "Dora", queueId });
    await as("admin", archiveQueue, { params: { queueId } });
    await oleg.send("request.end", {
      requestId: ring(oleg)!.request.id,
    });
    await oleg.send("operator.set_state", {
      ...{ state: "available", breakReason: null },
    });
    await world.pass(60_000);
    expect(ring(oleg)?.request.customer.name).toBe("Dora");
    expect(placeOf(dora)).toBe(1);
  });

  it("are served by their priority, each in the order of coming; a place is one in one's own queue", async () => {
    await using office = await openOffice();
    const { world } = office;
    const olga = await world.available("Olga");
    const { id: queueId } = await open(office, { priority: 8 });
    const urgent = await handOn(office, olga, { name: "Urgent", queueId });
    // Nobody else is free: whoever handed it over is asked again after a pause.
    await olga.send("operator.set_state", {
      ...{ state: "break", breakReason: null },
    });
    const early = await world.visitor("Early");
    await ask(early, "chat");
    const late = await world.visitor("Late");
    await ask(late, "chat");
    await world.settle();
    expect([urgent, early, late].map(placeOf)).toEqual([1, 1, 2]);
    await world.available("Oleg").then(async (oleg) => {
      await world.settle();
      expect(ring(oleg)?.request.customer.name).toBe("Urgent");
      await accept(oleg);
    });
    const nina = await world.available("Nina");
    await world.settle();
    expect(ring(nina)?.request.customer.name).toBe("Early");
  });

  it("are come into from pages that name them, which staff are told; no page turns anybody away", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const alone = await world.visitor("Alone");
    await ask(alone, "chat");
    const olga = await world.available("Olga");
    await world.settle();
    // With one queue there is nothing to tell apart.
    expect(offerTo(olga).request.queueName).toBeNull();
    const { id: queueId } = await open(office);
    const carl = await world.visitor("Carl");
    await askIn(queueId, carl, "chat");
    await world.pass(1_000);
    expect(olga.last("board.changed")?.board.waiting).toMatchObject([
      { customerName: "Alone", queueName: "Support" },
      { customerName: "Carl", queueName: "Specialists" },
    ]);
    const oleg = await world.available("Oleg");
    await world.settle();
    expect(offerTo(oleg).request).toMatchObject({
      ...{ queueId, queueName: "Specialists" },
    });

    await as("admin", archiveQueue, { params: { queueId } });
    for (const [name, wanted] of [
      ["Dora", queueId],
      ["Emil", newId<QueueId>()],
    ] as const) {
      const { id } = await askIn(wanted, await world.visitor(name), "chat");
      const { rows } =
        await sql`select queue_id from requests where id = ${id}`.execute(
          world.test.database.db,
        );
      expect(rows).toEqual([{ queueId: defaultQueueId }]);
    }
  });

  it("have hours and operators of their own, for whoever comes from a page", async () => {
    await using office = await openOffice();
    const { world } = office;
    const oleg = await world.open(world.operator("Oleg"));
    await world.available("Olga");
    const { id: queueId } = await open(office, {
      ...{ hours: afternoonHours, operatorIds: [idOf(oleg)] },
    });
    expect(await world.centre.serviceAt(queueId)).toEqual({
      ...{ isStaffed: false, opensAt: new Date("2026-03-02T12:00:00Z") },
    });
    expect(await world.centre.serviceAt()).toEqual({
      ...{ isStaffed: true, opensAt: null },
    });
    const carl = await world.visitor("Carl");
    expect(await refusal(askIn(queueId, carl))).toBe("contact_centre.closed");
    expect(await ask(carl)).toMatchObject({ state: "waiting" });
  });
});
