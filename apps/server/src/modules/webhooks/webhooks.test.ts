import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import {
  webhookEndpoints,
  webhookEventTypes,
  type CallId,
  type ConversationId,
  type DomainEvent,
  type DurableEvent,
  type WebhookEndpointId,
} from "@veche/contracts";
import {
  crm,
  openWebhooks,
  type WebhooksWorld,
} from "../../../tests/webhooks.ts";
import { systemIds } from "../../platform/ids.ts";

let world: WebhooksWorld;
beforeEach(async () => {
  world = await openWebhooks();
});
afterEach(() => world[Symbol.asyncDispose]());

const started = (): DomainEvent & DurableEvent => ({
  type: "call.started",
  callId: systemIds.next<CallId>(),
  conversationId: systemIds.next<ConversationId>(),
  media: "video",
});
const ok = { status: 200, retryAfterMs: null };
const down = { status: 503, retryAfterMs: null };

/** What was posted to an address, by the calls it tells of. */
const callsAt = (url: string): readonly string[] =>
  world.posted
    .filter((one) => one.url === url)
    .map(({ body }) => {
      const told = JSON.parse(body.toString()) as { data: { callId: string } };
      return told.data.callId;
    });
const idsOf = (facts: readonly DomainEvent[]): readonly string[] =>
  facts.map((fact) => ("callId" in fact ? fact.callId : ""));

const endpointOf = async (id: WebhookEndpointId) => {
  const { body } = await world.call(webhookEndpoints.listWebhookEndpoints);
  return body.items.find((one) => one.id === id);
};
const change = (
  endpointId: WebhookEndpointId,
  body: { url?: string; isOff?: boolean },
) =>
  world.call(webhookEndpoints.updateWebhookEndpoint, {
    params: { endpointId },
    body: {
      url: crm,
      description: "CRM",
      eventTypes: [],
      isOff: false,
      ...body,
    },
  });

/** As long as it takes for the next attempt to be due. */
async function nextAttempt(id: WebhookEndpointId): Promise<void> {
  const due = (await endpointOf(id))?.nextAttemptAt;
  if (typeof due !== "string") throw new Error("no attempt is due");
  world.clock.advance(Date.parse(due) - world.clock.now().getTime());
  await world.webhooks.catchUp();
}

describe("a system of the company's is told what happens (B21)", () => {
  it("by requests that the public library of Standard Webhooks verifies", async () => {
    const received: { headers: Record<string, string>; body: string }[] = [];
    await using receiver = await listen((headers, body) => {
      received.push({ headers, body });
    });
    const { secret } = await world.add(receiver.url);
    const fact = started();
    await world.say(fact);
    await world.webhooks.catchUp();
    expect(received).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: "" }] = received;
    // The library takes only what was signed within five minutes of now, and the world's clock stands.
    const library = new Webhook(secret);
    expect(() => library.verify(body, headers)).toThrow("too old");
    const signed = library.sign(
      headers["webhook-id"] ?? "",
      world.clock.now(),
      body,
    );
    expect(headers["webhook-signature"]).toBe(signed);
    const { type: _, ...data } = fact;
    const told = JSON.parse(body) as { readonly timestamp: string };
    expect(told).toEqual({
      type: "call.started",
      timestamp: new Date(told.timestamp).toISOString(),
      data,
    });
  });

  it("of what it asked for alone, and of nothing that happened while it was off", async () => {
    const { id } = await world.add(crm, ["call.ended"]);
    await world.say(started());
    await world.webhooks.catchUp();
    expect(world.posted).toEqual([]);
    await change(id, { isOff: true });
    await world.say(started());
    await world.webhooks.catchUp();
    await change(id, {});
    const heard = started();
    await world.say(heard);
    await world.webhooks.catchUp();
    expect(callsAt(crm)).toEqual(idsOf([heard]));
  });

  it("in the order in which it happened, each under an id of its own", async () => {
    const { id } = await world.add();
    const facts = Array.from({ length: 30 }, started);
    for (const part of [facts.slice(0, 7), facts.slice(7, 8), facts.slice(8)])
      await world.say(...part);
    await world.webhooks.catchUp();
    expect(callsAt(crm)).toEqual(idsOf(facts));
    const log = await world.log(id);
    expect(new Set(log.map((one) => one.id)).size).toBe(30);
    expect(log.every(({ state }) => state === "delivered")).toBe(true);
  });

  it("under both secrets while the old one goes on, then under the new one alone", async () => {
    const { id, secret } = await world.add();
    const { body } = await world.call(
      webhookEndpoints.rotateWebhookEndpointSecret,
      { params: { endpointId: id }, body: { keepOldForMs: 60_000 } },
    );
    const signatures = async (): Promise<readonly string[]> => {
      await world.say(started());
      await world.webhooks.catchUp();
      const { headers } = world.posted.at(-1) ?? {};
      return headers?.["webhook-signature"]?.split(" ") ?? [];
    };
    const made = (by: string): string => {
      const { headers, body: posted } = world.posted.at(-1) ?? {};
      return new Webhook(by).sign(
        headers?.["webhook-id"] ?? "",
        world.clock.now(),
        posted?.toString() ?? "",
      );
    };
    expect(await signatures()).toEqual([made(body.secret), made(secret)]);
    world.clock.advance(60_000);
    expect(await signatures()).toEqual([made(body.secret)]);
  });
});

