import { describe, expect, it } from "vitest";
import type { ConversationId, NewTimelineEvent } from "@veche/contracts";
import {
  listen,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const timelineOf = ({ chats }: ConversationsWorld, id: ConversationId) =>
  chats.syncSource.eventsAfter(id, 0, 10_000);

const entryBy = (user: UserPrincipal): NewTimelineEvent => ({
  type: "member.left",
  actorId: user.id,
  principalId: user.id,
  name: user.name,
});

describe("a conversation's log", () => {
  it("is numbered without a gap while many write to it and to others at once", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const first = await world.group(anna, boris);
    const second = await world.group(boris, anna);

    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        if (index % 3 === 0)
          return world.send(anna, first, { body: `sent ${index}` });
        // Two conversations in one transaction, in either order: nobody may wait for ever.
        const [one, other] =
          index % 2 === 0 ? [first, second] : [second, first];
        return world.test.database.transact(serverActor, (unit) =>
          world.chats.appendMany(unit, [
            { conversationId: one, event: entryBy(anna) },
            { conversationId: other, event: entryBy(boris) },
            { conversationId: one, event: entryBy(boris) },
          ]),
        );
      }),
    );

    for (const id of [first, second]) {
      const events = await timelineOf(world, id);
      expect(events.map((event) => event.seq)).toEqual(
        events.map((_, index) => index + 1),
      );
    }
    const heads = await world.chats.syncSource.headsOf([first, second]);
    expect((heads.get(first) ?? 0) + (heads.get(second) ?? 0)).toBe(
      20 + 40 * 3,
    );
  });

  it("tells what was appended after the commit, in the order of the log", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const told = listen(world, "timeline.appended");

    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        world.send(anna, group, { body: `text ${index}` }),
      ),
    );

    const spread = told.flatMap((fact) => fact.events);
    expect(spread).toEqual(await timelineOf(world, group));
  });

  it("says nothing and takes no number when the transaction fails", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const group = await world.group(anna);
    const told = listen(world, "timeline.appended");
    const failing = world.test.database.transact(serverActor, async (unit) => {
      await world.chats.append(unit, group, [entryBy(anna)]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(told).toEqual([]);
    await expect(
      world.send(anna, group, { body: "the first" }),
    ).resolves.toMatchObject({ seq: 1 });
  });

  it("is not there for an unknown conversation", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const failing = world.test.database.transact(serverActor, (unit) =>
      world.chats.append(unit, anna.sessionId as unknown as ConversationId, [
        entryBy(anna),
      ]),
    );
    await expect(failing).rejects.toMatchObject({
      code: "conversation.not_found",
    });
  });
});

describe("members", () => {
  it("who joins finds the whole log, and their joining is an entry of it", async () => {
    await using world = await openConversations();
    const [anna, clara] = [world.user("Anna"), world.user("Clara")];
    const group = await world.group(anna);
    await world.send(anna, group, { body: "before Clara" });
    const changes = listen(world, "members.changed");

    await join(world, group, clara);
    await join(world, group, clara);

    expect(changes).toEqual([
      {
        type: "members.changed",
        conversationId: group,
        joined: [clara.id],
        left: [],
      },
    ]);
    expect((await timelineOf(world, group)).map((event) => event.type)).toEqual(
      ["message.created", "member.joined"],
    );
    const [seen] = await world.chats.syncSource.conversationsOf(clara.id);
    expect(seen).toMatchObject({ id: group, headSeq: 2, unreadCount: 1 });
    expect(await world.chats.membersOf(group)).toEqual([anna.id, clara.id]);
  });

  it("a removed member can read nothing, write nothing and show nothing", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    expect(await world.chats.membersOf(group)).toEqual([anna.id, boris.id]);

    await leave(world, group, boris);
    await leave(world, group, boris);

    expect(await world.chats.syncSource.conversationsOf(boris.id)).toEqual([]);
    expect(
      await world.chats.syncSource.conversation(group, boris.id),
    ).toBeUndefined();
    expect(await world.chats.membersOf(group)).toEqual([anna.id]);
    const refused = { code: "conversation.not_found" };
    await expect(
      world.chats.requireMember(group, boris.id),
    ).rejects.toMatchObject(refused);
    await expect(
      world.send(boris, group, { body: "still here?" }),
    ).rejects.toMatchObject(refused);
    await expect(
      world.move(boris, group, { deliveredTo: 1, readTo: 1 }),
    ).rejects.toMatchObject(refused);
    expect((await timelineOf(world, group)).map((event) => event.type)).toEqual(
      ["member.left"],
    );
  });

  it("who comes back finds what they had read", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    await world.send(anna, group, { body: "one" });
    await world.move(boris, group, { deliveredTo: 1, readTo: 1 });
    await leave(world, group, boris);
    await world.send(anna, group, { body: "two" });
    await join(world, group, boris);
    const [seen] = await world.chats.syncSource.conversationsOf(boris.id);
    expect(seen).toMatchObject({ unreadCount: 1 });
  });

  it("a user's new name shows wherever they are a member", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    const changed = new Promise<void>((resolve) => {
      world.test.bus.on("members.changed", () => resolve());
    });
    world.rename(boris, "Boris Petrov");
    world.test.bus.dispatch([
      { type: "principal.changed", principalId: boris.id },
    ]);
    await changed;
    expect(await world.chats.requireMember(group, boris.id)).toMatchObject({
      name: "Boris Petrov",
    });
  });
});

async function join(
  { chats, test }: ConversationsWorld,
  conversationId: ConversationId,
  user: UserPrincipal,
) {
  await test.database.transact(serverActor, (unit) =>
    chats.addMember(unit, {
      conversationId,
      member: {
        principalId: user.id,
        kind: "user",
        name: user.name,
        role: "member",
      },
      actorId: null,
    }),
  );
}

async function leave(
  { chats, test }: ConversationsWorld,
  conversationId: ConversationId,
  user: UserPrincipal,
) {
  await test.database.transact(serverActor, (unit) =>
    chats.removeMember(unit, {
      conversationId,
      principalId: user.id,
      actorId: null,
    }),
  );
}
