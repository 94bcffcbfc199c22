import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  defaultNotificationSettings as byDefault,
  type CallId,
  type ConversationId,
  type MessageId,
  type TagId,
} from "@veche/contracts";
import { systemIds } from "../../platform/ids.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import {
  openNotifications,
  type NotificationsWorld,
} from "../../../tests/notifications.ts";

let world: NotificationsWorld;
let anna: UserPrincipal;
let boris: UserPrincipal;
let vera: UserPrincipal;
let room: ConversationId;

beforeEach(async () => {
  world = await openNotifications();
  anna = world.person("Anna");
  boris = world.person("Boris");
  vera = world.person("Вера", "ru");
  room = await world.talk.group(anna, boris, vera);
});
afterEach(() => world[Symbol.asyncDispose]());

const say = (body: string, by = anna, conversationId = room) =>
  world.talk.send(by, conversationId, { body });
const bodies = () => world.words().map(({ body }) => body);

describe("a push", () => {
  it("reaches a closed browser, encrypted for it and signed by the server", async () => {
    await world.subscribe(boris);
    const { seq } = await say("Hello **there**");
    await world.settle();
    expect(world.service.pushes).toMatchObject([
      {
        path: "/wp/1",
        headers: { "content-encoding": "aes128gcm", urgency: "normal" },
        word: {
          title: "A group",
          body: "Anna: Hello there",
          tag: room,
          path: `/chats/${room}/${seq}`,
          isSilent: false,
        },
      },
    ]);
  });

  it("is not sent to whoever wrote, has no browser, or came later", async () => {
    await world.subscribe(anna);
    await say("to nobody");
    world.talk.clock.advance(1);
    await world.subscribe(boris);
    await world.settle();
    expect(bodies()).toEqual([]);
  });

  it("is not sent for what was read within the moment it is gathered", async () => {
    await world.subscribe(boris);
    const { seq } = await say("seen at once");
    await world.talk.move(boris, room, { deliveredTo: seq, readTo: seq });
    await world.settle();
    expect(bodies()).toEqual([]);
  });

  it("is one for a conversation however much was written, and counts it", async () => {
    await world.subscribe(boris);
    for (const body of ["one", "two", "three"]) await say(body);
    await world.settle();
    expect(bodies()).toEqual(["Anna: three\n3 new messages"]);
  });

  it("says why: a mention, an answer, a reaction, a tag", async () => {
    await world.subscribe(vera);
    const tagId = systemIds.next<TagId>();
    world.tags.set(tagId, new Set([vera.id]));
    const mine = await say("вопрос", vera);
    const ask = world.talk.ask;
    const clientId = () => systemIds.next<never>();
    const send = (body: string, more: object) =>
      ask(anna, "message.send", {
        conversationId: room,
        clientId: clientId(),
        body,
        ...more,
      });
    await send("@Вера да", {
      mentions: [{ kind: "principal", principalId: vera.id, from: 0, to: 5 }],
    });
    await world.settle();
    await send("ответ", {
      replyTo: { messageId: mine.messageId },
    });
    await world.settle();
    await send("#sales", {
      mentions: [{ kind: "tag", tagId, from: 0, to: 6 }],
    });
    await world.settle();
    await world.choose(vera, { ...byDefault, causes: ["reaction"] });
    await ask(anna, "reaction.set", {
      conversationId: room,
      messageId: mine.messageId,
      emoji: "👍",
      isSet: true,
    });
    await world.settle();
    expect(bodies()).toEqual([
      "Anna (упоминание): @Вера да",
      "Anna (ответ): ответ",
      "Anna (упоминание): #sales",
      "Anna: 👍 на ваше сообщение",
    ]);
  });

  it("follows the person's own rules and status", async () => {
    await world.subscribe(boris);
    await world.subscribe(vera);
    await world.choose(boris, { ...byDefault, causes: ["mention"] });
    world.presence.set(vera.id, "do_not_disturb");
    await say("quiet");
    await world.settle();
    expect(bodies()).toEqual([]);
    world.presence.set(vera.id, "in_call");
    await say("seen but not heard");
    await world.settle();
    expect(world.words()).toMatchObject([{ isSilent: true }]);
  });

  it("follows what was chosen for the conversation", async () => {
    await world.subscribe(boris);
    await world.talk.ask(boris, "conversation.arrange", {
      conversationId: room,
      mutedUntil: "9999-01-01T00:00:00.000Z",
    });
    await say("muted");
    await world.settle();
    expect(bodies()).toEqual([]);
  });

  it("never carries the words of a confidential conversation", async () => {
    await world.subscribe(boris);
    await world.talk.ask(anna, "conversation.update", {
      conversationId: room,
      confidentiality: {
        messageLifetimeMs: null,
        allowedDevices: ["desktop_browser"],
      },
    });
    await say("the secret");
    await world.settle();
    expect(world.words()).toMatchObject([
      { title: "A group", body: "1 new message" },
    ]);
  });

  it("shows no names and no words to whoever wants it so", async () => {
    await world.subscribe(vera);
    await world.choose(vera, { ...byDefault, showsText: false });
    await say("one");
    await say("two");
    await world.settle();
    expect(world.words()).toMatchObject([
      { title: "Veche", body: "2 новых сообщения" },
    ]);
  });

  it("is not sent of a message that was deleted, nor to whoever was shown out", async () => {
    await world.subscribe(boris);
    await world.subscribe(vera);
    const { messageId } = await say("a slip");
    await world.talk.ask(anna, "member.remove", {
      conversationId: room,
      principalId: boris.id,
    });
    await world.talk.ask(anna, "message.delete", {
      conversationId: room,
      messageId: messageId,
    });
    await world.settle();
    await say("after Boris left");
    await world.settle();
    expect(bodies()).toEqual(["Anna: after Boris left"]);
  });
});

