import { describe, expect, it } from "vitest";
import type { CustomerId, UserId } from "@veche/contracts";
import {
  newClientId,
  newJoinId,
  nothingOn,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import {
  accept,
  ask,
  callAt,
  decline,
  refusal,
  ring,
  serve,
  stateOf,
  type Session,
} from "../../../tests/service-scenes.ts";
import { turnsOf } from "./domain/turns.ts";
import { defaultQueueId } from "./powers.ts";
import { findRequest } from "./store/history.ts";
import { transfersOf } from "./store/transfers.ts";

// An operator's principal is a user.
const idOf = (operator: Window) => operator.principal.id as UserId;

interface Handing extends Session {
  readonly next: Window;
}

/** Olga serves Carl and hands him to Nina, who is rung. */
async function handOver(
  world: ServiceWorld,
  kind: "chat" | "video" = "video",
): Promise<Handing> {
  const session = await serve(world, kind);
  const { requestId, customer, operator } = session;
  if (kind === "video")
    await customer.send("call.join", {
      callId: callAt(customer).id,
      joinId: newJoinId(),
      mediaState: nothingOn,
      takeOver: false,
    });
  const next = await world.available("Nina");
  await operator.send("request.transfer", {
    requestId,
    to: { operatorId: idOf(next) },
    note: "Asks about the contract",
  });
  await world.settle();
  return { ...session, next };
}

const toQueue = async (
  world: ServiceWorld,
  { operator, requestId }: Session,
): Promise<void> => {
  await operator.send("request.transfer", {
    requestId,
    to: { queueId: defaultQueueId },
    note: null,
  });
  await world.settle();
};

const shownTo = (operator: Window) => operator.last("request.changed")?.request;

const seatsIn = (window: Window) =>
  callAt(window).participants.map(({ name, state }) => `${name} ${state}`);

async function turnsIn(
  { test: { database } }: ServiceWorld,
  requestId: Session["requestId"],
) {
  const request = await findRequest(database.db, requestId);
  if (request === undefined) throw new Error("the request is gone");
  return turnsOf(request, await transfersOf(database.db, [requestId]));
}

describe("a session handed to another operator", () => {
  it("rings there with the note, while the first stays and the customer is told", async () => {
    await using world = await openService();
    const { operator, customer, next } = await handOver(world);
    expect(ring(next)?.request.transfer).toMatchObject({
      fromOperatorName: "Olga",
      toName: "Nina",
      note: "Asks about the contract",
      isRinging: true,
    });
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      state: "active",
      operatorName: "Olga",
      transfer: { toName: "Nina" },
      position: null,
    });
    expect(stateOf(operator)).toBe("in_call");
  });

  it("goes on in the same call and conversation; the first is out and free with the same step", async () => {
    await using world = await openService();
    const { operator, customer, next, requestId } = await handOver(world);
    const { id: callId } = callAt(customer);
    const { request } = await accept(next);
    await world.settle();
    expect(request).toMatchObject({ id: requestId, operatorName: "Nina" });
    expect(callAt(customer).id).toBe(callId);
    expect(seatsIn(customer)).toEqual([
      "Carl joining",
      "Olga left",
      "Nina joining",
    ]);
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      state: "active",
      operatorName: "Nina",
      transfer: null,
    });
    expect([stateOf(operator), stateOf(next)]).toEqual([
      "available",
      "in_call",
    ]);
    expect(shownTo(operator)?.operatorName).toBe("Nina");
    expect(await world.chats.membersOf(request.conversationId)).toEqual([
      customer.principal.id,
      next.principal.id,
    ]);
  });

  it("is a turn of each in the history, and both may look at it", async () => {
    await using world = await openService();
    const { next, requestId, operator } = await handOver(world);
    await accept(next);
    await next.send("request.end", { requestId });
    await world.settle();
    expect(await turnsIn(world, requestId)).toMatchObject([
      {
        operatorName: "Olga",
        transfer: {
          toName: "Nina",
          isTaken: false,
          note: "Asks about the contract",
        },
      },
      { operatorName: "Nina", transfer: null },
    ]);
    const conversationId = shownTo(operator)?.conversationId as never;
    expect(await world.centre.mayRead(operator.principal, conversationId)).toBe(
      true,
    );
  });

  it("declined or missed waits in the queue at its old place; the first is told and still serves", async () => {
    await using world = await openService();
    const { operator, next, requestId } = await handOver(world);
    await decline(next);
    await world.settle();
    expect(shownTo(operator)).toMatchObject({
      state: "active",
      operatorName: "Olga",
      transfer: { answer: "declined", isRinging: false },
    });
    const third = await world.available("Tom");
    expect(ring(third)?.request.id).toBe(requestId);
    await accept(third);
    await world.settle();
    expect([stateOf(operator), stateOf(third)]).toEqual([
      "available",
      "in_call",
    ]);
  });

  it("is kept by the first on second thought: the ring stops", async () => {
    await using world = await openService();
    const { operator, customer, next, requestId } = await handOver(world);
    const kept = await operator.send("request.take_back", { requestId });
    await world.settle();
    expect(kept).toMatchObject({ state: "active", transfer: null });
    expect(next.last("offer.closed")?.outcome).toBe("withdrawn");
    expect(await refusal(accept(next))).toBe("contact_centre.offer_gone");
    expect(customer.last("my_request.changed")?.request.transfer).toBeNull();
    expect(await turnsIn(world, requestId)).toMatchObject([
      { operatorName: "Olga", transfer: null },
    ]);
  });

  it("comes back to the first later, by another transfer", async () => {
    await using world = await openService();
    const { operator, customer, next, requestId } = await handOver(world);
    await accept(next);
    await world.settle();
    await next.send("request.transfer", {
      requestId,
      to: { operatorId: idOf(operator) },
      note: null,
    });
    await world.settle();
    await accept(operator);
    await world.settle();
    expect(seatsIn(customer)).toEqual([
      "Carl joining",
      "Nina left",
      "Olga joining",
    ]);
    expect(
      (await turnsIn(world, requestId)).map(({ operatorName }) => operatorName),
    ).toEqual(["Olga", "Nina", "Olga"]);
  });

  it("outlives a restart of the server, which puts nobody back who is out", async () => {
    await using world = await openService();
    const { operator, customer, next } = await handOver(world);
    const { id: callId } = callAt(customer);
    await accept(next);
    await world.settle();
    await world.kill();
    await world.start();
    const back = await world.open(customer.principal, customer.deviceId);
    await world.settle();
    expect(
      callAt(back).participants.find(({ name }) => name === "Olga")?.state,
    ).toBe("left");
    const first = await world.open(operator.principal, operator.deviceId);
    const again = {
      callId,
      joinId: newJoinId(),
      mediaState: nothingOn,
      takeOver: false,
    };
    expect(await refusal(first.send("call.join", again))).toBe(
      "request.not_found",
    );
  });

  it("of chat goes on as a chat", async () => {
    await using world = await openService();
    const { operator, next } = await handOver(world, "chat");
    const { request, seat } = await accept(next);
    await world.settle();
    expect([request.state, seat]).toEqual(["active", null]);
    expect(stateOf(operator)).toBe("available");
  });
});

