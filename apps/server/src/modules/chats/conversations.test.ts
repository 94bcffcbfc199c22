import { describe, expect, it } from "vitest";
import type { Conversation, ConversationId } from "@veche/contracts";
import {
  listen,
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { carl } from "../../../tests/http.ts";
import { serverActor } from "../../platform/db/database.ts";
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

describe("a direct conversation", () => {
  it("of two is one, whoever of them asks, and however often at once", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const asked = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        index % 2 === 0
          ? world.ask(anna, "conversation.open_direct", { userId: boris.id })
          : world.ask(boris, "conversation.open_direct", { userId: anna.id }),
      ),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked[0]).toMatchObject({
      kind: "direct",
      title: null,
      mine: { role: "member" },
      memberCount: 2,
    });
    const other = await world.ask(anna, "conversation.open_direct", {
      userId: vera.id,
    });
    expect(other.id).not.toBe(asked[0]?.id);
    expect(await listOf(world, vera)).toHaveLength(1);
  });

  it("with oneself is one's own notes", async () => {
    await using world = await openConversations();
    const { anna } = people(world);
    const notes = await world.ask(anna, "conversation.open_direct", {
      userId: anna.id,
    });
    expect(notes.members.map(({ name }) => name)).toEqual(["Anna"]);
    await world.send(anna, notes.id, { body: "do not forget" });
    expect(await listOf(world, anna)).toMatchObject([{ unreadCount: 0 }]);
  });

  it("is nobody else's: nobody is added, nobody leaves, it is not renamed", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const { id } = await world.ask(anna, "conversation.open_direct", {
      userId: boris.id,
    });
    const here = { conversationId: id };
    const fixed = { code: "conversation.fixed" };
    await expect(
      world.ask(anna, "member.add", { ...here, userIds: [vera.id] }),
    ).rejects.toMatchObject(fixed);
    await expect(
      world.ask(anna, "conversation.leave", here),
    ).rejects.toMatchObject(fixed);
    await expect(
      world.ask(anna, "conversation.update", { ...here, title: "Us" }),
    ).rejects.toMatchObject(fixed);
    await expect(
      world.ask(vera, "conversation.join", here),
    ).rejects.toMatchObject(gone);
    expect(await log(world, id)).toEqual([]);
  });

  it("with somebody unknown is not made", async () => {
    await using world = await openConversations();
    const { anna } = people(world);
    const stranger = { userId: anna.sessionId as unknown as typeof anna.id };
    await expect(
      world.ask(anna, "conversation.open_direct", stranger),
    ).rejects.toMatchObject({ code: "request.not_found" });
    expect(await listOf(world, anna)).toEqual([]);
  });
});