describe("a call", () => {
  const missed = (callId: CallId) =>
    world.talk.test.database.transact(serverActor, (unit) =>
      world.talk.chats.append(unit, room, [
        {
          type: "call.ended",
          actorId: anna.id,
          callId,
          reason: "cancelled",
          durationMs: 0,
        },
      ]),
    );
  const ring = (to: "one" | "many", callId = systemIds.next<CallId>()) =>
    world.ring({
      callId,
      conversationId: room,
      callerName: "Anna",
      isToMany: to === "many",
      userIds: [boris.id],
    });

  it("rings at once and urgently; missed, it takes the place of the ring", async () => {
    await world.subscribe(boris);
    const callId = systemIds.next<CallId>();
    await ring("many", callId);
    await world.pass(0);
    await world.settle();
    await missed(callId);
    await world.settle();
    expect(bodies()).toEqual([
      "Anna: calls everybody here",
      "Anna: Missed call",
    ]);
    const [rung, after] = world.service.pushes;
    expect(rung?.headers).toMatchObject({ urgency: "high" });
    expect(after?.headers["topic"]).toBe(rung?.headers["topic"]);
  });

  it("does not ring a minute later, nor when it was answered before the push went out", async () => {
    await world.subscribe(boris);
    world.service.answer(503);
    await ring("one");
    await world.settle();
    world.service.answer(201);
    const before = world.service.pushes.length;
    await world.pass(60_000);
    expect(world.service.pushes).toHaveLength(before);
    const callId = systemIds.next<CallId>();
    world.overCalls.add(callId);
    await ring("one", callId);
    await world.settle();
    expect(world.service.pushes).toHaveLength(before);
  });

  it("to many spares who is in another call or not to be disturbed, and never wakes who muted the conversation", async () => {
    const chosen = async (to: "one" | "many") => {
      const { rung, spared } = await ring(to);
      return { rung: rung.length, spared: spared.length };
    };
    expect(await chosen("many")).toEqual({ rung: 1, spared: 0 });
    world.presence.set(boris.id, "in_call");
    expect(await chosen("many")).toEqual({ rung: 0, spared: 1 });
    world.presence.set(boris.id, "do_not_disturb");
    expect(await chosen("many")).toEqual({ rung: 0, spared: 1 });
    world.presence.delete(boris.id);
    const { sql } = await import("kysely");
    await sql`UPDATE members SET muted_until = '9999-01-01' WHERE principal_id = ${boris.id}`.execute(
      world.talk.test.database.db,
    );
    expect(await chosen("many")).toEqual({ rung: 0, spared: 0 });
    expect(await chosen("one")).toEqual({ rung: 1, spared: 0 });
  });
});