describe("a session handed to a queue", () => {
  it("is left by the first without an end: the customer waits in the same call and is served", async () => {
    await using world = await openService();
    const session = await serve(world);
    const { operator, customer, requestId } = session;
    await toQueue(world, session);
    await operator.send("request.leave", { requestId });
    await world.settle();
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      state: "waiting",
      position: 1,
    });
    expect(stateOf(operator)).toBe("available");
    await world.pass(200_000);
    expect(callAt(customer).state).toBe("active");
    const next = await world.available("Nina");
    await world.settle();
    await accept(next);
    await world.settle();
    expect(seatsIn(customer)).toEqual([
      "Carl joining",
      "Olga left",
      "Nina joining",
    ]);
  });

  it("outlives the first who hangs up, or is gone for good", async () => {
    await using world = await openService();
    const session = await serve(world);
    const { operator, customer } = session;
    await toQueue(world, session);
    await operator.send("call.end", { callId: callAt(customer).id });
    await world.settle();
    expect(customer.last("my_request.changed")?.request.state).toBe("waiting");
    expect(stateOf(operator)).toBe("available");
    const next = await world.available("Nina");
    await world.settle();
    const { request } = await accept(next);
    await toQueue(world, { ...session, operator: next });
    next.close();
    await world.pass(61_000);
    expect(request.customer.name).toBe("Carl");
    expect(callAt(customer).state).toBe("active");
    expect(customer.last("my_request.changed")?.request.state).not.toBe(
      "ended",
    );
  });

  it("ends as abandoned when the customer who waits alone gives up, as completed while somebody serves", async () => {
    await using world = await openService();
    const session = await serve(world);
    await toQueue(world, session);
    await session.customer.send("call.end", {
      callId: callAt(session.customer).id,
    });
    await world.settle();
    expect(session.customer.last("my_request.changed")?.request.endReason).toBe(
      "completed",
    );
    expect(stateOf(session.operator)).toBe("available");
    const { id: requestId } = await ask(session.customer);
    await world.settle();
    await accept(session.operator);
    await toQueue(world, { ...session, requestId });
    await session.operator.send("request.leave", { requestId });
    await session.customer.send("request.cancel", { requestId });
    await world.settle();
    expect(session.customer.last("my_request.changed")?.request.endReason).toBe(
      "abandoned",
    );
  });
});

