import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  SMALL_CONVERSATION_MEMBERS,
  type ListedConversation,
} from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

/**
 * Settles when every transaction that runs now is over, in any database of the cluster: a list is as old as the oldest of
 * them, and tells the rest once more.
 */
async function untilOthersEnded({ test }: ConversationsWorld): Promise<void> {
  const { db } = test.database;
  const { rows } = await sql<{ now: string }>`
    SELECT pg_current_xact_id()::text AS now`.execute(db);
  const [{ now } = { now: "" }] = rows;
  await expect
    .poll(
      async () => {
        const seen = await sql<{ isOver: boolean }>`
          SELECT pg_snapshot_xmin(pg_current_snapshot()) > ${now}::xid8 AS is_over`.execute(
          db,
        );
        return seen.rows[0]?.isOver;
      },
      { timeout: 120_000 },
    )
    .toBe(true);
}

async function listOf(
  world: ConversationsWorld,
  reader: UserPrincipal,
  heldVersion?: string,
) {
  await untilOthersEnded(world);
  return readList(world, reader, heldVersion);
}

async function readList(
  { chats }: ConversationsWorld,
  reader: UserPrincipal,
  heldVersion?: string,
) {
  const list = await chats.syncSource.listOf(reader.id, heldVersion);
  return {
    ...list,
    conversations: list.conversations.map(
      // What a device is told.
      ({ text }) => JSON.parse(text) as ListedConversation,
    ),
  };
}

const namesOf = (members: ListedConversation["members"]) =>
  members?.map(({ name }) => name).sort();

/** Three people in a group, and the list that Boris holds. */
async function openHeld() {
  const world = await openConversations();
  const [anna, boris, vera] = [
    world.user("Anna"),
    world.user("Boris"),
    world.user("Vera"),
  ];
  const group = await world.group(anna, boris, vera);
  const quiet = await world.group(boris, vera);
  const { listVersion } = await listOf(world, boris);
  return { world, anna, boris, vera, group, quiet, listVersion };
}