describe("a push service", () => {
  it.each([404, 410])(
    "that answers %i says that the browser is gone for good",
    async (status) => {
      await world.subscribe(boris);
      world.service.answer(status);
      await say("to nobody");
      await world.settle();
      world.service.answer(201);
      await say("again");
      await world.settle();
      expect(world.service.pushes).toHaveLength(1);
      const devices = "/api/v1/notifications/devices";
      expect((await world.request(boris, `GET ${devices}`)).body).toEqual({
        items: [],
      });
    },
  );

  it("that is busy is asked again when it says, and the newest is told once", async () => {
    await world.subscribe(boris);
    world.service.answer(429, { "retry-after": "120" });
    await say("one");
    await world.settle();
    world.service.answer(201);
    await world.pass(60_000);
    expect(bodies()).toEqual(["Anna: one"]);
    await world.pass(61_000);
    expect(bodies()).toEqual(["Anna: one", "Anna: one"]);
    await world.pass(3_600_000);
    expect(bodies()).toHaveLength(2);
  });
});

describe("after kill -9", () => {
  it("what was said and not decided about is told by the next process", async () => {
    await world.subscribe(boris);
    await world.kill();
    await say("while nobody was there");
    await world.start();
    await world.settle();
    expect(bodies()).toEqual(["Anna: while nobody was there"]);
  });

  it("what was taken and could not be written down is sent again, under the same tag", async () => {
    await world.subscribe(boris);
    await say("once or twice");
    world.dieAfterPost();
    await world.settle();
    expect(bodies()).toEqual(["Anna: once or twice"]);
    await world.kill();
    await world.start();
    await world.settle();
    expect(bodies()).toHaveLength(1);
    await world.pass(60_000);
    const [first, second, ...more] = world.service.pushes;
    expect(second?.word).toEqual(first?.word);
    expect(second?.headers["topic"]).toBe(first?.headers["topic"]);
    expect(more).toEqual([]);
    await world.pass(3_600_000);
    expect(bodies()).toHaveLength(2);
  });
});

describe("a device", () => {
  const devices = "/api/v1/notifications/devices";
  const endSession = (reason: "signed_out" | "expired") =>
    world.talk.test.database.transact(serverActor, async ({ happened }) => {
      const { id: userId, sessionId } = boris;
      happened({ type: "session.ended", userId, sessionId, reason });
    });

  it("is told nothing after it was signed out", async () => {
    await world.subscribe(boris);
    await endSession("signed_out");
    await say("hello");
    await world.settle();
    expect(bodies()).toEqual([]);
  });

  it("not used for long learns that there is something, but not what", async () => {
    await world.subscribe(boris);
    await endSession("expired");
    await world.settle();
    await say("hello");
    await world.settle();
    expect(world.words()).toMatchObject([
      { title: "Veche", body: "1 new message" },
    ]);
  });

  it("is its new user's alone when another person signs in there", async () => {
    const browser = await world.subscribe(boris);
    await world.subscribe(vera, browser);
    await say("Привет");
    await world.settle();
    expect(bodies()).toEqual(["Anna: Привет"]);
    expect((await world.request(boris, `GET ${devices}`)).body).toEqual({
      items: [],
    });
  });

  it("outside the open internet is refused, and so is an unknown time zone", async () => {
    const { subscription } = world.service.browser();
    const endpoint = "https://10.0.0.1/push";
    expect(
      await world.request(boris, `PUT ${devices}/${systemIds.next()}`, {
        ...subscription,
        endpoint,
      }),
    ).toMatchObject({ status: 422, body: { code: "push.address_refused" } });
    expect(
      await world.choose(boris, { ...byDefault, timeZone: "Mars/1" }),
    ).toBe(400);
  });

  it("gets the same key of the server from every process", async () => {
    const key = () =>
      world.request(boris, "GET /api/v1/notifications/push-key");
    const before = await key();
    await world.kill();
    await world.start();
    expect(await key()).toEqual(before);
  });
});

