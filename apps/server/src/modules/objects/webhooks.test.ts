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
});
