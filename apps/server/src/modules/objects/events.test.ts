import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  appEndpoints,
  EMBED_TOKEN_AUDIENCE,
  embedEndpoints,
  applicationEndpoints,
  type ConversationId,
  type UserId,
} from "@veche/contracts";
import { contextOf, newClientId } from "../../../tests/conversations.ts";
import {
  openObjects,
  order42,
  registerWithOrder,
  signed,
  type ObjectsWorld,
  type RegisteredCaller,
} from "../../../tests/objects.ts";

let world: ObjectsWorld;
let app: RegisteredCaller;
let conversationId: ConversationId;
beforeEach(async () => {
  world = await openObjects();
  app = await registerWithOrder(world, "erp");
  world.staff("anna");
  conversationId = await openOrder("anna");
});
afterEach(() => world[Symbol.asyncDispose]());

const about = { type: "order", id: "42" };

async function openOrder(...users: string[]): Promise<ConversationId> {
  const { body } = await world.call(app, appEndpoints.openConversation, {
    params: about,
    body: { users },
  });
  return body.id;
}

const post = (body: string) =>
  world.call(app, appEndpoints.postMessage, {
    params: { conversationId },
    body: { clientId: newClientId(), body },
  });

async function eventsAfter(after: number, limit = 100) {
  await world.objects.catchUp();
  const { body } = await world.call(app, appEndpoints.listEvents, {
    query: { after, limit },
  });
  return body;
}

const told = (page: Awaited<ReturnType<typeof eventsAfter>>) =>
  page.items.map(({ number, event }) => `${number} ${event.type}`);

describe("an application's events (E7)", () => {
  it("come in order with numbers that go on where it left off; receipts are none", async () => {
    await post("One");
    await post("Two");
    await world.messages.markRead(app.id, { conversationId, readTo: 2 });
    const first = await eventsAfter(0, 2);
    expect(told(first)).toEqual(["1 member.joined", "2 message.created"]);
    expect(first.items[1]).toMatchObject({
      conversationId,
      object: about,
      event: { body: "One" },
    });
    await post("Three");
    const rest = await eventsAfter(first.next);
    expect(told(rest)).toEqual(["3 message.created", "4 message.created"]);
    expect(await eventsAfter(rest.next)).toEqual({ items: [], next: 4 });
  });

  it("are copied once though several processes do it, and none is left when one dies before it did", async () => {
    const others = [world.another(), world.another()];
    for (let round = 0; round < 5; round += 1) await post(`Message ${round}`);
    await Promise.all([world.objects, ...others].map((one) => one.catchUp()));
    expect(told(await eventsAfter(0))).toEqual([
      "1 member.joined",
      ...[2, 3, 4, 5, 6].map((number) => `${number} message.created`),
    ]);
  });

  it("say nothing any more of what was deleted since", async () => {
    const { body: sent } = await post("A secret");
    const erase = world.messages.commands["message.delete"];
    // Whoever governs the conversation may: here the application itself.
    const author = { ...world.user("ERP"), id: app.id as string as UserId };
    await erase?.(contextOf(author), {
      conversationId,
      messageId: sent.messageId,
    });
    const page = await eventsAfter(0);
    expect(told(page)).toEqual([
      "1 member.joined",
      "2 message.created",
      "3 message.deleted",
    ]);
    expect(JSON.stringify(page)).not.toContain("A secret");
  });

  it("answer a question that waits as soon as there is one", async () => {
    const { next } = await eventsAfter(0);
    const waiting = world.call(app, appEndpoints.listEvents, {
      query: { after: next, waitMs: 25_000 },
    });
    await post("At last");
    const { body } = await waiting;
    expect(body.items).toMatchObject([{ event: { body: "At last" } }]);
  });

  it("let nobody wait longer than they asked, nor when the server stops", async () => {
    const { next } = await eventsAfter(0);
    const wait = () =>
      world.call(app, appEndpoints.listEvents, {
        query: { after: next, waitMs: 10_000 },
      });
    const first = wait();
    await world.whenWaiting();
    world.clock.advance(10_000);
    expect((await first).body).toEqual({ items: [], next });
    const second = wait();
    await world.whenWaiting();
    world.objects.releaseWaits();
    expect((await second).body).toEqual({ items: [], next });
  });
});

