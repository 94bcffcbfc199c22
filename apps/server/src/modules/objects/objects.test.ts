import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  appEndpoints,
  applicationEndpoints,
  APPLICATION_TOKEN_AUDIENCE,
  EMBED_TOKEN_AUDIENCE,
} from "@veche/contracts";
import { newClientId } from "../../../tests/conversations.ts";
import {
  openObjects,
  order42,
  orderType,
  registerApplication,
  registerWithOrder,
  signed,
  type ObjectsWorld,
} from "../../../tests/objects.ts";

let world: ObjectsWorld;
beforeEach(async () => {
  world = await openObjects();
});
afterEach(() => world[Symbol.asyncDispose]());

const register = (key = "erp") => registerApplication(world, key);
const withOrder = (key = "erp") => registerWithOrder(world, key);

const about = { type: "order", id: "42" };

describe("an administrator registers a business application (E4)", () => {
  it("opens its pages under further addresses, and is changed only by new ones", async () => {
    const app = await register();
    const admit = (applicationKey: string) =>
      world.objects.admitOrigins(
        { id: null, name: "Anna", address: null },
        {
          applicationKey,
          origins: ["https://erp.test", "http://127.0.0.1:8081"],
        },
      );
    await admit("erp");
    await admit("erp");
    await admit("no-such");
    const listed = await world.call(
      "admin",
      applicationEndpoints.listApplications,
    );
    expect(listed.body.items.map(({ origins }) => origins)).toEqual([
      ["https://erp.test", "http://127.0.0.1:8081"],
    ]);
    const said = await world.test.outboxEvents();
    expect(
      said.filter(({ type }) => type === "application.changed"),
    ).toMatchObject([{ applicationId: app.id, fields: "origins" }]);
  });

  it("is shown its secret once; the table gives it to nobody", async () => {
    const app = await register();
    const listed = await world.call(
      "admin",
      applicationEndpoints.listApplications,
    );
    expect(listed.body.items).toEqual([
      {
        id: app.id,
        key: "erp",
        name: "ERP",
        origins: ["https://erp.test"],
        matchUsersBy: "login",
        webhookUrl: null,
        disabledAt: null,
      },
    ]);
    const rows = await world.test.database
      .narrow<{ applications: { secret: string } }>()
      .db.selectFrom("applications")
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(app.secret);
    expect(await world.test.outboxEvents()).toMatchObject([
      { type: "application.created", applicationId: app.id },
    ]);
  });

  it("cannot give two applications one key", async () => {
    await register();
    const second = await world.call(
      "admin",
      applicationEndpoints.createApplication,
      {
        body: {
          key: "erp",
          name: "Two",
          origins: [],
          matchUsersBy: "id",
          webhookUrl: null,
        },
      },
    );
    expect(second).toMatchObject({
      status: 409,
      code: "application.key_taken",
    });
  });

  it("disables it: from then on its key opens nothing", async () => {
    const { id, ...app } = await register();
    const update = (isDisabled: boolean) =>
      world.call("admin", applicationEndpoints.updateApplication, {
        params: { applicationId: id },
        body: {
          name: "ERP",
          origins: [],
          matchUsersBy: "login",
          webhookUrl: null,
          isDisabled,
        },
      });
    await update(true);
    expect(await world.call(app, appEndpoints.getOwnApplication)).toMatchObject(
      {
        status: 401,
        code: "application.refused",
      },
    );
    await update(false);
    expect(await world.call(app, appEndpoints.getOwnApplication)).toMatchObject(
      { status: 200 },
    );
  });

  it("rotates the secret: the old one goes on exactly as long as was asked", async () => {
    const { id, ...old } = await register();
    const { body } = await world.call(
      "admin",
      applicationEndpoints.rotateApplicationSecret,
      {
        params: { applicationId: id },
        body: { keepOldForMs: 60_000 },
      },
    );
    const fresh = { key: "erp", secret: body.secret };
    world.clock.advance(59_999);
    expect((await world.call(old, appEndpoints.getOwnApplication)).status).toBe(
      200,
    );
    world.clock.advance(1);
    expect((await world.call(old, appEndpoints.getOwnApplication)).status).toBe(
      401,
    );
    expect(
      (await world.call(fresh, appEndpoints.getOwnApplication)).status,
    ).toBe(200);
  });
});

