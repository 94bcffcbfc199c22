import { describe, expect, it } from "vitest";
import {
  liveBoardEndpoints,
  queueEndpoints,
  usualQueue,
  type LiveBoard,
  type RequestId,
  type UserId,
} from "@veche/contracts";
import {
  at,
  happeningsIn,
  type Office,
} from "../../../tests/office-happenings.ts";
import { openOffice } from "../../../tests/office.ts";
import { accept, askIn, serve } from "../../../tests/service-scenes.ts";
import { newId } from "../../../tests/service-windows.ts";
import { defaultQueueId } from "./powers.ts";

async function boardOf({ as }: Office, withinSeconds = 20): Promise<LiveBoard> {
  const { status, body } = await as(
    "supervisor",
    liveBoardEndpoints.getLiveBoard,
    { query: { withinSeconds } },
  );
  expect(status).toBe(200);
  return body;
}

const completed = (createdAt: string, acceptedAt: string, endedAt: string) => ({
  ...({ state: "ended", endReason: "completed" } as const),
  createdAt: at(createdAt),
  acceptedAt: at(acceptedAt),
  endedAt: at(endedAt),
});

/** What was counted by hand: nine requests of today, one of yesterday, two calls that operators made. */
async function aDayIn(office: Office): Promise<void> {
  const put = happeningsIn(office);
  const olgas = newId<RequestId>();
  const olga = await put.operator("Olga", {
    ...{ state: "wrap_up", since: at("11:59:40") },
    ...{ wrapUpRequestId: olgas, wrapUpUntil: at("12:00:10") },
  });
  const oleg = await put.operator("Oleg", { state: "in_call" });
  const pavel = await put.operator("Pavel", { state: "ringing" });
  const rita = await put.operator("Rita", { state: "in_call" });
  await put.operator("Sam", { state: "break", breakReason: "lunch" });
  await put.operator("Zoe", { state: "offline" });

  const yesterday = await put.request(
    "Yesterday",
    {
      ...completed("00:00:00", "00:00:10", "00:05:00"),
      createdAt: new Date(at("00:00:00").getTime() - 10_000),
    },
    olga,
  );
  await put.rated(yesterday, 4, at("00:05:00"));

  const first = await put.request(
    "First",
    completed("00:00:00", "00:00:20", "00:02:20"),
    olga,
  );
  await put.wrappedUp(first, at("00:02:20"), at("00:02:50"));
  await put.rated(first, 5, at("00:02:20"));
  const handed = await put.request(
    "Handed",
    completed("09:10:00", "09:10:21", "09:12:21"),
    oleg,
  );
  await put.handedOver(handed, olga, oleg);
  await put.rated(handed, null, at("09:12:21"));
  await put.request("Gave up", {
    ...{ state: "ended", createdAt: at("09:30:00"), endReason: "abandoned" },
    endedAt: at("09:31:00"),
  });
  await put.request("Vanished", {
    ...{ state: "ended", createdAt: at("09:40:00") },
    ...{ endReason: "customer_lost", endedAt: at("09:43:00") },
  });
  await put.request(
    "Not reached",
    {
      ...completed("10:00:00", "10:00:00", "10:00:30"),
      ...{ origin: "operator", endReason: "declined" },
    },
    olga,
  );
  await put.request(
    "Called",
    {
      ...completed("10:30:00", "10:30:00", "10:40:00"),
      origin: "operator",
    },
    olga,
  );
  await put.request(
    "Written down",
    { id: olgas, ...completed("11:50:00", "11:50:05", "11:59:40") },
    olga,
  );
  await put.rated(olgas, 2, at("11:59:40"));
  await put.request(
    "In a call",
    {
      ...{ state: "active", createdAt: at("11:58:00") },
      acceptedAt: at("11:58:30"),
    },
    oleg,
  );
  await put.request(
    "In a chat",
    {
      ...{ state: "active", kind: "chat", createdAt: at("11:00:00") },
      acceptedAt: at("11:00:03"),
    },
    rita,
  );
  await put.request("Waiting", { state: "waiting", createdAt: at("11:59:00") });
  const rings = await put.request("Ringing", {
    ...{ state: "offered", createdAt: at("11:59:30") },
  });
  await put.rung(rings, pavel);
}

