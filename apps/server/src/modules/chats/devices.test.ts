import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  PROTOCOL_VERSION,
  type CommandName,
  type CommandParams,
  type ConversationId,
  type DeviceClass,
  type MessageId,
  type ServerFrame,
} from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { createRealtimeWorld, testDeviceId } from "../../../tests/realtime.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

let world: ConversationsWorld;
let anna: UserPrincipal;
let boris: UserPrincipal;
let room: ConversationId;
let messageId: MessageId;

/** Anna allows the installed application alone; she uses it, Boris looks through a browser. */
beforeEach(async () => {
  world = await openConversations();
  anna = { ...world.user("Anna"), device: "app" };
  boris = world.user("Boris");
  room = await world.group(anna, boris);
  ({ messageId } = await world.send(anna, room, { body: "a secret word" }));
  await allow("app");
});
afterEach(() => world[Symbol.asyncDispose]());

const allow = (...allowedDevices: DeviceClass[]) =>
  world.ask(anna, "conversation.update", {
    conversationId: room,
    confidentiality: { messageLifetimeMs: null, allowedDevices },
  });

async function get(path: string, headers: Record<string, string> = {}) {
  await using http = await createTestHttp({
    routes: [...world.chats.routes, ...world.messages.routes],
    authenticate: {
      session: async () => boris,
      bearer: async () => undefined,
    },
  });
  return await http.inject({
    method: "GET",
    url: `/api/v1/conversations/${room}${path}`,
    headers: { ...ownPage, ...headers },
  });
}
const installed = { "veche-device": "app" };

const heard = (frames: readonly ServerFrame[]) => JSON.stringify(frames);

async function realtime() {
  const line = await createRealtimeWorld({
    sync: world.chats.syncSource,
    bus: world.test.bus,
    authenticate: { session: async () => boris },
  });
  return {
    greet: async (cursors: Record<ConversationId, number>, query = "") => {
      const client = await line.connect({ query });
      client.send({
        ...{ t: "hello", protocol: PROTOCOL_VERSION, cursors },
        ...{ deviceId: testDeviceId, epoch: "the-first" },
      });
      await client.live();
      return client;
    },
    [Symbol.asyncDispose]: () => line[Symbol.asyncDispose](),
  };
}