describe("an application that an administrator removes", () => {
  it("is gone with its cards; what was said stays, and nobody gets its key and so its conversations", async () => {
    const app = await withOrder();
    const anna = world.staff("anna");
    const { body } = await world.call(app, appEndpoints.openConversation, {
      params: about,
      body: { users: ["anna"] },
    });
    await world.send(anna, body.id, { body: "Remember this" });
    const params = { applicationId: app.id };
    const remove = () =>
      world.call("admin", applicationEndpoints.deleteApplication, { params });
    expect((await remove()).status).toBe(204);
    expect((await world.call(app, appEndpoints.getOwnApplication)).code).toBe(
      "application.refused",
    );
    expect(
      (await world.call("admin", applicationEndpoints.listApplications)).body,
    ).toEqual({ items: [] });
    await expect(world.objects.cardOf(anna.id, body.id)).rejects.toThrow(
      "object.not_found",
    );
    expect(
      (await world.chats.syncSource.eventsAfter(body.id, 0, 100)).at(-1),
    ).toMatchObject({ type: "message.created", body: "Remember this" });
    const again = await world.call(
      "admin",
      applicationEndpoints.createApplication,
      {
        body: {
          key: "erp",
          name: "Another",
          origins: [],
          matchUsersBy: "login",
          webhookUrl: null,
        },
      },
    );
    expect(again.code).toBe("application.key_taken");
    expect((await remove()).code).toBe("request.not_found");
  });
});

describe("an application shows who it is", () => {
  it("by its secret, or by a short token signed with it", async () => {
    const app = await register();
    const token = await signed(app, {
      audience: APPLICATION_TOKEN_AUDIENCE,
      at: world.clock.now(),
    });
    expect(
      (await world.call(app, appEndpoints.getOwnApplication)).body.key,
    ).toBe("erp");
    expect(
      (await world.call({ token }, appEndpoints.getOwnApplication)).body.key,
    ).toBe("erp");
  });

  it("and is refused with a wrong secret, a token too long, of another purpose, signed by another, or over", async () => {
    const app = await register();
    const other = await register("crm");
    const at = world.clock.now();
    const audience = APPLICATION_TOKEN_AUDIENCE;
    const code = async (as: Parameters<typeof world.call>[0]) =>
      (await world.call(as, appEndpoints.getOwnApplication)).code;
    const token = async (...given: Parameters<typeof signed>) => ({
      token: await signed(...given),
    });
    expect(await code({ key: "erp", secret: "wrong" })).toBe(
      "application.refused",
    );
    expect(await code({ key: "nobody", secret: app.secret })).toBe(
      "application.refused",
    );
    expect(await code({ token: "no token" })).toBe("application.refused");
    expect(await code(await token(app, { audience, at, lifetimeS: 601 }))).toBe(
      "application.refused",
    );
    expect(
      await code(await token(app, { audience: EMBED_TOKEN_AUDIENCE, at })),
    ).toBe("application.refused");
    expect(
      await code(await token({ ...other, key: "erp" }, { audience, at })),
    ).toBe("application.refused");
    const good = await token(app, { audience, at });
    world.clock.advance(361_000);
    expect(await code(good)).toBe("application.token_expired");
  });

  it("a key opens nothing of the staff's, and a cookie nothing of an application's", async () => {
    const app = await register();
    expect(
      (await world.call(app, applicationEndpoints.listApplications)).code,
    ).toBe("auth.required");
    expect(
      (await world.call("admin", appEndpoints.getOwnApplication)).code,
    ).toBe("auth.required");
  });
});

describe("an object and its card (A6)", () => {
  it("is kept as its kind describes it and read back whole", async () => {
    const app = await withOrder();
    const { body } = await world.call(app, appEndpoints.getObject, {
      params: about,
    });
    expect(body).toEqual(order42);
  });

  it("with a value that does not fit is refused, with the place, and nothing changes", async () => {
    const app = await withOrder();
    const wrong = {
      ...order42,
      title: "Changed",
      fields: {
        total: 12,
        status: "lost",
        dueOn: "2026-02-30",
        lines: [{ item: 5 }],
        more: "x",
      },
    };
    const answer = await world.call(app, appEndpoints.putObjects, {
      body: { objects: [{ ...order42, id: "43" }, wrong] },
    });
    expect(answer).toMatchObject({ status: 400, code: "request.invalid" });
    expect(answer.issues).toEqual([
      "/objects/1/fields/total",
      "/objects/1/fields/status",
      "/objects/1/fields/dueOn",
      "/objects/1/fields/lines/0/item",
      "/objects/1/fields/more",
    ]);
    expect(
      (await world.call(app, appEndpoints.getObject, { params: about })).body,
    ).toEqual(order42);
    expect(
      (
        await world.call(app, appEndpoints.getObject, {
          params: { type: "order", id: "43" },
        })
      ).code,
    ).toBe("object.not_found");
  });

  it("of a kind nobody described is refused; so is a card that shows a field twice or one it has not", async () => {
    const app = await withOrder();
    expect(
      (
        await world.call(app, appEndpoints.putObjects, {
          body: { objects: [{ ...order42, type: "deal" }] },
        })
      ).code,
    ).toBe("object.type_unknown");
    const answer = await world.call(app, appEndpoints.putObjectType, {
      body: {
        ...orderType,
        sections: [
          { title: null, columnCount: 1, fields: ["status", "nothing"] },
          { title: null, columnCount: 1, fields: ["status"] },
        ],
      },
    });
    expect(answer.issues).toEqual([
      "/sections/0/fields/1",
      "/sections/1/fields/0",
    ]);
  });

  it("is shown to members of its conversation, and to nobody else", async () => {
    const app = await withOrder();
    const anna = world.staff("anna");
    const { body } = await world.call(app, appEndpoints.openConversation, {
      params: about,
      body: { users: ["anna"] },
    });
    const card = (id: typeof anna.id) => world.objects.cardOf(id, body.id);
    expect(await card(anna.id)).toMatchObject({
      application: { key: "erp" },
      type: { type: "order" },
      object: { title: "Order 42" },
      conversationId: body.id,
    });
    await expect(card(world.staff("boris").id)).rejects.toThrow(
      "object.not_found",
    );
    await world.call(app, appEndpoints.putObjectType, {
      body: { ...orderType, isOn: false },
    });
    await expect(card(anna.id)).rejects.toThrow("object.not_found");
  });
});

