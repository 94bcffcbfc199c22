import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  queueEndpoints,
  usualQueue,
  type CustomerId,
  type QueueFields,
  type QueueId,
} from "@veche/contracts";
import { openOffice } from "../../../tests/office.ts";
import {
  newClientId,
  newId,
  newJoinId,
  nothingOn,
} from "../../../tests/service-windows.ts";
import { afternoonHours, ask, refusal } from "../../../tests/service-scenes.ts";
import { defaultQueueId } from "./powers.ts";

const { listQueues, updateQueue } = queueEndpoints;
const params = { queueId: defaultQueueId };
const afternoons: QueueFields = {
  ...usualQueue,
  name: "Support",
  hours: afternoonHours,
};

describe("a queue", () => {
  it("is seen by everybody who serves and kept by administrators; the trail knows of a change", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const saved = await as("admin", updateQueue, { params, body: afternoons });
    expect(saved).toMatchObject({ status: 200, body: afternoons });
    for (const role of ["operator", "supervisor", "admin"] as const)
      expect((await as(role, listQueues)).body.items).toEqual([
        { id: defaultQueueId, isDefault: true, ...afternoons },
      ]);
    expect(await as("employee", listQueues)).toMatchObject({
      code: "auth.forbidden",
    });
    expect(
      await as("supervisor", updateQueue, { params, body: afternoons }),
    ).toMatchObject({ code: "auth.forbidden" });
    const { rows } = await sql`
      select payload ->> 'queueId' as id from outbox where type = 'queue.changed'`.execute(
      world.test.database.db,
    );
    expect(rows).toEqual([{ id: defaultQueueId }]);
  });

  it("is not changed to what no clock shows, and one that is not there is not made", async () => {
    await using office = await openOffice();
    const { as } = office;
    const hours = afternoonHours;
    for (const body of [
      { ...afternoons, hours: { ...hours, timeZone: "Mars/Olympus" } },
      { ...afternoons, hours: { ...hours, week: [] } },
      {
        ...afternoons,
        hours: { ...hours, week: [{ day: 1, from: "12:00", to: "11:00" }] },
      },
      { ...afternoons, name: "" },
    ])
      expect(await as("admin", updateQueue, { params, body })).toMatchObject({
        status: 400,
        code: "request.invalid",
      });
    expect((await as("admin", listQueues)).body.items[0]?.hours).toBeNull();
    expect(
      await as("admin", updateQueue, {
        params: { queueId: newId<QueueId>() },
        body: afternoons,
      }),
    ).toMatchObject({ status: 404, code: "request.not_found" });
  });

  it("takes no calls while it is closed, and says when it opens; what is written waits", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    await as("admin", updateQueue, { params, body: afternoons });
    const opensAt = async () => (await world.centre.serviceAt()).opensAt;
    expect(await opensAt()).toEqual(new Date("2026-03-02T12:00:00Z"));
    const customer = await world.visitor("Carl");
    for (const kind of ["video", "audio"] as const)
      expect(await refusal(ask(customer, kind))).toBe("contact_centre.closed");
    expect(await ask(customer, "chat")).toMatchObject({ state: "waiting" });
    world.clock.advance(3 * 3_600_000);
    expect(await opensAt()).toBeNull();
    expect(await ask(await world.visitor("Dora"), "video")).toMatchObject({
      kind: "video",
    });
  });

  it("that closes goes on with who came before, and its operators may call", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const waiting = await world.visitor("Carl");
    const clientId = newClientId();
    const request = await ask(waiting, "video", clientId);
    await as("admin", updateQueue, { params, body: afternoons });
    const operator = await world.available("Olga");
    await world.settle();
    expect(operator.last("offer.made")?.offer.request.id).toBe(request.id);
    // The same word again is answered as the first time.
    expect((await ask(waiting, "video", clientId)).id).toBe(request.id);
    const other = await world.open(world.operator("Oleg"));
    const called = await world.visitor("Dora");
    expect(
      await other.send("customer.call", {
        clientId: newClientId(),
        // The window is a customer's.
        customerId: called.principal.id as CustomerId,
        media: "audio",
        joinId: newJoinId(),
        mediaState: nothingOn,
      }),
    ).toMatchObject({ request: { state: "active" } });
  });
});
