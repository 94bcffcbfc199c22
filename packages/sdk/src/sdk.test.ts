import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicationEndpoints, type ContextObject } from "@veche/contracts";
import { startWorld, type World } from "@veche/test-world";
import { createVeche, VecheRefusal, type Veche } from "./index.ts";

let world: World;
let veche: Veche;
beforeAll(async () => {
  world = await startWorld();
  const admin = await world.user("admin");
  const { application, secret } = await admin.call(
    applicationEndpoints.createApplication,
    {
      body: {
        key: "erp",
        name: "ERP",
        origins: [],
        matchUsersBy: "login",
        webhookUrl: null,
      },
    },
  );
  veche = createVeche({ url: world.baseUrl, key: application.key, secret });
  await veche.keepObjectType({
    type: "order",
    title: { ru: "Заказ", en: "Order" },
    fields: [
      {
        key: "total",
        label: { ru: "Сумма", en: "Total" },
        kind: "money",
        currency: "RUB",
      },
    ],
    sections: [],
    isOn: true,
  });
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

const order = (id: string): ContextObject => ({
  type: "order",
  id,
  title: `Order ${id}`,
  url: null,
  fields: { total: "10.00" },
});

describe("an application that uses the SDK, on a real server (E7)", () => {
  it("captions nobody who is in no call", async () => {
    await veche.keepObjects([order("silent")]);
    const { id } = await veche.openConversation(
      { type: "order", id: "silent" },
      ["anna"],
    );
    const caption = { captionId: 1, text: "Hello", isFinal: true };
    await expect(veche.showCaption(id, "anna", caption)).rejects.toMatchObject({
      code: "request.conflict",
    });
  });

  it("keeps more objects than one request holds", async () => {
    const orders = Array.from({ length: 230 }, (_, at) => order(`many-${at}`));
    await veche.keepObjects(orders);
    expect(await veche.object({ type: "order", id: "many-229" })).toEqual(
      orders[229],
    );
    await veche.forgetObject({ type: "order", id: "many-229" });
    await expect(
      veche.object({ type: "order", id: "many-229" }),
    ).rejects.toMatchObject({ code: "object.not_found", status: 404 });
  });

  it("talks about an object with the people it lets in, and hears what they say", async () => {
    const anna = await world.user("anna");
    await veche.keepObjects([order("42")]);
    const { id } = await veche.openConversation({ type: "order", id: "42" }, [
      "anna",
    ]);
    await veche.post(id, { body: "The order is paid" });
    const stop = new AbortController();
    const pages = veche.followEvents({ signal: stop.signal });
    const heard: string[] = [];
    await anna.line.send("message.send", {
      conversationId: id,
      clientId: crypto.randomUUID() as never,
      body: "Thank you",
    });
    for await (const { items } of pages) {
      for (const { event } of items)
        if (event.type === "message.created") heard.push(event.body);
      if (heard.includes("Thank you")) stop.abort();
    }
    expect(heard).toEqual(["The order is paid", "Thank you"]);
  });

  it("changes who is in a conversation", async () => {
    await veche.keepObjects([order("43")]);
    const { id } = await veche.openConversation({ type: "order", id: "43" });
    await veche.addMembers(id, ["anna", "boris"], "read_only");
    await veche.removeMember(id, "anna");
    expect(
      (await veche.members(id)).map(({ kind, role }) => `${kind} ${role}`),
    ).toEqual(["application owner", "user read_only"]);
    expect(await veche.conversationEvents(id, 1)).toMatchObject([
      { type: "member.joined" },
      { type: "member.left" },
    ]);
  });

  it("learns what is wrong with its input, by place", async () => {
    const wrong = { ...order("44"), fields: { total: "much" } };
    const refusal = await veche
      .keepObjects([wrong])
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(VecheRefusal);
    expect(refusal).toMatchObject({
      code: "request.invalid",
      isRetryable: false,
      issues: [{ path: "/objects/0/fields/total" }],
    });
  });

  it("is told by the same name of a server that is away", async () => {
    const nowhere = createVeche({
      url: "http://127.0.0.1:9",
      key: "erp",
      secret: "x",
    });
    await expect(nowhere.application()).rejects.toMatchObject({
      code: "unreachable",
      isRetryable: true,
    });
  });
});