describe("the list told to a reader who holds one", () => {
  it("is whole for whoever holds nothing", async () => {
    const { world, boris, group, quiet } = await openHeld();
    await using _ = world;
    const { conversations, unchanged } = await listOf(world, boris);
    expect(conversations.map(({ id }) => id).sort()).toEqual(
      [group, quiet].sort(),
    );
    expect(conversations.map(({ members }) => members?.length).sort()).toEqual([
      2, 3,
    ]);
    expect(unchanged).toEqual([]);
  });

  it("names what stays as it is", async () => {
    const { world, boris, group, quiet, listVersion } = await openHeld();
    await using _ = world;
    const { conversations, unchanged } = await listOf(
      world,
      boris,
      listVersion,
    );
    expect(conversations).toEqual([]);
    expect(unchanged.map(({ id }) => id).sort()).toEqual([group, quiet].sort());
  });

  it("tells of what was said, and of the members only who has read it", async () => {
    const { world, anna, boris, vera, group, quiet, listVersion } =
      await openHeld();
    await using _ = world;
    await world.send(anna, group, { body: "news" });
    const news = await listOf(world, boris, listVersion);
    expect(news.conversations).toMatchObject([
      { id: group, headSeq: 1, unreadCount: 1, lastMessage: { seq: 1 } },
    ]);
    expect(news.conversations[0]).not.toHaveProperty("members");
    expect(news.conversations[0]?.changedMembers).toEqual([]);
    expect(news.unchanged).toMatchObject([{ id: quiet }]);

    await world.move(vera, group, { deliveredTo: 1, readTo: 1 });
    const read = await listOf(world, boris, news.listVersion);
    expect(read.conversations).toMatchObject([
      { id: group, changedMembers: [{ name: "Vera", readTo: 1 }] },
    ]);
  });

  it("tells of what others and I myself did to it", async () => {
    const { world, anna, boris, group, quiet, listVersion } = await openHeld();
    await using _ = world;
    await world.ask(boris, "conversation.arrange", {
      conversationId: quiet,
      isArchived: true,
    });
    await world.ask(anna, "conversation.update", {
      conversationId: group,
      title: "Another name",
    });
    const { conversations } = await listOf(world, boris, listVersion);
    expect(
      new Map(
        conversations.map(({ id, title, mine }) => [id, { title, mine }]),
      ),
    ).toMatchObject(
      new Map([
        [quiet, { mine: { isArchived: true } }],
        [group, { title: "Another name" }],
      ]),
    );
  });

  it("tells who is new; and of all members when one has left", async () => {
    const { world, anna, boris, vera, group, listVersion } = await openHeld();
    await using _ = world;
    const gleb = world.user("Gleb");
    const here = { conversationId: group };
    await world.ask(anna, "member.add", { ...here, userIds: [gleb.id] });
    const joined = await listOf(world, boris, listVersion);
    expect(namesOf(joined.conversations[0]?.changedMembers)).toEqual(["Gleb"]);

    await world.ask(vera, "conversation.leave", here);
    const left = await listOf(world, boris, joined.listVersion);
    const about = left.conversations.find(({ id }) => id === group);
    expect(namesOf(about?.members)).toEqual(["Anna", "Boris", "Gleb"]);
  });

  it("tells of all members when it becomes large or small", async () => {
    const { world, anna, boris, group, listVersion } = await openHeld();
    await using _ = world;
    const many = Array.from(
      { length: SMALL_CONVERSATION_MEMBERS - 2 },
      (_person, index) => world.user(`Person ${String(index)}`),
    );
    await world.ask(anna, "member.add", {
      conversationId: group,
      userIds: many.map(({ id }) => id),
    });
    const large = await listOf(world, boris, listVersion);
    expect(namesOf(large.conversations[0]?.members)).toEqual(["Boris"]);

    const [one] = many;
    if (one === undefined) throw new Error("nobody can leave");
    await world.ask(one, "conversation.leave", { conversationId: group });
    const small = await listOf(world, boris, large.listVersion);
    expect(small.conversations[0]?.members).toHaveLength(
      SMALL_CONVERSATION_MEMBERS,
    );
  });

  it("neither names nor tells what the reader was shown out of, and tells anew of what they came back to", async () => {
    const { world, anna, boris, group, quiet, listVersion } = await openHeld();
    await using _ = world;
    const here = { conversationId: group };
    await world.ask(anna, "member.remove", { ...here, principalId: boris.id });
    const out = await listOf(world, boris, listVersion);
    expect(out.conversations).toEqual([]);
    expect(out.unchanged).toMatchObject([{ id: quiet }]);

    await world.ask(anna, "member.add", { ...here, userIds: [boris.id] });
    const back = await listOf(world, boris, out.listVersion);
    expect(back.conversations.map(({ id }) => id)).toEqual([group]);
  });

  it("is whole for a version that this history has not come to", async () => {
    const { world, boris } = await openHeld();
    await using _ = world;
    const { conversations, unchanged } = await listOf(
      world,
      boris,
      "999999999999999999",
    );
    expect(conversations).toHaveLength(2);
    expect(unchanged).toEqual([]);
  });

  it("tells of a person's new name to whoever comes after others who were told the old one", async () => {
    const { world, anna, boris, vera, listVersion } = await openHeld();
    await using _ = world;
    await Promise.all([boris, vera].map((reader) => listOf(world, reader)));
    await world.test.database.transact(
      { id: anna.id, name: anna.name, address: null },
      (unit) =>
        world.chats.eraseName(unit, { userId: anna.id, name: "Somebody" }),
    );
    const [renamed] = (await listOf(world, boris, listVersion)).conversations;
    expect(namesOf(renamed?.changedMembers)).toEqual(["Somebody"]);
    const whole = await listOf(world, vera);
    expect(whole.conversations.flatMap((one) => namesOf(one.members))).toEqual(
      expect.arrayContaining(["Somebody"]),
    );
  });

  it("tells everybody who comes in one moment what REST tells them, whatever they have read and named", async () => {
    const { world, anna, boris, vera, group, quiet } = await openHeld();
    await using _ = world;
    for (let count = 0; count < 110; count += 1)
      await world.send(anna, group, { body: "news" });
    await world.move(vera, group, { deliveredTo: 105, readTo: 105 });
    await world.ask(boris, "message.send", {
      conversationId: group,
      clientId: newClientId(),
      body: "all of you",
      mentions: [{ kind: "all", from: 0, to: 3 }],
    });
    await world.send(vera, quiet, { body: "and here" });
    await world.ask(boris, "conversation.arrange", {
      conversationId: quiet,
      isArchived: true,
      mutedUntil: "2030-01-01T00:00:00.000Z",
    });
    const readers = [anna, boris, vera];
    const lists = await Promise.all(
      readers.map((reader) => listOf(world, reader)),
    );
    const alone = await Promise.all(
      readers.map(({ id }) => world.chats.syncSource.conversationsOf(id)),
    );
    expect(lists.map(({ conversations }) => conversations)).toEqual(alone);
    expect(
      alone.map((list) =>
        list.map((one) => [one.unreadCount, one.mentionCount]),
      ),
    ).toEqual([
      [[1, 1]],
      [
        [1, 0],
        [110, 0],
      ],
      [
        [0, 0],
        [6, 1],
      ],
    ]);
  });

  it("does not miss what was being written while it was read", async () => {
    const { world, anna, boris, group } = await openHeld();
    await using _ = world;
    const said = Promise.withResolvers<undefined>();
    const read = Promise.withResolvers<string>();
    const writing = world.test.database.transact(
      { id: anna.id, name: anna.name, address: null },
      async ({ tx }) => {
        await sql`UPDATE conversations SET title = 'In the making' WHERE id = ${group}`.execute(
          tx,
        );
        said.resolve(undefined);
        await read.promise;
      },
    );
    await said.promise;
    const { listVersion, conversations } = await readList(world, boris);
    expect(conversations.map(({ title }) => title)).not.toContain(
      "In the making",
    );
    read.resolve(listVersion);
    await writing;
    expect(await listOf(world, boris, listVersion)).toMatchObject({
      conversations: [{ id: group, title: "In the making" }],
    });
  });
});
