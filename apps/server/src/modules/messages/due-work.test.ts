import { describe, expect, it } from "vitest";
import type {
  ConversationId,
  Reminder,
  ScheduledMessage,
} from "@veche/contracts";
import {
  contextOf,
  newClientId,
  nobodyCalls,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { systemIds } from "../../platform/ids.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { createMessages, type MessagesTables } from "./index.ts";

const minuteMs = 60_000;
const inMinutes = (world: ConversationsWorld, minutes: number): string =>
  new Date(world.clock.now().getTime() + minutes * minuteMs).toISOString();

/** Lets time pass and everything that falls due be done. */
async function pass({ clock, messages }: ConversationsWorld, minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.advance(minuteMs);
    await messages.quiet();
  }
}

async function items<Item>(
  world: ConversationsWorld,
  reader: UserPrincipal,
  path: string,
): Promise<readonly Item[]> {
  await using http = await createTestHttp({
    routes: world.messages.routes,
    authenticate: {
      session: async () => reader,
      bearer: async () => undefined,
    },
  });
  const url = `/api/v1${path}`;
  const answer = await http.inject({ method: "GET", url, headers: ownPage });
  return answer.json<{ items: Item[] }>().items;
}

const bodiesOf = async ({ chats }: ConversationsWorld, id: ConversationId) =>
  (await chats.syncSource.eventsAfter(id, 0, 10_000)).flatMap((event) =>
    event.type === "message.created" ? [event.body] : [],
  );

async function openGroup() {
  const world = await openConversations();
  const [anna, boris] = [world.user("Anna"), world.user("Boris")];
  const group = await world.group(anna, boris);
  world.messages.start();
  await world.messages.quiet();
  return {
    ...{ world, anna, boris, group },
    schedule: (body: string, minutes: number, clientId = newClientId()) =>
      world.ask(boris, "message.schedule", {
        conversationId: group,
        clientId,
        body,
        sendAt: inMinutes(world, minutes),
      }),
    scheduled: () =>
      items<ScheduledMessage>(
        world,
        boris,
        `/conversations/${group}/scheduled`,
      ),
    showOutBoris: () =>
      world.test.database.transact(contextOf(anna).actor, (unit) =>
        world.chats.removeMember(unit, {
          conversationId: group,
          principalId: boris.id,
          actorId: anna.id,
        }),
      ),
    /** The same server after it was killed: nothing remains of it but the tables. */
    another: () =>
      createMessages({
        database: world.test.database.narrow<MessagesTables>(),
        clock: world.clock,
        timers: world.clock,
        log: world.test.log,
        bus: world.test.bus,
        ids: systemIds,
        chats: world.chats,
        files: world.files,
        hub: { notify: () => undefined },
        reminderCalls: nobodyCalls,
      }),
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
    },
  };
}

describe("a scheduled message", () => {
  it("is sent at its time, once, under the id it had (C17)", async () => {
    await using scene = await openGroup();
    const { world, group } = scene;
    const { scheduledId } = await scene.schedule("good morning", 3);
    await scene.schedule("and later", 10);
    await pass(world, 2);
    expect(await bodiesOf(world, group)).toEqual([]);
    expect((await scene.scheduled()).map(({ body }) => body)).toEqual([
      "good morning",
      "and later",
    ]);
    await pass(world, 5);
    const log = await world.chats.syncSource.eventsAfter(group, 0, 10);
    expect(log).toEqual([
      expect.objectContaining({
        body: "good morning",
        messageId: scheduledId,
        actorId: scene.boris.id,
        at: "2026-03-02T09:03:00.000Z",
      }),
    ]);
    expect((await scene.scheduled()).map(({ body }) => body)).toEqual([
      "and later",
    ]);
  });

  it("that was taken by a server which died is sent by the next one, once (F1)", async () => {
    await using scene = await openGroup();
    const { world, group } = scene;
    const clientId = newClientId();
    const { scheduledId } = await scene.schedule("survives", 1, clientId);
    const { db } = world.test.database.narrow<MessagesTables>();
    // Killed between sending and forgetting that it was to be sent.
    await world.ask(scene.boris, "message.send", {
      conversationId: group,
      clientId,
      body: "survives",
    });
    await db
      .updateTable("scheduledMessages")
      .set({ takenAt: world.clock.now() })
      .where("id", "=", scheduledId)
      .execute();
    await using next = scene.another();
    next.start();
    await pass(world, 3);
    await next.quiet();
    expect(await bodiesOf(world, group)).toEqual(["survives"]);
    expect(await scene.scheduled()).toEqual([]);
  });

  it("two servers send it once", async () => {
    await using scene = await openGroup();
    const { world, group } = scene;
    await using other = scene.another();
    other.start();
    await other.quiet();
    for (let index = 0; index < 20; index += 1)
      await scene.schedule(`text ${index}`, 1);
    world.clock.advance(2 * minuteMs);
    await Promise.all([world.messages.quiet(), other.quiet()]);
    expect((await bodiesOf(world, group)).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `text ${index}`).toSorted(),
    );
    expect(await scene.scheduled()).toEqual([]);
  });

  it("can be changed and taken back until then, by its author alone", async () => {
    await using scene = await openGroup();
    const { world, anna, boris, group } = scene;
    const first = await scene.schedule("firts", 2);
    const second = await scene.schedule("never mind", 2);
    await expect(
      world.ask(anna, "message.reschedule", { ...first, body: "mine" }),
    ).rejects.toMatchObject({ code: "message.already_sent" });
    await world.ask(boris, "message.reschedule", {
      ...first,
      body: "first",
      sendAt: inMinutes(world, 5),
    });
    await world.ask(boris, "message.unschedule", second);
    // Its answer may have been lost.
    await world.ask(boris, "message.unschedule", second);
    await pass(world, 4);
    expect(await bodiesOf(world, group)).toEqual([]);
    await pass(world, 2);
    expect(await bodiesOf(world, group)).toEqual(["first"]);
    await expect(
      world.ask(boris, "message.unschedule", first),
    ).rejects.toMatchObject({ code: "message.already_sent" });
  });

  it("scheduled twice with one id is one, also after it was sent", async () => {
    await using scene = await openGroup();
    const clientId = newClientId();
    const first = await scene.schedule("once", 1, clientId);
    expect(await scene.schedule("once", 1, clientId)).toEqual(first);
    await pass(scene.world, 2);
    expect(await scene.schedule("once", 1, clientId)).toEqual(first);
    await pass(scene.world, 2);
    expect(await bodiesOf(scene.world, scene.group)).toEqual(["once"]);
  });

  it("of somebody who may not write any more is not sent, and its author learns why", async () => {
    await using scene = await openGroup();
    const { world, group } = scene;
    await scene.schedule("too late", 2);
    await scene.showOutBoris();
    await pass(world, 4);
    expect(await bodiesOf(world, group)).toEqual([]);
    expect(await scene.scheduled()).toMatchObject([
      { body: "too late", refusal: "conversation.not_found" },
    ]);
    expect(world.notices.at(-1)).toMatchObject({
      to: [scene.boris.id],
      notice: {
        type: "scheduled.changed",
        scheduled: [{ refusal: "conversation.not_found" }],
      },
    });
    await expect(scene.schedule("again", 1)).rejects.toMatchObject({
      code: "conversation.not_found",
    });
  });
});

