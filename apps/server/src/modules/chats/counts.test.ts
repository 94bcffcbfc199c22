import { describe, expect, it } from "vitest";
import type { ConversationId, Mention, TagId } from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const log = async ({ chats }: ConversationsWorld, id: ConversationId) =>
  chats.syncSource.eventsAfter(id, 0, 10_000);
const listOf = ({ chats }: ConversationsWorld, user: UserPrincipal) =>
  chats.syncSource.conversationsOf(user.id);
const gone = { code: "conversation.not_found" };

const people = (world: ConversationsWorld) => ({
  anna: world.user("Anna"),
  boris: world.user("Boris"),
  vera: world.user("Vera"),
});

describe("what is unread", () => {
  it("is unread again from where I say, and told to my devices", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    for (const body of ["one", "two", "three"])
      await world.send(anna, group, { body });
    await world.move(boris, group, { deliveredTo: 3, readTo: 3 });
    const unread = { conversationId: group, fromSeq: 2 };
    expect(await world.ask(boris, "receipt.mark_unread", unread)).toEqual({
      readTo: 1,
    });
    await world.ask(boris, "receipt.mark_unread", { ...unread, fromSeq: 9 });
    expect(await listOf(world, boris)).toMatchObject([{ unreadCount: 2 }]);
    world.clock.advance(300);
    await world.told(1);
    expect(world.notices).toMatchObject([
      {
        to: [boris.id],
        notice: {
          type: "conversation.counted",
          conversationId: group,
          headSeq: 4,
          deliveredTo: 3,
          readTo: 1,
          unreadCount: 2,
        },
      },
    ]);
    const stranger = world.user("Vera");
    await expect(
      world.ask(stranger, "receipt.mark_unread", unread),
    ).rejects.toMatchObject(gone);
  });

  it("is told once for all that was read in a moment", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    for (const body of ["one", "two", "three"])
      await world.send(anna, group, { body });
    for (const readTo of [1, 2])
      await world.move(boris, group, { deliveredTo: 3, readTo });
    world.clock.advance(300);
    await world.told(1);
    expect(world.notices).toMatchObject([
      { to: [boris.id], notice: { readTo: 2, unreadCount: 1 } },
    ]);
  });
});

const naming = (...principals: readonly UserPrincipal[]): Mention[] =>
  principals.map(({ id }, index) => ({
    kind: "principal",
    principalId: id,
    from: 2 * index,
    to: 2 * index + 1,
  }));
const everybody: Mention = { kind: "all", from: 0, to: 1 };

describe("who is named", () => {
  it("finds it counted: by name, with all, and by a tag carried then (C11)", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const group = await world.group(anna, boris, vera);
    const tagId = anna.sessionId as unknown as TagId;
    world.tags.set(tagId, new Set([vera.id]));
    const say = (mentions: Mention[]) =>
      world.ask(anna, "message.send", {
        conversationId: group,
        clientId: newClientId(),
        body: "a b c",
        mentions,
      });
    await say(naming(boris));
    await say([everybody]);
    await say([{ kind: "tag", tagId, from: 0, to: 1 }]);
    await say([...naming(boris), { ...everybody, from: 2, to: 3 }]);
    world.tags.clear();
    const counts = async (user: UserPrincipal) =>
      (await listOf(world, user)).map((one) => [
        one.unreadCount,
        one.mentionCount,
      ]);
    expect(await counts(boris)).toEqual([[4, 3]]);
    expect(await counts(vera)).toEqual([[4, 3]]);
    expect(await counts(anna)).toEqual([[0, 0]]);
    await world.move(boris, group, { deliveredTo: 2, readTo: 2 });
    expect(await counts(boris)).toEqual([[2, 1]]);
  });

  it("learns when an edit or a deletion names them no more, on all devices", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const group = await world.group(anna, boris, vera);
    const here = { conversationId: group, body: "a b c" };
    const { messageId } = await world.ask(anna, "message.send", {
      ...here,
      clientId: newClientId(),
      mentions: naming(boris),
    });
    await world.ask(anna, "message.edit", {
      ...here,
      messageId,
      clientId: newClientId(),
      mentions: naming(vera),
    });
    world.clock.advance(300);
    await world.told(2);
    const told = () =>
      world.notices.map(({ to, notice }) => [
        to[0],
        notice.type === "conversation.counted" && notice.mentionCount,
      ]);
    expect(new Map(told() as [string, number][])).toEqual(
      new Map([
        [boris.id, 0],
        [vera.id, 1],
      ]),
    );
    await world.ask(anna, "message.delete", {
      conversationId: group,
      messageId,
    });
    world.clock.advance(300);
    await world.told(3);
    expect(told().at(-1)).toEqual([vera.id, 0]);
  });
});