describe("where a conversation doesn't open (C10)", () => {
  it("REST shows its card and refuses what is said", async () => {
    expect((await get("")).statusCode).toBe(200);
    expect((await get("/members")).statusCode).toBe(200);
    const log = await get("/timeline");
    expect([log.statusCode, log.json<{ code: string }>().code]).toEqual([
      403,
      "conversation.device_refused",
    ]);
    const pinned = await get("/pinned");
    expect(pinned.json()).toEqual({ items: [] });
    const info = await get(`/messages/${messageId}`);
    expect(info.body).not.toContain("secret");
    expect((await get("/timeline", installed)).body).toContain("a secret word");
  });

  it("nothing is said or done in it", async () => {
    const here = { conversationId: room };
    const refusal = { code: "conversation.device_refused" };
    await expect(world.send(boris, room, { body: "?" })).rejects.toMatchObject(
      refusal,
    );
    const refused = <Name extends CommandName>(
      name: Name,
      params: CommandParams<Name>,
    ) => expect(world.ask(boris, name, params)).rejects.toMatchObject(refusal);
    const message = { ...here, messageId };
    const now = world.clock.now().toISOString();
    const clientId = newClientId();
    await refused("reaction.set", { ...message, emoji: "👍", isSet: true });
    await refused("message.pin", { ...message, isPinned: true });
    await refused("message.save", { ...message, isSaved: true });
    await refused("reminder.set", { ...message, clientId, at: now });
    await refused("message.schedule", {
      ...{ ...here, clientId, body: "later", sendAt: now },
    });
    await refused("message.forward", {
      ...{ ...here, clientId, from: message },
    });
    await world.send({ ...boris, device: "app" }, room, { body: "there" });
  });

  it("an open line hears that something is said, and not what", async () => {
    await using line = await realtime();
    const client = await line.greet({ [room]: 0 });
    await world.send(anna, room, { body: "another secret" });
    await client.until(({ seqs }) => seqs.includes(3));
    expect(heard(client.frames)).not.toContain("secret");
    const other = await line.greet({ [room]: 0 }, "?device=app");
    await other.until(({ seqs }) => seqs.includes(3));
    expect(heard(other.frames)).toContain("another secret");
  });

  it("resuming tells no words either, from whatever position", async () => {
    await world.send(anna, room, { body: "another secret" });
    await using line = await realtime();
    for (const position of [0, 1, 3]) {
      const client = await line.greet({ [room]: position });
      expect(heard(client.frames)).not.toContain("secret");
    }
  });

  it("a line that was open closes with the rule, in order, and opens again with it", async () => {
    await allow("app", "desktop_browser", "mobile_browser");
    await using line = await realtime();
    const client = await line.greet({ [room]: 0 });
    await world.send(anna, room, { body: "for all" });
    await allow("app");
    await world.send(anna, room, { body: "a late secret" });
    await client.until(({ seqs }) => seqs.includes(6));
    expect(heard(client.frames)).toContain("for all");
    expect(heard(client.frames)).not.toContain("a late secret");
    await allow("desktop_browser");
    await client.until(({ seqs }) => seqs.includes(7));
    await world.send({ ...anna, device: "desktop_browser" }, room, {
      body: "open again",
    });
    await client.until(({ frames }) => heard(frames).includes("open again"));
    // What was held from before the change is to be read anew.
    expect(
      client.frames.flatMap((frame) =>
        frame.t === "reset" ? [frame.headSeq] : [],
      ),
    ).toContain(7);
  });

  it("its files are not seen; where it opens they are, in its pages only", async () => {
    expect(await world.chats.sightOf(boris, room)).toBe("card");
    expect(await world.chats.sightOf({ ...boris, device: "app" }, room)).toBe(
      "words",
    );
    expect(await world.chats.sightOf(world.user("Stranger"), room)).toBe(
      "nothing",
    );
  });

  it("a reminder of it is told without a device to nobody", async () => {
    await world.ask({ ...boris, device: "app" }, "reminder.set", {
      conversationId: room,
      messageId,
      clientId: newClientId(),
      at: world.clock.now().toISOString(),
    });
    await world.messages.quiet();
    expect(JSON.stringify(world.notices)).not.toContain("secret");
  });

  it("what one writes there and will say later is told only where it opens", async () => {
    const there = { ...boris, device: "app" } as const;
    const clientId = newClientId();
    await world.ask(there, "draft.keep", {
      conversationId: room,
      body: "half a secret",
    });
    const { scheduledId } = await world.ask(there, "message.schedule", {
      ...{ conversationId: room, clientId, body: "a secret for later" },
      sendAt: new Date(world.clock.now().getTime() + 60_000).toISOString(),
    });
    await world.messages.quiet();
    const told = world.notices.filter(({ notice }) =>
      JSON.stringify(notice).includes("secret"),
    );
    expect(told.map(({ notice, on }) => [notice.type, on])).toEqual([
      ["conversation.changed", ["app"]],
      ["scheduled.changed", ["app"]],
    ]);

    expect((await get("")).body).not.toContain("secret");
    expect((await get("/scheduled")).json()).toEqual({ items: [] });
    expect((await get("", installed)).body).toContain("half a secret");
    expect((await get("/scheduled", installed)).body).toContain("for later");
    await using line = await realtime();
    const client = await line.greet({});
    expect(heard(client.frames)).not.toContain("secret");
    const other = await line.greet({}, "?device=app");
    expect(heard(other.frames)).toContain("half a secret");

    const refusal = { code: "conversation.device_refused" };
    await expect(
      world.ask(boris, "draft.keep", { conversationId: room, body: "?" }),
    ).rejects.toMatchObject(refusal);
    await expect(
      world.ask(boris, "message.reschedule", { scheduledId, body: "?" }),
    ).rejects.toMatchObject(refusal);
  });

  it("its rules stay to be changed, and every change is in the trail", async () => {
    const owner = { ...anna, device: "desktop_browser" } as const;
    await world.ask(owner, "conversation.update", {
      conversationId: room,
      confidentiality: null,
    });
    expect((await get("/timeline")).statusCode).toBe(200);
    const facts = await world.test.outboxEvents();
    expect(
      facts.flatMap((fact) =>
        fact.type === "confidentiality.changed" ? [fact.rules] : [],
      ),
    ).toEqual(["lifetime none, devices app", "off"]);
  });
});