const embedToken = (user: string, object = "order/42") =>
  signed(app, {
    audience: EMBED_TOKEN_AUDIENCE,
    at: world.clock.now(),
    claims: { sub: user, object },
  });

async function openEmbed(user: string) {
  const { body } = await world.call(
    { token: "none" },
    embedEndpoints.openEmbed,
    {
      body: { token: await embedToken(user) },
    },
  );
  return { ...body, caller: { token: body.embedToken } };
}

describe("a conversation in a page of the application (E2)", () => {
  it("is opened to the user whom the application's token names, who is a member from then on", async () => {
    world.staff("boris");
    const { me, conversation, card, caller } = await openEmbed("boris");
    expect(me.name).toBe("boris");
    expect(conversation.members.map(({ name }) => name)).toEqual([
      "ERP",
      "anna",
      "boris",
    ]);
    expect(card?.object.title).toBe("Order 42");
    const sent = await world.call(caller, embedEndpoints.sendEmbedMessage, {
      body: { clientId: newClientId(), body: "From the order's page" },
    });
    expect(sent.status).toBe(201);
    expect(
      (
        await world.call(caller, embedEndpoints.moveEmbedReceipt, {
          body: { readTo: sent.body.seq },
        })
      ).status,
    ).toBe(204);
    const { body } = await world.call(caller, embedEndpoints.listEmbedEvents, {
      query: { afterSeq: sent.body.seq - 1 },
    });
    expect(body.items).toMatchObject([
      {
        type: "message.created",
        actorId: me.id,
        body: "From the order's page",
      },
      { type: "receipt.moved", readTo: sent.body.seq },
    ]);
  });

  it("hears what the others write while it waits", async () => {
    const { caller, conversation } = await openEmbed("anna");
    const waiting = world.call(caller, embedEndpoints.listEmbedEvents, {
      query: { afterSeq: conversation.headSeq, waitMs: 25_000 },
    });
    await post("The order is paid");
    expect((await waiting).body.items).toMatchObject([
      { body: "The order is paid" },
    ]);
  });

  it("shows the card anew as soon as the application keeps it", async () => {
    const { caller, conversation } = await openEmbed("anna");
    const waiting = world.call(caller, embedEndpoints.listEmbedEvents, {
      query: { afterSeq: conversation.headSeq, waitMs: 25_000 },
    });
    await world.whenWaiting();
    await world.call(app, appEndpoints.putObjects, {
      body: {
        objects: [
          { ...order42, fields: { ...order42.fields, status: "paid" } },
        ],
      },
    });
    expect((await waiting).body).toEqual({ items: [] });
    const { body } = await world.call(caller, embedEndpoints.getEmbedCard);
    expect(body.card?.object.fields).toMatchObject({ status: "paid" });
  });

  it("shows nothing written after the user was shown out, to a question that waited for it either", async () => {
    const { caller, conversation } = await openEmbed("anna");
    const query = { afterSeq: conversation.headSeq, waitMs: 25_000 };
    const waiting = world.call(caller, embedEndpoints.listEmbedEvents, {
      query,
    });
    await world.whenWaiting();
    await world.call(app, appEndpoints.removeMember, {
      params: { conversationId, user: "anna" },
    });
    await post("Not for Anna");
    expect(await waiting).toMatchObject({
      status: 404,
      code: "conversation.not_found",
    });
    const after = [
      await world.call(caller, embedEndpoints.listEmbedEvents, {
        query: { afterSeq: 0 },
      }),
      await world.call(caller, embedEndpoints.sendEmbedMessage, {
        body: { clientId: newClientId(), body: "?" },
      }),
      await world.call(caller, embedEndpoints.moveEmbedReceipt, {
        body: { readTo: 1 },
      }),
      await world.call(caller, embedEndpoints.getEmbedCard),
    ];
    expect(after.map(({ code }) => code)).toEqual(
      Array(4).fill("conversation.not_found"),
    );
  });

  it("is refused to a token of nobody, for no object, over, or not of this purpose", async () => {
    const code = async (token: string) =>
      (
        await world.call({ token: "none" }, embedEndpoints.openEmbed, {
          body: { token },
        })
      ).code;
    expect(await code(await embedToken("carol"))).toBe(
      "application.user_unknown",
    );
    expect(await code(await embedToken("anna", "order/43"))).toBe(
      "object.not_found",
    );
    expect(await code(await embedToken("anna", "order"))).toBe(
      "application.refused",
    );
    expect(await code("no token")).toBe("application.refused");
    const old = await embedToken("anna");
    world.clock.advance(400_000);
    expect(await code(old)).toBe("application.token_expired");
    expect(
      (
        await world.call(
          { token: await embedToken("anna") },
          appEndpoints.getOwnApplication,
        )
      ).code,
    ).toBe("application.refused");
  });

  it("ends with the application's being disabled, and with the working day", async () => {
    const { caller } = await openEmbed("anna");
    const read = () =>
      world.call(caller, embedEndpoints.listEmbedEvents, {
        query: { afterSeq: 0 },
      });
    expect((await read()).status).toBe(200);
    const set = (isDisabled: boolean) =>
      world.call("admin", applicationEndpoints.updateApplication, {
        params: { applicationId: app.id },
        body: {
          name: "ERP",
          origins: [],
          matchUsersBy: "login",
          webhookUrl: null,
          isDisabled,
        },
      });
    await set(true);
    expect((await read()).code).toBe("application.refused");
    expect(await world.objects.frameAncestors("erp")).toBeUndefined();
    await set(false);
    expect((await read()).status).toBe(200);
    world.clock.advance(8 * 3_600_000 + 1_000);
    expect((await read()).code).toBe("application.token_expired");
  });
});