describe("a receiver that does not take a message", () => {
  it("gets it again under the same id, later and later, and the next ones after it, in order", async () => {
    const { id } = await world.add();
    const answers = [down, undefined, { status: 302, retryAfterMs: null }];
    world.answer(crm, async () => (answers.length > 0 ? answers.shift() : ok));
    const facts = [started(), started()];
    await world.say(...facts);
    await world.webhooks.catchUp();
    expect(await endpointOf(id)).toMatchObject({ waitingCount: 2, off: null });
    await nextAttempt(id);
    await nextAttempt(id);
    await nextAttempt(id);
    const [first, second] = idsOf(facts);
    expect(callsAt(crm)).toEqual([first, first, first, first, second]);
    const ids = world.posted.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(2);
    const log = await world.log(id);
    expect(log.at(-1)?.attempts.map(({ status }) => status)).toEqual([
      200,
      302,
      null,
      503,
    ]);
    expect(await endpointOf(id)).toMatchObject({
      waitingCount: 0,
      failingSince: null,
      nextAttemptAt: null,
    });
  });

  it("is given the pause it asks for, within reason", async () => {
    const { id } = await world.add();
    world.answer(crm, async () => ({ status: 429, retryAfterMs: 90_000 }));
    await world.say(started());
    await world.webhooks.catchUp();
    const now = world.clock.now().getTime();
    expect((await endpointOf(id))?.nextAttemptAt).toBe(
      new Date(now + 90_000).toISOString(),
    );
  });

  it("holds nobody else up", async () => {
    const other = "https://erp.example.com/hooks";
    const held = Promise.withResolvers<typeof ok>();
    await world.add();
    await world.add(other);
    world.answer(crm, () => held.promise);
    const facts = [started(), started(), started()];
    await world.say(...facts);
    const served = world.webhooks.catchUp();
    await expect.poll(() => callsAt(other)).toEqual(idsOf(facts));
    held.resolve(ok);
    await served;
    expect(callsAt(crm)).toEqual(idsOf(facts));
  });

  it("is given up after a day with a letter to the administrators; switched on again it gets what waited", async () => {
    const { id } = await world.add();
    world.answer(crm, async () => down);
    const fact = started();
    await world.say(fact);
    await world.webhooks.catchUp();
    const begun = world.clock.now().getTime();
    for (let time = 0; time < 8; time += 1) await nextAttempt(id);
    const tookMs = world.clock.now().getTime() - begun;
    expect(tookMs).toBeGreaterThan(23 * 3_600_000);
    expect(tookMs).toBeLessThanOrEqual(24 * 3_600_000);
    expect(await endpointOf(id)).toMatchObject({
      off: { reason: "failing" },
      waitingCount: 1,
    });
    expect(world.letters.map(({ subject }) => subject)).toEqual([
      "Вебхук выключен: CRM",
      "Webhook switched off: CRM",
    ]);
    world.answer(crm, async () => ok);
    await change(id, {});
    await world.webhooks.catchUp();
    expect(callsAt(crm).slice(9)).toEqual(idsOf([fact]));
    expect(await endpointOf(id)).toMatchObject({ off: null, waitingCount: 0 });
  });

  it("is given up at once when it says that it is gone", async () => {
    const { id } = await world.add();
    world.answer(crm, async () => ({ status: 410, retryAfterMs: null }));
    await world.say(started());
    await world.webhooks.catchUp();
    expect((await endpointOf(id))?.off).toMatchObject({ reason: "gone" });
    expect(world.letters).toHaveLength(2);
  });
});

