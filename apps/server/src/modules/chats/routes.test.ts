import { describe, expect, it } from "vitest";
import type {
  Conversation,
  ConversationId,
  TimelineEvent,
} from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

interface Page {
  readonly status: number;
  readonly code?: string;
  readonly events: readonly TimelineEvent[];
  readonly members: readonly { readonly name: string }[];
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly headSeq: number;
  readonly hasMore: boolean;
}

/** REST as one user; each ask opens an edge of its own. */
function as(world: ConversationsWorld, principal: UserPrincipal) {
  const inject = async (options: {
    method?: "GET" | "POST";
    url: string;
    payload?: object;
  }) => {
    await using http = await createTestHttp({
      routes: world.chats.routes,
      authenticate: {
        session: async () => principal,
        bearer: async () => undefined,
      },
    });
    return await http.inject({ method: "GET", ...options, headers: ownPage });
  };
  return {
    inject,
    timeline: async (id: ConversationId, query = ""): Promise<Page> => {
      const answer = await inject({
        url: `/api/v1/conversations/${id}/timeline${query}`,
      });
      return {
        status: answer.statusCode,
        ...answer.json<Omit<Page, "status">>(),
      };
    },
    createGroup: (payload: object) =>
      inject({ method: "POST", url: "/api/v1/conversations", payload }),
  };
}

const seqsOf = (page: Page) => page.events.map((event) => event.seq);

describe("a page of the log", () => {
  it("is the newest, the one before a place or the one after it", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    for (let index = 1; index <= 10; index += 1)
      await world.send(anna, group, { body: `text ${index}` });
    const { timeline } = as(world, boris);

    const newest = await timeline(group, "?limit=3");
    expect(newest).toMatchObject({ status: 200, headSeq: 10, hasMore: true });
    expect(newest.members.map((member) => member.name)).toEqual([
      "Anna",
      "Boris",
    ]);
    expect(seqsOf(newest)).toEqual([8, 9, 10]);
    expect(seqsOf(await timeline(group, "?limit=3&beforeSeq=8"))).toEqual([
      5, 6, 7,
    ]);
    const oldest = await timeline(group, "?limit=3&beforeSeq=4");
    expect([seqsOf(oldest), oldest.hasMore]).toEqual([[1, 2, 3], false]);
    const after = await timeline(group, "?limit=4&afterSeq=4");
    expect([seqsOf(after), after.hasMore]).toEqual([[5, 6, 7, 8], true]);
    const last = await timeline(group, "?limit=4&afterSeq=8");
    expect([seqsOf(last), last.hasMore]).toEqual([[9, 10], false]);
  });

  it("has a place or an instant in its middle, and says how far it is whole", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const group = await world.group(anna, boris);
    // Messages at the odd positions, receipts at the even ones, a second apart.
    for (let index = 1; index <= 10; index += 1) {
      await world.send(anna, group, { body: `text ${index}` });
      world.clock.advance(1_000);
      const to = 2 * index - 1;
      await world.move(boris, group, { deliveredTo: to, readTo: to });
    }
    const { timeline } = as(world, boris);
    const shapeOf = (page: Page) => ({
      seqs: seqsOf(page),
      whole: [page.fromSeq, page.toSeq],
      hasMore: page.hasMore,
    });
    const around = async (place: string) =>
      shapeOf(await timeline(group, `?limit=4&${place}`));

    const middle = { seqs: [7, 9, 11, 13], whole: [7, 13], hasMore: true };
    expect(await around("aroundSeq=11")).toEqual(middle);
    expect(await around("aroundSeq=10")).toEqual(middle);
    expect(await around("aroundAt=2026-03-02T09:00:05.000Z")).toEqual(middle);
    expect(await around("aroundAt=2026-03-02T09:00:04.001Z")).toEqual(middle);
    const start = { seqs: [1, 3, 5, 7], whole: [1, 7], hasMore: true };
    expect(await around("aroundSeq=1")).toEqual(start);
    expect(await around("aroundAt=2020-01-01T00:00:00.000Z")).toEqual(start);
    const end = { seqs: [17, 19], whole: [17, 20], hasMore: true };
    expect(await around("aroundSeq=999")).toEqual(end);
    expect(await around("aroundAt=2030-01-01T00:00:00.000Z")).toEqual(end);
    expect(
      shapeOf(await timeline(group, "?limit=100&aroundSeq=5")),
    ).toMatchObject({ whole: [1, 20], hasMore: false });
    expect(await timeline(group, "?aroundSeq=5&beforeSeq=3")).toMatchObject({
      status: 400,
      code: "request.invalid",
    });
  });

  it("is nobody's but the members', and of those whom the reason's owner lets look", async () => {
    await using world = await openConversations();
    const [anna, boris, vera] = [
      world.user("Anna"),
      world.user("Boris"),
      world.user("Vera"),
    ];
    const group = await world.group(anna, boris);
    await world.send(anna, group, { body: "between us" });
    const refused = { status: 404, code: "conversation.not_found" };

    expect(await as(world, vera).timeline(group)).toMatchObject(refused);
    await world.test.database.transact(serverActor, (unit) =>
      world.chats.removeMember(unit, {
        conversationId: group,
        principalId: boris.id,
        actorId: anna.id,
      }),
    );
    expect(await as(world, boris).timeline(group)).toMatchObject(refused);
    expect(
      (await as(world, boris).inject({ url: `/api/v1/conversations/${group}` }))
        .statusCode,
    ).toBe(404);

    world.mayRead.add(vera.id);
    const page = await as(world, vera).timeline(group);
    expect(seqsOf(page)).toEqual([1, 2]);
    expect(page.members.map((member) => member.name)).toEqual([
      "Anna",
      "Boris",
    ]);
    const looked = await as(world, vera).inject({
      url: `/api/v1/conversations/${group}`,
    });
    expect(looked.json<Conversation>()).toMatchObject({
      unreadCount: 0,
      members: [{ name: "Anna" }],
    });
  });
});

