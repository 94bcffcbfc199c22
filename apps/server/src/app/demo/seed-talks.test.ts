import { describe, expect, it } from "vitest";
import { openConversations } from "../../../tests/conversations.ts";
import { systemIds } from "../../platform/ids.ts";
import { demoPeople } from "./people.ts";
import { seedTalks, type TalksDeps } from "./seed-talks.ts";
import { demoTalks } from "./talks.ts";

async function openCompany() {
  const world = await openConversations();
  const people = new Map(
    demoPeople.map(({ login, name }) => [login, world.user(name)]),
  );
  const deps: TalksDeps = {
    chats: world.chats,
    messages: world.messages,
    files: world.files,
    ids: systemIds,
    identity: {
      findByLogin: async (login) => {
        const person = people.get(login);
        return (
          person && { ...person, login, roles: ["employee"], disabledAt: null }
        );
      },
    },
  };
  const held = async (login: string) => {
    const person = people.get(login);
    if (person === undefined) throw new Error(`nobody is called ${login}`);
    return world.chats.syncSource.conversationsOf(person.id);
  };
  return { world, deps, held };
}

describe("the demo company's conversations", () => {
  it("stand as they were written, and once, however often the server starts", async () => {
    const { world, deps, held } = await openCompany();
    await using _closing = world;

    await seedTalks(deps);
    const first = await held("anna");
    await seedTalks(deps);

    expect(await held("anna")).toEqual(first);
    expect(first).toHaveLength(
      demoTalks.filter(({ members }) => members.includes("anna")).length,
    );
    const showcase = first.find(({ title }) => title === "Весенняя витрина");
    expect(showcase).toMatchObject({ unreadCount: 2, memberCount: 4 });
    const events = await world.chats.syncSource.eventsAfter(
      first.find(({ title }) => title === "Весенняя витрина")?.id ??
        expect.fail("no such group"),
      0,
      1000,
    );
    const said = events.filter(({ type }) => type === "message.created");
    expect(said).toMatchObject([
      {},
      { reactions: [{ emoji: "🔥", count: 1 }] },
      { replyTo: { authorName: "Boris Clarke" } },
      { attachments: [{ kind: "picture" }] },
      { mentions: [{ kind: "principal", from: 0, to: 13 }] },
      {},
    ]);
  });
});
