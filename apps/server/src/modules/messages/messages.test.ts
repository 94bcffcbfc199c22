import { describe, expect, it } from "vitest";
import type { ConversationId } from "@veche/contracts";
import {
  contextOf,
  listen,
  newClientId,
  nobodyCalls,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createMessages, type MessagesTables } from "./index.ts";
import { systemIds } from "../../platform/ids.ts";

const messagesOf = async ({ chats }: ConversationsWorld, id: ConversationId) =>
  (await chats.syncSource.eventsAfter(id, 0, 10_000)).filter(
    (event) => event.type === "message.created",
  );

describe("sending", () => {
  it("gives a message its place, and everybody reads what was written", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const clientId = newClientId();
    const text = '\'; DROP TABLE messages; -- <b>"hi"</b> \\u0000 €';

    const ack = await world.send(anna, group, { body: text, clientId });

    expect(ack).toEqual({
      messageId: expect.any(String) as string,
      seq: 1,
      at: "2026-03-02T09:00:00.000Z",
    });
    expect(await messagesOf(world, group)).toEqual([
      {
        type: "message.created",
        ...ack,
        actorId: anna.id,
        clientId,
        body: text,
      },
    ]);
  });

  it("the same message sent ten times at once and again later is one, with one place in every answer (F8)", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    const told = listen(world, "timeline.appended");
    const again = () => world.send(anna, group, { body: "once", clientId });
    const clientId = newClientId();

    const answers = await Promise.all(Array.from({ length: 10 }, again));
    const late = await again();

    expect(
      new Set([...answers, late].map((answer) => JSON.stringify(answer))).size,
    ).toBe(1);
    expect(await messagesOf(world, group)).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it("two servers racing with the same message write it once (F8)", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    await using other = createMessages({
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
    });
    const sendThere = other.commands["message.send"];
    for (let round = 0; round < 20; round += 1) {
      const clientId = newClientId();
      const [here, there] = await Promise.all([
        world.send(anna, group, { body: "raced", clientId }),
        sendThere?.(contextOf(anna), {
          conversationId: group,
          clientId,
          body: "raced",
        }),
      ]);
      expect(there).toEqual(here);
    }
    expect(await messagesOf(world, group)).toHaveLength(20);
  });

  it("a used id with another text or in another conversation is refused and changes nothing", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const [group, other] = [await world.group(anna), await world.group(anna)];
    const clientId = newClientId();
    const answers = await Promise.allSettled([
      world.send(anna, group, { body: "first", clientId }),
      world.send(anna, group, { body: "second", clientId }),
      world.send(anna, other, { body: "first", clientId }),
    ]);
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused.map(({ reason }) => reason as unknown)).toEqual([
      expect.objectContaining({ code: "message.client_id_reused" }),
      expect.objectContaining({ code: "message.client_id_reused" }),
    ]);
    const written = [
      ...(await messagesOf(world, group)),
      ...(await messagesOf(world, other)),
    ];
    expect(written).toHaveLength(1);
  });

  it("a stranger's message is refused and harms nobody in its batch", async () => {
    await using world = await openConversations();
    const [anna, eve] = [world.user("Anna"), world.user("Eve")];
    const group = await world.group(anna);
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        world.send(index === 11 ? eve : anna, group, { body: `text ${index}` }),
      ),
    );
    expect(
      answers.flatMap((answer, index) =>
        answer.status === "rejected" ? [index] : [],
      ),
    ).toEqual([11]);
    expect(await messagesOf(world, group)).toHaveLength(29);
  });

  it("an author who left still learns that what they sent before had arrived", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const clientId = newClientId();
    const ack = await world.send(boris, group, { body: "bye", clientId });
    await world.test.database.transact(contextOf(boris).actor, (unit) =>
      world.chats.removeMember(unit, {
        conversationId: group,
        principalId: boris.id,
        actorId: boris.id,
      }),
    );
    expect(await world.send(boris, group, { body: "bye", clientId })).toEqual(
      ack,
    );
  });

  it("a read-only member is told so", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna);
    await world.test.database.transact(contextOf(anna).actor, (unit) =>
      world.chats.addMember(unit, {
        conversationId: group,
        member: {
          principalId: boris.id,
          kind: "user",
          name: "Boris",
          role: "read_only",
        },
        actorId: anna.id,
      }),
    );
    await expect(world.send(boris, group, { body: "?" })).rejects.toMatchObject(
      { code: "auth.forbidden" },
    );
  });

  it("a blank text is refused with the field's name", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    await expect(
      world.send(anna, group, { body: " \n\u0007 " }),
    ).rejects.toMatchObject({
      code: "request.invalid",
      issues: [{ path: "/body", message: "must hold something to read" }],
    });
  });
});

describe("receipts", () => {
  it("move forward only, never beyond the log, and many wishes at once are one entry", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    for (const body of ["one", "two", "three"])
      await world.send(anna, group, { body });

    const moved = await Promise.all([
      world.move(boris, group, { deliveredTo: 1, readTo: 0 }),
      world.move(boris, group, { deliveredTo: 2, readTo: 2 }),
      world.move(boris, group, { deliveredTo: 1, readTo: 1 }),
    ]);
    expect(moved).toEqual(
      Array.from({ length: 3 }, () => ({ deliveredTo: 2, readTo: 2 })),
    );
    expect(
      await world.move(boris, group, { deliveredTo: 0, readTo: 1 }),
    ).toEqual({ deliveredTo: 2, readTo: 2 });
    expect(
      await world.move(boris, group, { deliveredTo: 99, readTo: 99 }),
    ).toEqual({ deliveredTo: 4, readTo: 4 });

    const receipts = (
      await world.chats.syncSource.eventsAfter(group, 3, 10)
    ).map((event) => event.type);
    expect(receipts).toEqual(["receipt.moved", "receipt.moved"]);
  });

  it("nobody confirms a confirmation: the log comes to rest", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    await world.send(anna, group, { body: "one" });
    const headOf = async () =>
      (await world.chats.syncSource.headsOf([group])).get(group) ?? 0;
    for (let round = 0; round < 5; round += 1) {
      for (const reader of [anna, boris]) {
        const head = await headOf();
        await world.move(reader, group, { deliveredTo: head, readTo: head });
      }
    }
    expect(await headOf()).toBe(3);
  });
});

describe("typing", () => {
  it("is shown to the others and kept nowhere", async () => {
    await using world = await openConversations();
    const [anna, boris, eve] = [
      world.user("Anna"),
      world.user("Boris"),
      world.user("Eve"),
    ];
    const group = await world.group(anna, boris);
    const show = world.messages.commands["typing.show"];
    await show?.(contextOf(anna), { conversationId: group });
    // A second later it is told again, but not before.
    await show?.(contextOf(anna), { conversationId: group });
    expect(world.notices).toMatchObject([
      {
        to: [boris.id],
        notice: {
          type: "typing.shown",
          conversationId: group,
          principalId: anna.id,
        },
      },
    ]);
    await expect(
      show?.(contextOf(eve), { conversationId: group }),
    ).rejects.toMatchObject({
      code: "conversation.not_found",
    });
    world.clock.advance(1_000);
    await show?.(contextOf(anna), { conversationId: group });
    expect(world.notices).toHaveLength(2);
  });
});