describe("the card of a kind of objects", () => {
  it("stays as the administrator laid it out when its application says it anew (A6)", async () => {
    const app = await withOrder();
    const params = { applicationId: app.id };
    const arranged = {
      ...orderType,
      title: { ru: "Наш заказ", en: "Our order" },
      sections: [{ title: null, columnCount: 1, fields: ["total"] }],
    };
    await world.call("admin", applicationEndpoints.putObjectTypeOf, {
      params,
      body: arranged,
    });
    const said = await world.call(app, appEndpoints.putObjectType, {
      body: orderType,
    });
    expect(said.body).toEqual(arranged);
    expect(
      (
        await world.call("admin", applicationEndpoints.listObjectTypesOf, {
          params,
        })
      ).body.items,
    ).toEqual([arranged]);
  });
});

describe("a card that members look at", () => {
  const changed = () =>
    world.notices.flatMap(({ to, notice }) =>
      notice.type === "card.changed" ? [to] : [],
    );

  it("is asked anew when the application keeps it, changes its kind or forgets it: its members are told", async () => {
    const app = await withOrder();
    const anna = world.staff("anna");
    world.staff("boris");
    await world.call(app, appEndpoints.openConversation, {
      params: about,
      body: { users: ["anna"] },
    });
    const before = changed().length;
    await world.call(app, appEndpoints.putObjects, {
      body: { objects: [order42] },
    });
    await world.call(app, appEndpoints.putObjectType, { body: orderType });
    await world.call(app, appEndpoints.deleteObject, { params: about });
    while (changed().length < before + 3)
      await world.told(world.notices.length + 1);
    expect(changed().slice(before)).toEqual(Array(3).fill([app.id, anna.id]));
  });

  it("names people: those whom its fields name and who are here", async () => {
    const app = await withOrder();
    const anna = world.staff("anna");
    const boris = world.staff("boris");
    const label = { ru: "Ведёт", en: "Manager" };
    await world.call(app, appEndpoints.putObjectType, {
      body: {
        ...orderType,
        fields: [
          { key: "manager", label, kind: "person" },
          { key: "packer", label, kind: "person" },
        ],
        sections: [],
      },
    });
    const fields = { manager: "boris", packer: "nobody" };
    await world.call(app, appEndpoints.putObjects, {
      body: { objects: [{ ...order42, fields }] },
    });
    const { body } = await world.call(app, appEndpoints.openConversation, {
      params: about,
      body: { users: ["anna"] },
    });
    expect(await world.objects.cardOf(anna.id, body.id)).toMatchObject({
      object: { fields },
      people: [{ reference: "boris", id: boris.id, name: "boris" }],
    });
  });
});

describe("an object is found", () => {
  it("by its number or words of its title, by those who are in its conversation alone", async () => {
    const app = await withOrder();
    const anna = world.staff("anna");
    const boris = world.staff("boris");
    const { body } = await world.call(app, appEndpoints.openConversation, {
      params: about,
      body: { users: ["anna"] },
    });
    const found = {
      object: { application: "erp", type: "order", id: "42" },
      title: "Order 42",
      conversationId: body.id,
    };
    const find = (text: string, viewer = anna) =>
      world.objects.find(viewer, text, 10);
    expect(await find("42")).toEqual([found]);
    expect(await find("ORD 42")).toEqual([found]);
    expect(await find("order 43")).toEqual([]);
    expect(await find("%")).toEqual([]);
    expect(await find("42", boris)).toEqual([]);
    await world.call(app, appEndpoints.removeMember, {
      params: { conversationId: body.id, user: "anna" },
    });
    expect(await find("42")).toEqual([]);
  });
});