describe("a reminder", () => {
  const remindBoris = ({ messageId }: { readonly messageId: MessageId }) =>
    world.talk.ask(boris, "reminder.set", {
      conversationId: room,
      messageId,
      clientId: systemIds.next<never>(),
      at: new Date(world.talk.clock.now().getTime() + 60_000).toISOString(),
    });
  const fire = async () => {
    world.talk.messages.start();
    await world.talk.messages.quiet();
    world.talk.clock.advance(60_000);
    await world.talk.messages.quiet();
    await world.settle();
  };

  it("reaches a closed browser at its time, of a message that was read, and opens it", async () => {
    const message = await say("the figures");
    const { seq } = message;
    await world.talk.move(boris, room, { deliveredTo: seq, readTo: seq });
    await world.subscribe(boris);
    await remindBoris(message);
    await fire();
    expect(world.words()).toMatchObject([
      {
        body: "Anna (reminder): the figures",
        path: `/chats/${room}/${seq}`,
        isSilent: false,
      },
    ]);
  });

  it("comes in a muted conversation and in quiet hours, but not to whoever is not to be disturbed", async () => {
    const message = await say("the figures");
    await world.talk.ask(boris, "conversation.arrange", {
      conversationId: room,
      mutedUntil: "9999-01-01T00:00:00.000Z",
    });
    const quietHours = {
      from: "00:00",
      to: "24:00",
      days: [1, 2, 3, 4, 5, 6, 7],
    };
    await world.choose(boris, { ...byDefault, quietHours });
    await world.subscribe(boris);
    await remindBoris(message);
    await fire();
    expect(world.words()).toHaveLength(1);
    world.presence.set(boris.id, "do_not_disturb");
    await remindBoris(message);
    await fire();
    expect(world.words()).toHaveLength(1);
  });

  it("is told once, also when the server dies right after it fired", async () => {
    const message = await say("the figures");
    await world.subscribe(boris);
    await remindBoris(message);
    world.talk.messages.start();
    await world.talk.messages.quiet();
    world.talk.clock.advance(60_000);
    await world.talk.messages.quiet();
    await world.kill();
    await world.start();
    await world.settle();
    await world.pass(120_000);
    expect(world.words().map(({ body }) => body)).toContain(
      "Anna (reminder): the figures",
    );
    expect(
      world.words().filter(({ body }) => body.includes("(reminder)")),
    ).toHaveLength(1);
  });
});

describe("a test of a device", () => {
  const test = (who: UserPrincipal, deviceId: string) =>
    world.request(who, `POST /api/v1/notifications/devices/${deviceId}/test`);

  it("sends one notification in the person's language", async () => {
    const { deviceId } = await world.subscribe(vera);
    expect(await test(vera, deviceId)).toMatchObject({
      body: { outcome: "sent" },
    });
    expect(world.words()).toMatchObject([
      {
        title: "Veche",
        body: "Проверка: уведомления приходят на это устройство.",
        path: "/notifications",
      },
    ]);
  });

  it("tells when no browser is there any more, and forgets the device", async () => {
    const { deviceId } = await world.subscribe(boris);
    world.service.answer(410);
    expect(await test(boris, deviceId)).toMatchObject({
      body: { outcome: "gone" },
    });
    expect(await test(boris, deviceId)).toMatchObject({ status: 404 });
  });

  it("tells when the push service fails, and keeps the device", async () => {
    const { deviceId } = await world.subscribe(boris);
    world.service.answer(503);
    expect(await test(boris, deviceId)).toMatchObject({
      body: { outcome: "unreachable" },
    });
    world.service.answer(201);
    expect(await test(boris, deviceId)).toMatchObject({
      body: { outcome: "sent" },
    });
  });

  it("is refused for a device of somebody else", async () => {
    const { deviceId } = await world.subscribe(boris);
    expect(await test(vera, deviceId)).toMatchObject({ status: 404 });
    expect(world.words()).toEqual([]);
  });
});

it("a person's other devices learn the new settings at once, and every device when it connects", async () => {
  const settings = {
    ...byDefault,
    sounds: { message: "knock", call: null },
  } as const;
  await world.choose(boris, settings);
  const told = { type: "notification_settings.changed", settings };
  await expect
    .poll(() => world.talk.notices)
    .toContainEqual(expect.objectContaining({ to: [boris.id], notice: told }));
  expect(await world.snapshot(boris)).toEqual([told]);
});

it("a conversation that was given silence is shown without a sound", async () => {
  await world.subscribe(boris);
  await world.talk.ask(boris, "conversation.arrange", {
    conversationId: room,
    sounds: { message: null },
  });
  await say("hush");
  await world.settle();
  await world.talk.ask(boris, "conversation.arrange", {
    conversationId: room,
    sounds: {},
  });
  await say("loud");
  await world.settle();
  expect(world.words().map(({ isSilent }) => isSilent)).toEqual([true, false]);
});
