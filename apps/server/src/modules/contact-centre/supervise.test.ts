import { describe, expect, it } from "vitest";
import type { RequestId, SupervisionMode } from "@veche/contracts";
import {
  allOn,
  newJoinId,
  nothingOn,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { openOffice } from "../../../tests/office.ts";
import { openQueue } from "../../../tests/queue-scenes.ts";
import {
  accept,
  askIn,
  callAt,
  refusal,
  serve,
  type Session,
} from "../../../tests/service-scenes.ts";

const supervisorOf = (world: ServiceWorld, name = "Sofia"): Promise<Window> =>
  world.open(world.operator(name, ["employee", "supervisor"]));

/** One life of a supervisor's connection, in whatever way. */
const seatOfOwn = (window: Window, joinId = newJoinId()) => ({
  joinId,
  supervise: (requestId: RequestId, mode: SupervisionMode) =>
    window.send("request.supervise", {
      ...{ requestId, joinId, media: allOn, mode },
    }),
});

/** The customer sits in the call as well. */
async function talk(world: ServiceWorld): Promise<Session> {
  const session = await serve(world);
  await session.customer.send("call.join", {
    ...{ callId: callAt(session.customer).id, joinId: newJoinId() },
    ...{ mediaState: nothingOn, takeOver: false },
  });
  await world.settle();
  return session;
}

const namesAt = (window: Window) =>
  callAt(window).participants.map(({ name, state, supervision }) =>
    [name, state, ...(supervision === undefined ? [] : [supervision])].join(
      " ",
    ),
  );

describe("a supervisor beside an operator (B2, B15)", () => {
  it("listens, whispers and joins from one seat; only who joins is shown to the customer, who is told of the rest", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await talk(world);
    const supervisor = await supervisorOf(world);
    const { supervise } = seatOfOwn(supervisor);
    const { seat, request } = await supervise(requestId, "listen");
    await world.settle();
    expect(request.id).toBe(requestId);
    expect(seat.call).toMatchObject({ topology: "sfu", kind: "pair" });
    expect(namesAt(operator)).toEqual([
      ...["Carl joining", "Olga joining", "Sofia joining listen"],
    ]);
    expect(namesAt(customer)).toEqual(["Carl joining", "Olga joining"]);
    expect(callAt(customer)).toMatchObject({
      ...{ topology: "sfu", isSupervised: true },
    });
    await supervise(requestId, "whisper");
    await world.settle();
    expect(namesAt(operator)[2]).toBe("Sofia joining whisper");
    expect(namesAt(customer)).toHaveLength(2);
    await supervise(requestId, "join");
    await world.settle();
    expect(namesAt(customer)[2]).toBe("Sofia joining join");
    expect(callAt(customer).isSupervised).toBeUndefined();
  });

  it("is told to the customer or not as the queue says", async () => {
    await using office = await openOffice();
    const { world } = office;
    const { id } = await openQueue(office, { tellsSupervision: false });
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    await askIn(id, customer);
    await world.settle();
    const { request } = await accept(operator);
    const supervisor = await supervisorOf(world);
    await seatOfOwn(supervisor).supervise(request.id, "listen");
    await world.settle();
    expect(callAt(operator).participants).toHaveLength(3);
    expect(callAt(customer).participants).toHaveLength(2);
    expect(callAt(customer).isSupervised).toBeUndefined();
  });

  it("goes and leaves the two alone, by whichever button", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await talk(world);
    const supervisor = await supervisorOf(world);
    const { supervise } = seatOfOwn(supervisor);
    for (const command of ["call.leave", "call.end"] as const) {
      const { seat } = await supervise(requestId, "join");
      await supervisor.send(command, { callId: seat.call.id });
      await world.settle();
      expect(callAt(operator).state).toBe("active");
      expect(namesAt(customer)[2]).toBe("Sofia left join");
    }
  });

  it("is not waited for when their line is gone, though the two are", async () => {
    await using world = await openService();
    const { operator, requestId } = await talk(world);
    const supervisor = await supervisorOf(world);
    await seatOfOwn(supervisor).supervise(requestId, "listen");
    supervisor.close();
    await world.pass(65_000);
    expect(callAt(operator).state).toBe("active");
    expect(namesAt(operator)[2]).toBe("Sofia left listen");
  });

  it("is one: three are in a call at most", async () => {
    await using world = await openService();
    const { requestId } = await talk(world);
    await seatOfOwn(await supervisorOf(world)).supervise(requestId, "listen");
    const second = seatOfOwn(await supervisorOf(world, "Stepan"));
    expect(await refusal(second.supervise(requestId, "listen"))).toBe(
      "call.full",
    );
  });

  it("needs a media server, the right to see others' sessions, and a call that another serves", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await talk(world);
    const nina = await world.open(world.operator("Nina"));
    for (const stranger of [nina, customer])
      expect(
        await refusal(seatOfOwn(stranger).supervise(requestId, "listen")),
      ).toBe("auth.forbidden");
    const supervisor = seatOfOwn(await supervisorOf(world));
    world.mediaServer.status = "off";
    expect(await refusal(supervisor.supervise(requestId, "listen"))).toBe(
      "call.for_two",
    );
    await operator.send("request.end", { requestId });
    expect(await refusal(supervisor.supervise(requestId, "listen"))).toBe(
      "request.not_found",
    );
    await using written = await openService();
    const chat = await serve(written, "chat");
    const reader = seatOfOwn(await supervisorOf(written));
    expect(await refusal(reader.supervise(chat.requestId, "listen"))).toBe(
      "call.ended",
    );
  });

  it("takes the session over from their seat", async () => {
    await using world = await openService();
    const { customer, requestId } = await talk(world);
    const supervisor = await world.open(
      world.operator("Sofia", ["employee", "operator", "supervisor"]),
    );
    await seatOfOwn(supervisor).supervise(requestId, "whisper");
    await supervisor.send("request.take_over", {
      ...{ requestId, joinId: newJoinId(), media: nothingOn },
    });
    await world.settle();
    expect(namesAt(customer)).toEqual([
      ...["Carl joining", "Olga left", "Sofia joining"],
    ]);
  });

  it("says nothing to the customer of what the media server would not carry", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await talk(world);
    const supervisor = await supervisorOf(world);
    const own = seatOfOwn(supervisor);
    const { seat } = await own.supervise(requestId, "whisper");
    await world.settle();
    const before = customer.notices.length;
    const callId = seat.call.id;
    const carl = callAt(operator).participants[0]!;
    await supervisor.send("floor.caption", {
      callId,
      caption: { captionId: 1, text: "Offer a refund", isFinal: true },
    });
    await supervisor.send("call.signal", {
      ...{ callId, joinId: own.joinId, toJoinId: carl.joinId! },
      signal: {
        kind: "candidate",
        ...{ candidate: "", sdpMid: null },
        ...{ sdpMLineIndex: null, usernameFragment: null },
      },
    });
    expect(operator.last("floor.captioned")).toBeDefined();
    expect(customer.notices).toHaveLength(before);
  });
});