describe("a reminder", () => {
  const remind = async (
    { world, anna, boris, group }: Awaited<ReturnType<typeof openGroup>>,
    minutes: number,
  ) => {
    const sent = await world.send(anna, group, { body: "look at it" });
    const messageId = sent.messageId;
    const named = { conversationId: group, messageId };
    const { reminderId } = await world.ask(boris, "reminder.set", {
      ...named,
      clientId: newClientId(),
      at: inMinutes(world, minutes),
    });
    return { named, reminderId };
  };
  const fired = ({ notices }: ConversationsWorld) =>
    notices.flatMap(({ to, notice }) =>
      notice.type === "reminder.fired" ? [{ to, ...notice.reminder }] : [],
    );

  it("tells its owner once, and stays until it is done with (C17)", async () => {
    await using scene = await openGroup();
    const { world, boris } = scene;
    const { reminderId } = await remind(scene, 2);
    await using other = scene.another();
    other.start();
    await pass(world, 1);
    expect(fired(world)).toEqual([]);
    await pass(world, 5);
    await other.quiet();
    await world.told(1);
    expect(fired(world)).toEqual([
      expect.objectContaining({
        to: [boris.id],
        reminderId,
        authorName: "Anna",
        firedAt: expect.any(String) as string,
      }),
    ]);
    const after = await world.messages.snapshot(boris);
    expect(after).toMatchObject([
      { type: "reminder.fired", reminder: { message: { body: "look at it" } } },
    ]);
    await world.ask(boris, "reminder.cancel", { reminderId });
    expect(await world.messages.snapshot(boris)).toEqual([]);
    expect(await items<Reminder>(world, boris, "/reminders")).toEqual([]);
  });

  it("cancelled before its time says nothing; nobody cancels another's", async () => {
    await using scene = await openGroup();
    const { world, anna, boris } = scene;
    const { reminderId } = await remind(scene, 2);
    await world.ask(anna, "reminder.cancel", { reminderId });
    expect(await items<Reminder>(world, boris, "/reminders")).toHaveLength(1);
    await world.ask(boris, "reminder.cancel", { reminderId });
    await pass(world, 4);
    expect(fired(world)).toEqual([]);
  });

  it("shows nothing of what its owner may not read any more", async () => {
    await using scene = await openGroup();
    const { world, boris } = scene;
    await remind(scene, 2);
    await scene.showOutBoris();
    await pass(world, 4);
    expect(fired(world)).toEqual([]);
    expect(await items<Reminder>(world, boris, "/reminders")).toEqual([]);
    expect(await world.messages.snapshot(boris)).toEqual([]);
  });

  it("missed while the server was away fires when it is back", async () => {
    await using scene = await openGroup();
    const { world, boris } = scene;
    await remind(scene, 1);
    await world.messages[Symbol.asyncDispose]();
    await using next = scene.another();
    world.clock.advance(60 * minuteMs);
    expect(await next.snapshot(boris)).toEqual([]);
    next.start();
    await next.quiet();
    expect(await next.snapshot(boris)).toHaveLength(1);
  });
});
