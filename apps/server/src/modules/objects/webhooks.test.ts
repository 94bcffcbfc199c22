import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  appEndpoints,
  applicationEndpoints,
  type ConversationId,
} from "@veche/contracts";
import { newClientId } from "../../../tests/conversations.ts";
import {
  openObjects,
  registerWithOrder,
  type ObjectsWorld,
  type RegisteredCaller,
} from "../../../tests/objects.ts";

const webhookUrl = "https://erp.example.com/veche";
let world: ObjectsWorld;
let app: RegisteredCaller;
let conversationId: ConversationId;
beforeEach(async () => {
  world = await openObjects();
  app = await registerWithOrder(world, "erp");
  await setWebhook(webhookUrl);
  const { body } = await world.call(app, appEndpoints.openConversation, {
    params: { type: "order", id: "42" },
    body: { users: [] },
  });
  conversationId = body.id;
});
afterEach(() => world[Symbol.asyncDispose]());

const setWebhook = (url: string | null) =>
  world.call("admin", applicationEndpoints.updateApplication, {
    params: { applicationId: app.id },
    body: {
      name: "ERP",
      origins: [],
      matchUsersBy: "login",
      webhookUrl: url,
      isDisabled: false,
    },
  });

async function post(body: string): Promise<void> {
  await world.call(app, appEndpoints.postMessage, {
    params: { conversationId },
    body: { clientId: newClientId(), body },
  });
  await world.objects.catchUp();
}

const webhook = async () =>
  (
    await world.call("admin", applicationEndpoints.getWebhook, {
      params: { applicationId: app.id },
    })
  ).body;

const told = () =>
  world.posted.map(({ body }) => {
    const page = JSON.parse(body.toString()) as {
      readonly items: readonly { readonly event: { readonly body: string } }[];
    };
    return page.items.map(({ event }) => event.body).join(" ");
  });

describe("an application's webhook (E7)", () => {
  it("is told each event once, signed with the application's secret", async () => {
    await post("One");
    await post("Two");
    expect(told()).toEqual(["One", "Two"]);
    const [first] = world.posted;
    const [, signedAt, signature] =
      /^t=(\d+),v1=(\w+)$/.exec(first?.headers["veche-signature"] ?? "") ?? [];
    expect(first?.url).toBe(webhookUrl);
    expect(signature).toBe(
      createHmac("sha256", app.secret)
        .update(`${signedAt ?? ""}.${first?.body.toString() ?? ""}`)
        .digest("hex"),
    );
  });

  it("is told again, after longer and longer pauses, until it answers well; then goes on in order", async () => {
    world.answers.push(500, 503);
    await post("One");
    await post("Two");
    expect(told()).toEqual(["One"]);
    world.clock.advance(5_000);
    await world.objects.catchUp();
    expect(told()).toEqual(["One", "One Two"]);
    world.clock.advance(9_999);
    await world.objects.catchUp();
    expect(told()).toHaveLength(2);
    world.clock.advance(1);
    await world.objects.catchUp();
    expect(told()).toEqual(["One", "One Two", "One Two"]);
  });

  it("cannot be an address of the company's own network", async () => {
    for (const url of [
      "http://erp.example.com/x",
      "https://localhost/x",
      "https://10.0.0.1/x",
    ])
      expect((await setWebhook(url)).issues).toEqual(["/webhookUrl"]);
    await setWebhook(null);
    await post("Nobody asked");
    expect(world.posted).toEqual([]);
  });

  it("may be one that the administrator of the server named", async () => {
    const inner = "http://erp.test:8080/veche";
    expect((await setWebhook(inner)).status).toBe(200);
    await post("Inside");
    expect(world.posted.map(({ url }) => url)).toEqual([inner]);
  });

  it("shows how it does: what was tried, what came of it, and what waits for the next try", async () => {
    world.answers.push(500, 0);
    await post("One");
    world.clock.advance(5_000);
    await world.objects.catchUp();
    expect(await webhook()).toMatchObject({
      waitingCount: 1,
      failureCount: 2,
      nextAttemptAt: new Date(
        world.clock.now().getTime() + 10_000,
      ).toISOString(),
      deliveries: [
        { kind: "events", firstNumber: 1, lastNumber: 1, status: null },
        { kind: "events", firstNumber: 1, lastNumber: 1, status: 500 },
      ],
    });
  });

  it("is tried by an administrator; when it answers well, what waited is told at once", async () => {
    world.answers.push(500);
    await post("One");
    const { body: tried } = await world.call(
      "admin",
      applicationEndpoints.testWebhook,
      { params: { applicationId: app.id } },
    );
    expect(tried).toMatchObject({ kind: "test", status: 200 });
    await world.objects.catchUp();
    expect(told()).toEqual(["One", "", "One"]);
    expect(await webhook()).toMatchObject({
      waitingCount: 0,
      failureCount: 0,
      nextAttemptAt: null,
      deliveries: [{ status: 200 }, { kind: "test" }, { status: 500 }],
    });
  });

  it("cannot be tried where there is none", async () => {
    await setWebhook(null);
    expect(
      await world.call("admin", applicationEndpoints.testWebhook, {
        params: { applicationId: app.id },
      }),
    ).toMatchObject({ status: 409, code: "application.no_webhook" });
  });
});