describe("a confidential conversation", () => {
  const confide = (allowedDevices: ("app" | "desktop_browser")[]) => {
    const update = world.chats.commands["conversation.update"];
    const owner = { ...world.user("ERP"), id: app.id as string as UserId };
    return update?.(contextOf(owner), {
      conversationId,
      confidentiality: { messageLifetimeMs: null, allowedDevices },
    });
  };

  it("tells its application that something was said, in events, webhooks and its log, and not what (C9)", async () => {
    await confide(["desktop_browser", "app"]);
    await post("A secret");
    const page = await eventsAfter(0);
    expect(told(page)).toContain("3 message.created");
    const log = await world.call(app, appEndpoints.listConversationEvents, {
      params: { conversationId },
      query: { limit: 100 },
    });
    expect(log.status).toBe(200);
    expect(JSON.stringify([page, log.body, world.posted])).not.toContain(
      "A secret",
    );
  });

  it("doesn't open in a page on a device it isn't for (C10)", async () => {
    const { caller: holder } = await openEmbed("anna");
    const read = () =>
      world.call(holder, embedEndpoints.listEmbedEvents, {
        query: { afterSeq: 0, limit: 100, waitMs: 0 },
      });
    await post("A word");
    expect((await read()).status).toBe(200);
    await confide(["app"]);
    expect(await read()).toMatchObject({
      status: 403,
      code: "conversation.device_refused",
    });
    const sent = await world.call(holder, embedEndpoints.sendEmbedMessage, {
      body: { clientId: newClientId(), body: "?" },
    });
    expect(sent.code).toBe("conversation.device_refused");
  });
});