describe("the live board", () => {
  it("is for supervisors and administrators alone", async () => {
    await using office = await openOffice();
    const ask = async (role: Parameters<Office["as"]>[0]) => {
      const { status, code } = await office.as(
        role,
        liveBoardEndpoints.getLiveBoard,
      );
      return code ?? status;
    };
    expect(await ask("employee")).toBe("auth.forbidden");
    expect(await ask("operator")).toBe("auth.forbidden");
    expect(await ask("supervisor")).toBe(200);
    expect(await ask("admin")).toBe(200);
  });

  it("of a day in which nothing happened has no figures", async () => {
    await using office = await openOffice();
    const { now, today } = await boardOf(office);
    expect(now).toEqual({
      ...{ waitingCount: 0, waitingSince: null, ringingCount: 0 },
      ...{ callCount: 0, chatCount: 0, operators: [], restCount: 0 },
    });
    expect(today).toMatchObject({
      since: "2026-03-01T21:00:00.000Z",
      timeZone: "Europe/Moscow",
      figures: {
        ...{ offered: 0, abandonedShare: null, serviceLevel: null },
        ...{ meanWaitMs: null, meanHandleMs: null },
      },
      score: { count: 0, mean: null },
    });
    expect(today.hours).toHaveLength(13);
  });

  it("tells who waits, who is rung and who serves whom", async () => {
    await using office = await openOffice();
    await aDayIn(office);
    const { now } = await boardOf(office);
    expect(now).toMatchObject({
      waitingCount: 2,
      waitingSince: at("11:59:00").toISOString(),
      ringingCount: 1,
      callCount: 1,
      chatCount: 1,
      restCount: 1,
    });
    expect(
      now.operators.map(({ name, state, customerName, servedCount }) => [
        ...[name, state, customerName, servedCount],
      ]),
    ).toEqual([
      ["Oleg", "in_call", "In a call", 2],
      ["Olga", "wrap_up", "Written down", 4],
      ["Pavel", "ringing", "Ringing", 0],
      ["Rita", "in_call", "In a chat", 1],
      ["Sam", "break", null, 0],
    ]);
    expect(now.operators.map(({ session }) => session?.kind)).toEqual([
      ...["video", undefined, undefined, "chat", undefined],
    ]);
    expect(now.operators[1]?.since).toBe(at("11:59:40").toISOString());
    expect(now.operators[4]?.breakReason).toBe("lunch");
  });

  it("counts the day as it was counted by hand", async () => {
    await using office = await openOffice();
    await aDayIn(office);
    const { figures, score, hours } = (await boardOf(office)).today;
    expect(figures).toEqual({
      ...{ offered: 9, answered: 5, abandoned: 2, stillWaiting: 2 },
      ...{ answeredInTime: 3, handled: 2 },
      abandonedShare: 2 / 9,
      serviceLevel: 3 / 5,
      // 20, 21, 5, 30 and 3 seconds.
      meanWaitMs: 15_800,
      // Twice two minutes, and half a minute of wrap-up.
      meanHandleMs: 135_000,
      meanWrapUpMs: 15_000,
    });
    expect(score.count).toBe(3);
    expect(score.mean).toBeCloseTo((4 + 5 + 2) / 3);
    const busy = hours.filter(({ offered }) => offered > 0);
    expect(busy).toEqual([
      {
        startsAt: at("00:00:00").toISOString(),
        ...{ offered: 1, answered: 1, abandoned: 0 },
      },
      {
        startsAt: at("09:00:00").toISOString(),
        ...{ offered: 3, answered: 1, abandoned: 2 },
      },
      {
        startsAt: at("11:00:00").toISOString(),
        ...{ offered: 5, answered: 3, abandoned: 0 },
      },
    ]);
  });

  it.each([
    [4, 1],
    [10, 2],
    [29, 4],
    [30, 5],
  ])("with %d s as the threshold has %d answered in time", async (y, count) => {
    await using office = await openOffice();
    await aDayIn(office);
    const { figures } = (await boardOf(office, y)).today;
    expect(figures).toMatchObject({
      answeredInTime: count,
      serviceLevel: count / 5,
    });
  });

  it("tells of each queue who waits there, who could be rung for it, and what became of its requests", async () => {
    await using office = await openOffice();
    const { as, world } = office;
    const boardQueues = async () => (await boardOf(office)).queues;
    expect(await boardQueues()).toMatchObject([
      {
        ...{ queueId: defaultQueueId, name: "Support", waitingCount: 0 },
        ...{ waitingSince: null, availableCount: 0 },
        figures: { offered: 0, serviceLevel: null },
      },
    ]);
    const olga = await world.available("Olga");
    await world.available("Oleg");
    const { createQueue, archiveQueue } = queueEndpoints;
    const made = await as("admin", createQueue, {
      body: {
        ...{ ...usualQueue, name: "Second line" },
        // The window is an operator's.
        operatorIds: [olga.principal.id as UserId],
      },
    });
    const { id: queueId } = made.body;
    for (const name of ["Carl", "Dora"])
      await askIn(queueId, await world.visitor(name), "chat");
    await world.settle();
    await accept(olga);
    await world.settle();
    const since = world.clock.now().toISOString();
    expect(await boardQueues()).toMatchObject([
      {
        ...{ queueId, name: "Second line", waitingCount: 1, ringingCount: 0 },
        ...{ waitingSince: since, availableCount: 0 },
        figures: { offered: 2, answered: 1, stillWaiting: 1, serviceLevel: 1 },
      },
      { name: "Support", waitingCount: 0, availableCount: 1 },
    ]);
    // Whoever waits in an archived one is not lost from sight.
    await as("admin", archiveQueue, { params: { queueId } });
    expect((await boardQueues()).map(({ name }) => name)).toEqual([
      ...["Second line", "Support"],
    ]);
  });

  it("marks whose operator asks for help, and with which words", async () => {
    await using office = await openOffice();
    const { world } = office;
    const { operator, requestId } = await serve(world, "chat");
    await operator.send("request.ask_help", { requestId, words: "Angry" });
    const [olga] = (await boardOf(office)).now.operators;
    expect(olga?.session).toMatchObject({
      requestId,
      kind: "chat",
      help: { words: "Angry", since: olga?.since },
    });
  });

  it("counts a wrap-up when it is over, as long as it took", async () => {
    await using office = await openOffice({ wrapUpMs: 30_000 });
    const { world } = office;
    const { operator, customer, requestId } = await serve(world, "chat");
    await world.pass(60_000);
    await customer.send("request.end", { requestId });
    await world.pass(10_000);
    const during = await boardOf(office);
    expect(during.now.operators).toMatchObject([
      { state: "wrap_up", customerName: "Carl", servedCount: 1 },
    ]);
    expect(during.today.figures).toMatchObject({
      ...{ answered: 1, handled: 0, meanHandleMs: null },
    });
    await operator.send("wrap_up.save", {
      ...{ requestId, outcomeId: null, note: "", followUp: null },
      isDone: true,
    });
    await world.settle();
    const after = await boardOf(office);
    expect(after.today.figures).toMatchObject({
      ...{ handled: 1, meanHandleMs: 70_000, meanWrapUpMs: 10_000 },
    });
  });

  it("lets a customer whose operator left them wait since then", async () => {
    await using office = await openOffice();
    const { world } = office;
    const { operator, requestId } = await serve(world, "chat");
    await world.pass(60_000);
    await operator.send("request.transfer", {
      ...{ requestId, to: { queueId: defaultQueueId }, note: null },
    });
    await operator.send("request.leave", { requestId });
    await world.settle();
    const leftAt = world.clock.now().toISOString();
    const { now, today } = await boardOf(office);
    expect(now).toMatchObject({ waitingCount: 1, waitingSince: leftAt });
    expect(today.figures).toMatchObject({ answered: 1, stillWaiting: 0 });
  });
});
