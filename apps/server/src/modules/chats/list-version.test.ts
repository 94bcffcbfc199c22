import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  SMALL_CONVERSATION_MEMBERS,
  type ListedConversation,
} from "@veche/contracts";
import {
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const listOf = (
  { chats }: ConversationsWorld,
  reader: UserPrincipal,
  heldVersion?: string,
) => chats.syncSource.listOf(reader.id, heldVersion);

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
    const { listVersion, conversations } = await listOf(world, boris);
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