describe("the conversation about an object (E2)", () => {
  const open = (app: { key: string; secret: string }, ...users: string[]) =>
    world.call(app, appEndpoints.openConversation, {
      params: about,
      body: { users },
    });

  it("is one, however often and from however many sides it is opened at once", async () => {
    const app = await withOrder();
    world.staff("anna");
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => open(app, "anna")),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([200]),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { body } = await open(app);
    expect(body).toMatchObject({
      kind: "context",
      title: "Order 42",
      object: { application: "erp", type: "order", id: "42" },
    });
    expect(
      body.members.map(({ kind, name, role }) => [kind, name, role]),
    ).toEqual([
      ["application", "ERP", "owner"],
      ["user", "anna", "member"],
    ]);
  });

  it("takes the object's new title, with an entry for those who are in it (E13)", async () => {
    const app = await withOrder();
    const { body } = await open(app);
    await world.call(app, appEndpoints.putObjects, {
      body: {
        objects: [
          { ...order42, title: "Order 42 (paid)" },
          { ...order42, id: "43" },
        ],
      },
    });
    await world.call(app, appEndpoints.putObjects, {
      body: { objects: [{ ...order42, title: "Order 42 (paid)" }] },
    });
    const { body: log } = await world.call(
      app,
      appEndpoints.listConversationEvents,
      {
        params: { conversationId: body.id },
      },
    );
    expect(log.items).toMatchObject([
      {
        type: "conversation.renamed",
        title: "Order 42 (paid)",
        actorId: app.id,
      },
    ]);
  });

  it("is written into by the application, once for one client id", async () => {
    const app = await withOrder();
    const { body } = await open(app);
    const message = { clientId: newClientId(), body: "The order is paid" };
    const post = () =>
      world.call(app, appEndpoints.postMessage, {
        params: { conversationId: body.id },
        body: message,
      });
    const [first, second] = [await post(), await post()];
    expect(second.body).toEqual(first.body);
    const { body: log } = await world.call(
      app,
      appEndpoints.listConversationEvents,
      {
        params: { conversationId: body.id },
      },
    );
    expect(log.items).toMatchObject([
      { type: "message.created", actorId: app.id, body: "The order is paid" },
    ]);
  });

  it("has the members the application lets in and shows out", async () => {
    const app = await withOrder();
    const anna = world.staff("anna");
    world.staff("boris");
    const { body } = await open(app, "anna");
    const params = { conversationId: body.id };
    await world.call(app, appEndpoints.addMembers, {
      params,
      body: { users: ["boris", "anna"], role: "read_only" },
    });
    const members = async () =>
      (
        await world.call(app, appEndpoints.listMembers, { params })
      ).body.items.map(({ name, role }) => `${name} ${role}`);
    expect(await members()).toEqual([
      "ERP owner",
      "anna member",
      "boris read_only",
    ]);
    await world.call(app, appEndpoints.removeMember, {
      params: { ...params, user: "anna" },
    });
    expect(await members()).toEqual(["ERP owner", "boris read_only"]);
    await expect(
      world.send(anna, body.id, { body: "Still here?" }),
    ).rejects.toThrow("conversation.not_found");
    expect(
      (
        await world.call(app, appEndpoints.addMembers, {
          params,
          body: { users: ["carol"], role: "member" },
        })
      ).code,
    ).toBe("application.user_unknown");
  });

  it("is not there for another application, by any path", async () => {
    const app = await withOrder();
    const other = await withOrder("crm");
    const { body } = await open(app);
    const params = { conversationId: body.id };
    const answers = [
      await world.call(other, appEndpoints.listConversationEvents, { params }),
      await world.call(other, appEndpoints.postMessage, {
        params,
        body: { clientId: newClientId(), body: "Hi" },
      }),
      await world.call(other, appEndpoints.listMembers, { params }),
      await world.call(other, appEndpoints.addMembers, {
        params,
        body: { users: [], role: "member" },
      }),
      await world.call(other, appEndpoints.removeMember, {
        params: { ...params, user: "anna" },
      }),
    ];
    expect(answers.map(({ code }) => code)).toEqual(
      Array(5).fill("conversation.not_found"),
    );
    const { body: own } = await world.call(
      other,
      appEndpoints.openConversation,
      { params: about, body: { users: [] } },
    );
    expect(own.id).not.toBe(body.id);
    await world.objects.catchUp();
    expect(
      (await world.call(other, appEndpoints.listEvents)).body.items,
    ).toEqual([]);
    await world.call(other, appEndpoints.putObjects, {
      body: { objects: [{ ...order42, title: "Mine now" }] },
    });
    await world.call(other, appEndpoints.deleteObject, { params: about });
    expect(
      (await world.call(app, appEndpoints.getObject, { params: about })).body,
    ).toEqual(order42);
    expect(
      (await world.chats.syncSource.conversation(body.id, app.id))?.title,
    ).toBe("Order 42");
  });
});