describe("a group or channel", () => {
  it("is made once, however often its client asks", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const wanted = {
      clientId: newClientId(),
      kind: "channel",
      title: "  News ",
      about: "What is new\nevery day",
      access: "open",
      posting: "admins",
      memberIds: [boris.id],
    } as const;
    const asked = await Promise.all(
      [1, 2, 3].map(() =>
        world.ask(anna, "conversation.create", {
          ...wanted,
          memberIds: [...wanted.memberIds],
        }),
      ),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked[0]).toMatchObject({
      kind: "channel",
      title: "News",
      about: "What is new\nevery day",
      access: "open",
      posting: "admins",
      mine: { role: "owner" },
    });
    expect(await listOf(world, boris)).toHaveLength(1);
    expect(await world.test.outboxEvents()).toMatchObject([
      { type: "channel.created" },
    ]);
  });

  it("tells in its log what became of its title and rules, once (E13)", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    const change = {
      conversationId: group,
      title: "Sprint 12",
      about: "Until Friday",
      posting: "admins",
    } as const;
    await world.ask(anna, "conversation.update", change);
    await world.ask(anna, "conversation.update", change);
    expect(await log(world, group)).toMatchObject([
      { type: "conversation.renamed", actorId: anna.id, title: "Sprint 12" },
      {
        type: "conversation.settings_changed",
        about: "Until Friday",
        posting: "admins",
      },
    ]);
    expect(await listOf(world, boris)).toMatchObject([
      { title: "Sprint 12", about: "Until Friday", posting: "admins" },
    ]);
    await expect(
      world.ask(boris, "conversation.update", { ...change, title: "Mine" }),
    ).rejects.toMatchObject({ code: "auth.forbidden" });
    expect(await world.test.outboxEvents()).toMatchObject([
      { type: "group.created" },
      { type: "conversation.changed", fields: "about,posting,title" },
    ]);
  });

  it("takes in whom its admins add, for whom the past is no news", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const group = await world.group(anna, boris);
    const add = { conversationId: group, userIds: [vera.id, boris.id] };
    await expect(world.ask(boris, "member.add", add)).rejects.toMatchObject({
      code: "auth.forbidden",
    });
    await world.send(anna, group, { body: "before Vera" });
    await world.ask(anna, "member.add", add);
    await world.ask(anna, "member.add", add);
    await world.send(anna, group, { body: "to all three" });
    expect((await log(world, group)).map(({ type }) => type)).toEqual([
      "message.created",
      "member.joined",
      "message.created",
    ]);
    expect(await listOf(world, vera)).toMatchObject([{ unreadCount: 1 }]);
    expect(await listOf(world, boris)).toMatchObject([{ unreadCount: 2 }]);
  });

  it("gives roles, and never loses its last owner", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const group = await world.group(anna, boris, vera);
    const give = (to: UserPrincipal, role: "owner" | "admin" | "member") => ({
      conversationId: group,
      principalId: to.id,
      role,
    });
    await expect(
      world.ask(anna, "member.set_role", give(anna, "member")),
    ).rejects.toMatchObject({ code: "conversation.last_owner" });
    await world.ask(anna, "member.set_role", give(vera, "admin"));
    await expect(
      world.ask(vera, "member.set_role", give(boris, "admin")),
    ).rejects.toMatchObject({ code: "auth.forbidden" });
    await world.ask(anna, "conversation.leave", { conversationId: group });
    await world.ask(anna, "conversation.leave", { conversationId: group });
    expect(await log(world, group)).toMatchObject([
      { type: "member.role_changed", principalId: vera.id, role: "admin" },
      { type: "member.role_changed", principalId: vera.id, role: "owner" },
      { type: "member.left", principalId: anna.id, actorId: anna.id },
    ]);
    expect(await listOf(world, vera)).toMatchObject([
      { mine: { role: "owner" }, memberCount: 2 },
    ]);
  });

  it("of whom its admin shows out nothing is left but what they said", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const group = await world.group(anna, boris, vera);
    const out = (who: UserPrincipal) => ({
      conversationId: group,
      principalId: who.id,
    });
    await expect(
      world.ask(boris, "member.remove", out(vera)),
    ).rejects.toMatchObject({ code: "auth.forbidden" });
    await world.ask(anna, "member.remove", out(boris));
    await world.ask(anna, "member.remove", out(boris));
    expect(await log(world, group)).toMatchObject([
      { type: "member.left", principalId: boris.id, actorId: anna.id },
    ]);
    await expect(
      world.send(boris, group, { body: "still here?" }),
    ).rejects.toMatchObject(gone);
    expect(await listOf(world, boris)).toEqual([]);
  });

  it("that is open is joined by any user, a closed one by nobody", async () => {
    await using world = await openConversations();
    const { anna, boris, vera } = people(world);
    const open = await make(world, anna, "open");
    const closed = await make(world, anna, "invited");
    const joined = await world.ask(boris, "conversation.join", {
      conversationId: open.id,
    });
    await world.ask(boris, "conversation.join", { conversationId: open.id });
    expect(joined).toMatchObject({ mine: { role: "member" }, memberCount: 2 });
    await expect(
      world.ask(vera, "conversation.join", { conversationId: closed.id }),
    ).rejects.toMatchObject(gone);
    expect(await log(world, open.id)).toMatchObject([
      { type: "member.joined", actorId: boris.id },
    ]);
  });

  it("that its owner deletes is nowhere any more, with all that was said", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    await world.send(boris, group, { body: "for a while" });
    const left = listen(world, "members.changed");
    const here = { conversationId: group };
    await expect(
      world.ask(boris, "conversation.delete", here),
    ).rejects.toMatchObject({ code: "auth.forbidden" });
    await world.ask(anna, "conversation.delete", here);
    await world.ask(anna, "conversation.delete", here);
    expect(await log(world, group)).toEqual([]);
    expect(await listOf(world, boris)).toEqual([]);
    expect(left.map(({ left: who }) => [...who].sort())).toEqual([
      [anna.id, boris.id].sort(),
    ]);
    await expect(
      world.send(boris, group, { body: "is anybody there?" }),
    ).rejects.toMatchObject(gone);
    expect(await world.test.outboxEvents()).toMatchObject([
      { type: "group.created" },
      { type: "conversation.deleted", conversationId: group },
    ]);
  });
});

