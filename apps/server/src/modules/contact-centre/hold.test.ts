import { describe, expect, it } from "vitest";
import { contactCentreEndpoints, liveBoardEndpoints } from "@veche/contracts";
import {
  openService,
  type ServiceWorld,
} from "../../../tests/contact-centre.ts";
import { openOffice } from "../../../tests/office.ts";
import { refusal, serve, type Session } from "../../../tests/service-scenes.ts";
import { defaultQueueId } from "./powers.ts";

/** Olga serves Carl by video and puts him on hold. */
async function putOnHold(world: ServiceWorld): Promise<Session> {
  const session = await serve(world, "video");
  await session.operator.send("request.hold", { requestId: session.requestId });
  await world.settle();
  return session;
}

const heldOf = async ({ test }: ServiceWorld) => {
  const { heldAt, heldMs } = await test.database.db
    .selectFrom("requests")
    .select(["heldAt", "heldMs"])
    .executeTakeFirstOrThrow();
  return { isOnHold: heldAt !== null, heldMs };
};

describe("an operator who puts the call on hold", () => {
  it("is told so, and so is the customer, until they are back", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await putOnHold(world);
    const since = operator.last("request.changed")?.request.heldAt;
    expect(since).not.toBeNull();
    expect(customer.last("my_request.changed")?.request.heldAt).toBe(since);
    await world.pass(4_000);
    const again = await operator.send("request.hold", { requestId });
    expect(again.heldAt).toBe(since);
    const { heldAt } = await operator.send("request.resume", { requestId });
    await world.settle();
    expect(heldAt).toBeNull();
    expect(customer.last("my_request.changed")?.request.heldAt).toBeNull();
    expect(await heldOf(world)).toEqual({ isOnHold: false, heldMs: 4_000 });
  });

  it("is back as often as they say so, and the time is counted once", async () => {
    await using world = await openService();
    const { operator, requestId } = await putOnHold(world);
    await world.pass(2_000);
    await operator.send("request.resume", { requestId });
    await world.pass(9_000);
    await operator.send("request.resume", { requestId });
    await operator.send("request.hold", { requestId });
    await world.pass(3_000);
    await operator.send("request.resume", { requestId });
    expect(await heldOf(world)).toEqual({ isOnHold: false, heldMs: 5_000 });
  });

  it("holds nobody whose session is over, or whom they left in the queue", async () => {
    await using world = await openService();
    const ended = await putOnHold(world);
    await world.pass(1_000);
    await ended.customer.send("request.end", { requestId: ended.requestId });
    expect(await heldOf(world)).toEqual({ isOnHold: false, heldMs: 1_000 });
    await using another = await openService();
    const { operator, customer, requestId } = await putOnHold(another);
    await operator.send("request.transfer", {
      requestId,
      to: { queueId: defaultQueueId },
      note: null,
    });
    await another.settle();
    expect(customer.last("my_request.changed")?.request.heldAt).not.toBeNull();
    await operator.send("request.leave", { requestId });
    await another.settle();
    expect(customer.last("my_request.changed")?.request.heldAt).toBeNull();
  });

  it("holds calls alone, and their own alone", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await serve(world, "chat");
    const nina = await world.open(world.operator("Nina"));
    expect(await refusal(operator.send("request.hold", { requestId }))).toBe(
      "call.ended",
    );
    for (const stranger of [nina, customer])
      for (const command of ["request.hold", "request.resume"] as const)
        expect(await refusal(stranger.send(command, { requestId }))).not.toBe(
          "done",
        );
    expect(await heldOf(world)).toEqual({ isOnHold: false, heldMs: 0 });
  });

  it("is seen so on the live board, and the history keeps how long it was", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const { operator, requestId } = await putOnHold(world);
    const query = { withinSeconds: 20 };
    const heldAt = async () => {
      const { body } = await as("supervisor", liveBoardEndpoints.getLiveBoard, {
        query,
      });
      return body.now.operators[0]?.session?.heldAt;
    };
    expect(await heldAt()).toBe(world.clock.now().toISOString());
    await world.pass(4_000);
    await operator.send("request.resume", { requestId });
    expect(await heldAt()).toBeNull();
    await world.pass(1_000);
    await operator.send("request.end", { requestId });
    const { body } = await as(
      "supervisor",
      contactCentreEndpoints.getHistoryEntry,
      { params: { requestId } },
    );
    expect(body.entry).toMatchObject({ heldMs: 4_000, servedMs: 5_000 });
  });
});