describe("the newest message in the list", () => {
  it("shows its first words without marks, as it stands now", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    world.clock.advance(60_000);
    const here = { conversationId: group };
    const { messageId, seq, at } = await world.ask(anna, "message.send", {
      ...here,
      clientId: newClientId(),
      body: "**Hello**,\n[all](https://x.example) of you",
    });
    const shown = {
      seq,
      at,
      authorId: anna.id,
      authorName: "Anna",
      excerpt: "Hello, all of you",
      hint: null,
    };
    expect(await listOf(world, boris)).toMatchObject([
      { lastMessage: shown, activeAt: at },
    ]);
    world.clock.advance(60_000);
    await world.move(boris, group, { deliveredTo: seq, readTo: seq });
    await world.ask(anna, "message.edit", {
      ...here,
      messageId,
      clientId: newClientId(),
      body: "Good bye",
    });
    expect(await listOf(world, boris)).toMatchObject([
      { lastMessage: { ...shown, excerpt: "Good bye" }, activeAt: at },
    ]);
    await world.ask(anna, "message.delete", { ...here, messageId });
    expect(await listOf(world, boris)).toMatchObject([
      { lastMessage: { ...shown, excerpt: "", hint: "deleted" } },
    ]);
  });

  it("of a confidential conversation shows no word", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    const last = async () => (await listOf(world, boris))[0]?.lastMessage;
    await world.send(anna, group, { body: "before" });
    await world.ask(anna, "conversation.update", {
      conversationId: group,
      confidentiality: {
        messageLifetimeMs: null,
        allowedDevices: ["desktop_browser"],
      },
    });
    expect(await last()).toMatchObject({ excerpt: "", authorName: "Anna" });
    await world.send(anna, group, { body: "a secret" });
    expect(await last()).toMatchObject({ excerpt: "" });
  });
});

describe("a large conversation", () => {
  it("has nobody's receipts in its log; their owner's devices hear of them", async () => {
    await using world = await openConversations();
    const { anna } = people(world);
    const readers = Array.from({ length: 51 }, (_, index) =>
      world.user(`Reader ${index}`),
    );
    const [reader, other] = readers;
    if (reader === undefined || other === undefined)
      throw new Error("there are fifty-one");
    const group = await world.group(anna, ...readers);
    await world.send(anna, group, { body: "to all" });
    await world.move(reader, group, { deliveredTo: 1, readTo: 1 });
    expect((await log(world, group)).map(({ type }) => type)).toEqual([
      "message.created",
    ]);
    world.clock.advance(300);
    await world.told(1);
    expect(world.notices).toMatchObject([
      { to: [reader.id], notice: { readTo: 1, unreadCount: 0 } },
    ]);
    const [shown] = await listOf(world, reader);
    expect(shown).toMatchObject({ memberCount: 52, unreadCount: 0 });
    // Down to fifty it is small again, and receipts are everybody's.
    for (const { id } of readers.slice(2, 4))
      await world.ask(anna, "member.remove", {
        conversationId: group,
        principalId: id,
      });
    await world.move(other, group, { deliveredTo: 3, readTo: 3 });
    expect((await log(world, group)).at(-1)).toMatchObject({
      type: "receipt.moved",
      actorId: other.id,
    });
  });

  it("shows nobody that somebody types", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const readers = Array.from({ length: 51 }, (_, index) =>
      world.user(`Reader ${index}`),
    );
    const large = await world.group(anna, ...readers);
    const small = await world.group(anna, boris);
    await world.ask(anna, "typing.show", { conversationId: large });
    await world.ask(anna, "typing.show", { conversationId: small });
    expect(world.notices).toMatchObject([
      { to: [boris.id], notice: { type: "typing.shown" } },
    ]);
  });

  it("that is a channel says nothing of who comes and goes", async () => {
    await using world = await openConversations();
    const { anna, vera } = people(world);
    const readers = Array.from({ length: 51 }, (_, index) =>
      world.user(`Reader ${index}`),
    );
    const channel = await world.ask(anna, "conversation.create", {
      clientId: newClientId(),
      kind: "channel",
      title: "News",
      access: "open",
      posting: "admins",
      memberIds: readers.map(({ id }) => id),
    });
    const here = { conversationId: channel.id };
    const joined = await world.ask(vera, "conversation.join", here);
    expect(joined).toMatchObject({ memberCount: 53, mine: { role: "member" } });
    await world.ask(vera, "conversation.leave", here);
    expect(await log(world, channel.id)).toEqual([]);
    expect(await listOf(world, vera)).toEqual([]);
    await expect(
      world.send(readers[0] ?? anna, channel.id, { body: "my word" }),
    ).rejects.toMatchObject({ code: "auth.forbidden" });
  });
});