describe("a group", () => {
  it("is created with its creator as owner, and is told of", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const answer = await as(world, anna).createGroup({
      title: "  <b>Спринт</b>\u007f ",
      memberIds: [boris.id, anna.id],
    });
    expect(answer.statusCode).toBe(201);
    const group = answer.json<Conversation>();
    expect(group).toMatchObject({
      kind: "group",
      title: "<b>Спринт</b>",
      headSeq: 0,
      members: [
        { principalId: anna.id, role: "owner" },
        { principalId: boris.id, role: "member" },
      ],
    });
    expect(await world.test.outboxEvents()).toMatchObject([
      {
        type: "group.created",
        conversationId: group.id,
        actor: { id: anna.id },
      },
    ]);
    const listed = await as(world, boris).inject({
      url: "/api/v1/conversations",
    });
    expect(listed.json<{ conversations: Conversation[] }>()).toEqual({
      conversations: [{ ...group, mine: { ...group.mine, role: "member" } }],
    });
  });

  it("of somebody unknown or without a title is not created", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const { createGroup } = as(world, anna);
    const stranger = await createGroup({
      title: "A",
      memberIds: [anna.sessionId],
    });
    expect(stranger.json()).toMatchObject({
      status: 404,
      code: "request.not_found",
    });
    const blank = await createGroup({ title: "   ", memberIds: [] });
    expect(blank.json()).toMatchObject({
      status: 400,
      code: "request.invalid",
      issues: [{ path: "/title" }],
    });
    expect(await world.chats.syncSource.conversationsOf(anna.id)).toEqual([]);
  });
});

describe("members of a conversation", () => {
  it("are found by a part of their name, page by page", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const others = ["Boris", "borislava", "100% Ivan", "Ivan_a"].map((name) =>
      world.user(name),
    );
    const group = await world.group(anna, ...others);
    const { inject } = as(world, anna);
    const named = async (query: string) => {
      const answer = await inject({
        url: `/api/v1/conversations/${group}/members?${query}`,
      });
      const { items, memberCount } = answer.json<{
        items: { name: string }[];
        memberCount: number;
      }>();
      return [items.map(({ name }) => name), memberCount];
    };
    expect(await named("text=BORIS")).toEqual([["Boris", "borislava"], 2]);
    expect(await named("text=%25")).toEqual([["100% Ivan"], 1]);
    expect(await named("text=_a")).toEqual([["Ivan_a"], 1]);
    expect(await named("skip=1&limit=2")).toEqual([["Anna", "Boris"], 5]);
    expect(await named("text=nobody")).toEqual([[], 0]);
    const stranger = await as(world, world.user("Vera")).inject({
      url: `/api/v1/conversations/${group}/members`,
    });
    expect(stranger.statusCode).toBe(404);
  });

  it("of a large one are not in it, and in a page stand those who act there", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const others = Array.from({ length: 60 }, (_, index) =>
      world.user(`Reader ${index}`),
    );
    const group = await world.group(anna, ...others);
    await world.send(anna, group, { body: "hello, all" });
    const [reader] = others;
    if (reader === undefined) throw new Error("there are sixty");
    const [seen] = await world.chats.syncSource.conversationsOf(reader.id);
    expect(seen).toMatchObject({
      memberCount: 61,
      members: [{ principalId: reader.id }],
    });
    const page = await as(world, reader).timeline(group);
    expect(page.members.map(({ name }) => name)).toEqual(["Anna"]);
  });
});

describe("what is open", () => {
  it("is found, read and not yet joined by any user, and by no customer's eye", async () => {
    await using world = await openConversations();
    const [anna, vera] = [world.user("Anna"), world.user("Vera")];
    const make = (title: string, access: Conversation["access"]) =>
      world.ask(anna, "conversation.create", {
        clientId: newClientId(),
        kind: "channel",
        title,
        access,
        posting: "admins",
        memberIds: [],
      });
    const news = await make("Company news", "open");
    await make("The board", "invited");
    await world.send(anna, news.id, { body: "we moved" });
    const { inject, timeline } = as(world, vera);
    const found = async (text: string) => {
      const answer = await inject({
        url: `/api/v1/conversations/open?text=${text}`,
      });
      return answer.json<{ items: Conversation[] }>().items;
    };
    expect(await found("")).toMatchObject([
      { id: news.id, mine: null, unreadCount: 0, members: [{ name: "Anna" }] },
    ]);
    expect(await found("NEWS")).toHaveLength(1);
    expect(await found("board")).toEqual([]);
    expect(seqsOf(await timeline(news.id))).toEqual([1]);
    await world.ask(vera, "conversation.join", { conversationId: news.id });
    expect(await found("news")).toMatchObject([{ mine: { role: "member" } }]);
  });
});
