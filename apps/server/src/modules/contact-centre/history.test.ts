import { describe, expect, it } from "vitest";
import {
  contactCentreEndpoints,
  type CustomerId,
  type Endpoint,
  type QueueId,
} from "@veche/contracts";
import { defaultQueueId } from "./powers.ts";
import type { Principal } from "../../platform/principal.ts";
import {
  openService,
  type ServiceWorld,
} from "../../../tests/contact-centre.ts";
import {
  accept,
  ask,
  decline,
  refusal,
  serve,
} from "../../../tests/service-scenes.ts";
import { newId } from "../../../tests/service-windows.ts";

/** Asks an endpoint as the edge does after its checks. */
async function get(
  world: ServiceWorld,
  endpoint: Endpoint,
  asked: {
    readonly by: Principal;
    readonly params?: object;
    readonly query?: object;
  },
): Promise<unknown> {
  const found = [...world.centre.routes, ...world.calls.routes].find(
    (one) => one.endpoint === endpoint,
  );
  if (found === undefined) throw new Error(`nobody answers ${endpoint.path}`);
  const { by, params = {}, query = {} } = asked;
  const actor = { id: by.id, name: by.name, address: null };
  return found.handle({ principal: by, params, query, actor } as never);
}

const { listHistory, getHistoryEntry, listOperators, getCustomer } =
  contactCentreEndpoints;

describe("the history (B20)", () => {
  it("tells who took part, for how long, and which operators were rung", async () => {
    await using world = await openService();
    const first = await world.available("First");
    await world.pass(1_000);
    const second = await world.available("Second");
    const customer = await world.visitor("Carl");
    const { id: requestId } = await ask(customer);
    await world.pass(5_000);
    await decline(first);
    await world.settle();
    await accept(second);
    await world.pass(65_000);
    await second.send("request.end", { requestId });
    await world.settle();

    const by = second.principal;
    const list = await get(world, listHistory, { by, query: { limit: 50 } });
    const entry = {
      request: {
        id: requestId,
        state: "ended",
        endReason: "completed",
        operatorName: "Second",
      },
      participants: [{ name: "Carl" }, { name: "Second" }],
      waitedMs: 5_000,
      servedMs: 65_000,
      messageCount: 0,
      quality: "unknown",
    };
    expect(list).toMatchObject({ entries: [entry], nextBefore: null });
    expect(
      await get(world, getHistoryEntry, { by, params: { requestId } }),
    ).toMatchObject({
      entry,
      offers: [
        {
          operatorName: "First",
          outcome: "declined",
          candidateCount: 2,
          idleMs: 1_000,
        },
        {
          operatorName: "Second",
          outcome: "accepted",
          candidateCount: 1,
          idleMs: 5_000,
        },
      ],
      calls: [{ requestId, state: "ended", endReason: "ended" }],
    });
  });

  it("shows operators their own and supervisors all, page by page, filtered", async () => {
    await using world = await openService();
    const { operator, requestId } = await serve(world);
    await operator.send("request.end", { requestId });
    await operator.send("operator.set_state", {
      state: "offline",
      breakReason: null,
    });
    await world.pass(1_000);
    const given = await world.visitor("Dora 100%");
    const { id } = await ask(given, "chat");
    await given.send("request.cancel", { requestId: id });

    const supervisor = world.operator("Sonya", ["employee", "supervisor"]);
    const ids = async (by: Principal, query: object) => {
      const page = (await get(world, listHistory, {
        by,
        query: { limit: 50, ...query },
      })) as {
        entries: { request: { id: string } }[];
        nextBefore: string | null;
      };
      return page.entries.map((entry) => entry.request.id);
    };
    expect(await ids(operator.principal, {})).toEqual([requestId]);
    expect(await ids(supervisor, {})).toEqual([id, requestId]);
    expect(await ids(supervisor, { kind: "chat" })).toEqual([id]);
    expect(await ids(supervisor, { endReason: "completed" })).toEqual([
      requestId,
    ]);
    expect(await ids(supervisor, { text: "0%" })).toEqual([id]);
    expect(await ids(supervisor, { queueId: defaultQueueId })).toEqual([
      ...[id, requestId],
    ]);
    expect(await ids(supervisor, { queueId: newId<QueueId>() })).toEqual([]);
    const since = world.clock.now().toISOString();
    expect(await ids(supervisor, { since })).toEqual([id]);
    expect(await ids(supervisor, { before: since })).toEqual([requestId]);
    expect(await ids(supervisor, { text: "olg" })).toEqual([requestId]);
    const first = await get(world, listHistory, {
      by: supervisor,
      query: { limit: 1 },
    });
    const { nextBefore } = first as { nextBefore: string };
    expect(await ids(supervisor, { before: nextBefore })).toEqual([requestId]);

    const stranger = world.operator("Stranger");
    expect(
      await refusal(
        get(world, getHistoryEntry, { by: stranger, params: { requestId } }),
      ),
    ).toBe("request.not_found");
  });

  it("may be read in the conversation by those who served in it and by supervisors", async () => {
    await using world = await openService();
    const { operator, customer, requestId } = await serve(world);
    await operator.send("request.end", { requestId });
    const conversationId = world.conversationOf(customer.principal);
    const may = (who: Principal) => world.centre.mayRead(who, conversationId);
    expect(await may(operator.principal)).toBe(true);
    expect(await may(world.operator("Sonya", ["employee", "supervisor"]))).toBe(
      true,
    );
    expect(await may(world.operator("Stranger"))).toBe(false);
    expect(await may(world.operator("Employee", ["employee"]))).toBe(false);
  });
});

describe("a customer's card (B12, B29)", () => {
  it("opens to the operator who is rung for them, and the look is kept", async () => {
    await using world = await openService();
    const operator = await world.available("Olga");
    const customer = await world.visitor("Carl");
    const look = (by: Principal) =>
      get(world, getCustomer, {
        by,
        params: { customerId: customer.principal.id },
      });
    expect(await refusal(look(operator.principal))).toBe("request.not_found");
    await ask(customer);
    await world.settle();
    expect(await look(operator.principal)).toMatchObject({
      name: "Carl",
      isOnline: true,
    });
    expect(await refusal(look(world.operator("Stranger")))).toBe(
      "request.not_found",
    );
    const views = (await world.test.outboxEvents()).filter(
      (event) => event.type === "customer.viewed",
    );
    expect(views).toMatchObject([
      {
        customerId: customer.principal.id as CustomerId,
        actor: { name: "Olga" },
      },
    ]);
  });
});

describe("the list of operators", () => {
  it("shows supervisors everybody's state", async () => {
    await using world = await openService();
    await world.available("Olga");
    await world.open(world.operator("Oleg"));
    const by = world.operator("Sonya", ["employee", "supervisor"]);
    expect(await get(world, listOperators, { by })).toMatchObject({
      operators: [
        { name: "Oleg", state: "offline" },
        { name: "Olga", state: "available" },
      ],
    });
  });
});