describe("a transfer is refused", () => {
  it("to strangers, of what rings already, and to somebody who cannot be rung", async () => {
    await using world = await openService();
    const { operator, next, requestId } = await handOver(world);
    const to = { operatorId: idOf(next) };
    const again = { requestId, to, note: null };
    expect(await refusal(next.send("request.transfer", again))).toBe(
      "request.not_found",
    );
    expect(await refusal(operator.send("request.transfer", again))).toBe(
      "contact_centre.not_transferable",
    );
    await operator.send("request.take_back", { requestId });
    await next.send("operator.set_state", {
      state: "break",
      breakReason: null,
    });
    expect(await refusal(operator.send("request.transfer", again))).toBe(
      "contact_centre.operator_unavailable",
    );
    expect(await refusal(operator.send("request.leave", { requestId }))).toBe(
      "contact_centre.not_transferable",
    );
  });

  it("but not to a supervisor, who hands over what another serves", async () => {
    await using world = await openService();
    const { requestId, customer } = await serve(world);
    const supervisor = await world.open(
      world.operator("Sofia", ["employee", "supervisor"]),
    );
    await supervisor.send("request.transfer", {
      requestId,
      to: { queueId: defaultQueueId },
      note: null,
    });
    await world.settle();
    expect(customer.last("my_request.changed")?.request).toMatchObject({
      state: "active",
      transfer: { toName: null },
    });
  });
});