describe("an administrator", () => {
  it("adds no address of the company's own network that was not named for it", async () => {
    for (const url of [
      "http://crm.example.com/",
      "https://10.0.0.7/",
      "https://localhost/",
      "https://[::ffff:127.0.0.1]/",
      "https://user:word@crm.example.com/",
      "nonsense",
    ]) {
      const refused = await world.call(webhookEndpoints.createWebhookEndpoint, {
        body: { url, description: "", eventTypes: [] },
      });
      expect(refused, url).toMatchObject({
        status: 400,
        code: "request.invalid",
        issues: ["/url"],
      });
    }
  });

  it("tries an endpoint out of turn, and its log shows only what happened", async () => {
    const { id } = await world.add();
    world.answer(crm, async () => down);
    const { body } = await world.call(webhookEndpoints.testWebhookEndpoint, {
      params: { endpointId: id },
    });
    expect(body).toMatchObject({ status: 503 });
    expect(JSON.parse(world.posted[0]?.body.toString() ?? "")).toMatchObject({
      type: "webhook.test",
      data: {},
    });
    expect(await world.log(id)).toEqual([]);
  });

  it("has a message posted again, or gives one up so that the others go on", async () => {
    const { id } = await world.add();
    const facts = [started(), started()];
    world.answer(crm, async ({ body }) =>
      body.toString().includes(idsOf(facts)[0] ?? "") ? down : ok,
    );
    await world.say(...facts);
    await world.webhooks.catchUp();
    const [, blocked] = await world.log(id);
    const params = { endpointId: id, messageId: blocked?.id ?? "" };
    const of = (path: "skip" | "replay") =>
      world.call(webhookEndpoints[`${path}WebhookMessage`], {
        params,
      } as never);
    expect((await of("skip")).status).toBe(204);
    expect((await of("skip")).code).toBe("request.not_found");
    await world.webhooks.catchUp();
    expect(callsAt(crm)).toEqual(idsOf(facts));
    world.answer(crm, async () => ok);
    expect((await of("replay")).status).toBe(204);
    await world.webhooks.catchUp();
    expect(callsAt(crm).at(-1)).toBe(idsOf(facts)[0]);
  });

  it("removes an endpoint with what waited for it", async () => {
    const { id } = await world.add();
    world.answer(crm, async () => down);
    await world.say(started());
    await world.webhooks.catchUp();
    const params = { endpointId: id };
    const remove = () =>
      world.call(webhookEndpoints.deleteWebhookEndpoint, { params });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    await world.webhooks.catchUp();
    expect(world.posted).toHaveLength(1);
  });

  it("finds every event described by a schema", async () => {
    const { body } = await world.call(webhookEndpoints.listWebhookEvents);
    expect(body.items.map(({ type }) => type)).toEqual(webhookEventTypes);
  });
});

it("nobody else sees, changes or tries an endpoint", async () => {
  await using others = await openWebhooks(["supervisor", "operator"]);
  const params = { endpointId: systemIds.next(), messageId: systemIds.next() };
  for (const endpoint of Object.values(webhookEndpoints)) {
    if (endpoint === webhookEndpoints.listWebhookEvents) continue;
    const { code } = await others.call(endpoint, { params });
    expect(code, endpoint.summary).toBe("auth.forbidden");
  }
});

describe("a process that dies", () => {
  it("leaves what it had not settled to the next one, which posts it once more under its id", async () => {
    await world.add();
    const held = Promise.withResolvers<undefined>();
    world.answer(crm, () => held.promise);
    await world.say(started());
    // The first process stays in the middle of its request for ever.
    void world.webhooks.catchUp();
    await expect.poll(() => world.posted.length).toBe(1);
    const other = world.another();
    await other.catchUp();
    expect(world.posted).toHaveLength(1);
    world.clock.advance(30_000);
    world.answer(crm, async () => ok);
    await other.catchUp();
    const [first, second] = world.posted.map(
      ({ headers }) => headers["webhook-id"],
    );
    expect(second).toBe(first);
    held.resolve(undefined);
  });
});

interface Receiver extends AsyncDisposable {
  readonly url: string;
}

async function listen(
  receive: (headers: Record<string, string>, body: string) => void,
): Promise<Receiver> {
  const server: Server = createServer((request, response) => {
    void text(request).then(
      (body) => {
        // Node gives headers that come once as text.
        receive(request.headers as Record<string, string>, body);
        response.writeHead(204).end();
      },
      // Whoever posts may end in the middle of it.
      () => undefined,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