describe("my own side of a conversation", () => {
  it("is arranged for me alone and told to my devices", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    await world.ask(anna, "conversation.arrange", {
      conversationId: group,
      pinnedRank: 2,
      notify: "mentions",
      mutedUntil: "9999-12-31T00:00:00.000Z",
    });
    await world.ask(anna, "conversation.arrange", {
      conversationId: group,
      isArchived: true,
    });
    const mine = {
      role: "owner",
      pinnedRank: 2,
      isArchived: true,
      notify: "mentions",
      mutedUntil: "9999-12-31T00:00:00.000Z",
      folderIds: [],
      draft: null,
    };
    expect(await listOf(world, anna)).toMatchObject([{ mine }]);
    expect(await listOf(world, boris)).toMatchObject([
      { mine: { pinnedRank: null, isArchived: false, notify: "all" } },
    ]);
    expect(await log(world, group)).toEqual([]);
    await world.told(2);
    expect(world.notices.at(-1)).toMatchObject({
      to: [anna.id],
      notice: { type: "conversation.changed", conversation: { mine } },
    });
  });

  it("lies in folders that are mine, told to my devices (C12)", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    const clientId = newClientId();
    const [work, again] = await Promise.all(
      [1, 2].map(() =>
        world.ask(anna, "folder.create", { clientId, name: " Work " }),
      ),
    );
    expect(again).toEqual(work);
    const news = await world.ask(anna, "folder.create", {
      clientId: newClientId(),
      name: "News",
    });
    if (work === undefined) throw new Error("two were asked for");
    const put = { conversationId: group, folderIds: [work.folderId] };
    await world.ask(anna, "conversation.arrange", put);
    await expect(
      world.ask(boris, "conversation.arrange", put),
    ).rejects.toMatchObject({ code: "request.not_found" });
    expect(await listOf(world, anna)).toMatchObject([
      { mine: { folderIds: [work.folderId] } },
    ]);
    await world.ask(anna, "folder.order", { folderIds: [news.folderId] });
    await world.ask(anna, "folder.rename", { ...work, name: "Company" });
    await expect(
      world.ask(boris, "folder.rename", { ...work, name: "Mine" }),
    ).rejects.toMatchObject({ code: "request.not_found" });
    expect(await foldersOf(world, anna)).toEqual([
      { id: news.folderId, name: "News" },
      { id: work.folderId, name: "Company" },
    ]);
    await world.ask(anna, "folder.delete", work);
    await world.ask(anna, "folder.delete", work);
    expect(await foldersOf(world, anna)).toMatchObject([{ name: "News" }]);
    expect(await listOf(world, anna)).toMatchObject([
      { mine: { folderIds: [] } },
    ]);
  });

  it("keeps what I am writing for my other devices", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna, boris);
    const keep = (body: string | null) =>
      world.ask(anna, "draft.keep", { conversationId: group, body });
    await keep("Dear\u0000 colleagues");
    expect(await listOf(world, anna)).toMatchObject([
      { mine: { draft: { body: "Dear colleagues" } } },
    ]);
    expect(await listOf(world, boris)).toMatchObject([
      { mine: { draft: null } },
    ]);
    await keep("  ");
    expect(await listOf(world, anna)).toMatchObject([
      { mine: { draft: null } },
    ]);
  });

  it("is nobody's who is not in it", async () => {
    await using world = await openConversations();
    const { anna, boris } = people(world);
    const group = await world.group(anna);
    await expect(
      world.ask(boris, "conversation.arrange", { conversationId: group }),
    ).rejects.toMatchObject(gone);
  });
});

describe("a customer", () => {
  it("makes, joins and manages nothing, but keeps their own side of what they are in", async () => {
    await using world = await openConversations();
    const { anna } = people(world);
    const open = await make(world, anna, "open");
    const here = { conversationId: open.id };
    const forbidden = { code: "auth.forbidden" };
    await expect(
      world.ask(carl, "conversation.open_direct", { userId: anna.id }),
    ).rejects.toMatchObject(forbidden);
    await expect(
      world.ask(carl, "conversation.join", here),
    ).rejects.toMatchObject(forbidden);
    await expect(
      world.ask(carl, "folder.create", { clientId: newClientId(), name: "A" }),
    ).rejects.toMatchObject(forbidden);
    const support = await world.test.database.transact(serverActor, (unit) =>
      world.chats.createSupportConversation(unit, carl),
    );
    await expect(
      world.ask(carl, "conversation.leave", { conversationId: support }),
    ).rejects.toMatchObject(forbidden);
    const draft = { conversationId: support, body: "Where is my order" };
    await world.ask(carl, "draft.keep", draft);
    expect(await world.chats.syncSource.conversationsOf(carl.id)).toMatchObject(
      [{ id: support, mine: { draft: { body: "Where is my order" } } }],
    );
  });
});

const foldersOf = async (world: ConversationsWorld, user: UserPrincipal) => {
  const [notice] = await world.chats.snapshot(user);
  return notice?.type === "folders.changed" ? notice.folders : undefined;
};

const make = (
  world: ConversationsWorld,
  owner: UserPrincipal,
  access: Conversation["access"],
) =>
  world.ask(owner, "conversation.create", {
    clientId: newClientId(),
    kind: "channel",
    title: "A channel",
    access,
    posting: "members",
    memberIds: [],
  });