describe("a supervisor", () => {
  const supervisorOf = async (world: ServiceWorld): Promise<Window> =>
    world.open(world.operator("Sofia", ["employee", "supervisor"]));
  /** The newest state of everybody a supervisor was told of. */
  const statesShownTo = (supervisor: Window) =>
    Object.fromEntries(
      supervisor
        .all("operator.changed")
        .map(({ status }) => [status.name, status.state]),
    );
  const takeOver = (window: Window, requestId: Session["requestId"]) =>
    window.send("request.take_over", {
      requestId,
      joinId: newJoinId(),
      media: nothingOn,
    });

  it("takes a session over: the same call goes on, the operator is free, and both are in the history", async () => {
    await using world = await openService();
    const { customer, requestId } = await serve(world);
    const supervisor = await supervisorOf(world);
    const { request, seat } = await takeOver(supervisor, requestId);
    await world.settle();
    expect(request.operatorName).toBe("Sofia");
    expect(seat?.call.id).toBe(callAt(customer).id);
    expect(seatsIn(customer)).toEqual([
      "Carl joining",
      "Olga left",
      "Sofia joining",
    ]);
    expect(statesShownTo(supervisor)).toEqual({
      Olga: "available",
      Sofia: "in_call",
    });
    expect(await turnsIn(world, requestId)).toMatchObject([
      { operatorName: "Olga", transfer: { toName: "Sofia", isTaken: true } },
      { operatorName: "Sofia", transfer: null },
    ]);
  });

  it("takes over what is being handed over: the ring stops", async () => {
    await using world = await openService();
    const { operator, next, requestId } = await handOver(world);
    const supervisor = await supervisorOf(world);
    await takeOver(supervisor, requestId);
    await world.settle();
    expect(next.last("offer.closed")?.outcome).toBe("withdrawn");
    expect([operator, next].map(stateOf)).toEqual(["available", "available"]);
    expect(statesShownTo(supervisor)).toMatchObject({ Sofia: "in_call" });
    expect((await turnsIn(world, requestId))[0]).toMatchObject({
      transfer: { toName: "Sofia", isTaken: true },
    });
  });

  it("takes over in writing too, and the same command again is answered as before", async () => {
    await using world = await openService();
    const { operator, requestId } = await serve(world, "chat");
    const supervisor = await supervisorOf(world);
    const first = await takeOver(supervisor, requestId);
    const second = await takeOver(supervisor, requestId);
    await world.settle();
    expect([first.seat, second.request.operatorName]).toEqual([null, "Sofia"]);
    expect(shownTo(operator)?.operatorName).toBe("Sofia");
    expect(await turnsIn(world, requestId)).toHaveLength(2);
  });

  it("takes over what waits in the queue while its operator stays", async () => {
    await using world = await openService();
    const session = await serve(world);
    await toQueue(world, session);
    const supervisor = await supervisorOf(world);
    await takeOver(supervisor, session.requestId);
    await world.settle();
    expect(session.customer.last("my_request.changed")?.request).toMatchObject({
      state: "active",
      operatorName: "Sofia",
      transfer: null,
    });
    expect(stateOf(session.operator)).toBe("available");
  });

  it("does not take over what is over, or what nobody serves", async () => {
    await using world = await openService();
    const { customer, requestId } = await serve(world, "chat");
    await customer.send("request.end", { requestId });
    const supervisor = await supervisorOf(world);
    expect(await refusal(takeOver(supervisor, requestId))).toBe(
      "request.not_found",
    );
    const { id } = await ask(await world.visitor("Dora"), "chat");
    await world.settle();
    expect(await refusal(takeOver(supervisor, id))).toBe("request.not_found");
  });

  it("does not take over a call that rings at the customer", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    const { request } = await operator.send("customer.call", {
      clientId: newClientId(),
      // The window is a customer's.
      customerId: customer.principal.id as CustomerId,
      media: "audio",
      joinId: newJoinId(),
      mediaState: nothingOn,
    });
    const supervisor = await supervisorOf(world);
    expect(await refusal(takeOver(supervisor, request.id))).toBe(
      "contact_centre.not_transferable",
    );
  });

  it("serves one at a time, and nobody else may", async () => {
    await using world = await openService();
    const { requestId } = await serve(world);
    const other = await world.open(world.operator("Nina"));
    expect(await refusal(takeOver(other, requestId))).toBe("auth.forbidden");
    const supervisor = await supervisorOf(world);
    await supervisor.send("operator.set_state", {
      state: "available",
      breakReason: null,
    });
    const second = await world.visitor("Dora");
    await ask(second);
    await world.settle();
    await accept(supervisor);
    expect(await refusal(takeOver(supervisor, requestId))).toBe(
      "contact_centre.operator_busy",
    );
  });
});
