import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import {
  entryAfter,
  type ConversationId,
  type MessageId,
  type TimelineEntry,
  type TimelineEvent,
} from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

/** mulberry32: the same seed, the same history. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const isEntry = (event: TimelineEvent): event is TimelineEntry =>
  event.type !== "message.edited" &&
  event.type !== "message.deleted" &&
  event.type !== "reaction.changed" &&
  event.type !== "message.previewed" &&
  event.type !== "receipt.moved";

interface Page {
  readonly events: readonly TimelineEvent[];
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly headSeq: number;
}

/** Says it again, under the same id, until the server has an answer: its lines to the database may have been cut. */
async function untilAnswered<Result>(
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: unknown }).code !== "server.unavailable")
        throw error;
    }
  }
}

/** Ends every transaction that is under way in the middle of whatever it does, as a crash of the database would. */
async function crash({ test }: ConversationsWorld): Promise<void> {
  await untilAnswered(() =>
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`.execute(
      test.database.db,
    ),
  );
}

/** The newest page of a log over REST, large enough for all of it; undefined for whoever is out. */
async function readPage(
  world: ConversationsWorld,
  reader: UserPrincipal,
  group: ConversationId,
): Promise<Page | undefined> {
  await using http = await createTestHttp({
    routes: world.chats.routes,
    authenticate: {
      session: async () => reader,
      bearer: async () => undefined,
    },
  });
  for (;;) {
    const answer = await http.inject({
      method: "GET",
      url: `/api/v1/conversations/${group}/timeline?limit=500`,
      headers: ownPage,
    });
    if (answer.statusCode === 200) return answer.json<Page>();
    // Shown out in this very moment.
    if (answer.statusCode === 404) return undefined;
    // Nothing but the cut lines may be in the way.
    expect([answer.statusCode, answer.body]).toEqual([503, answer.body]);
  }
}

/** What a device holds of one log, by the protocol alone: a page at first, then live events, gaps after a cut. */
function createDevice(
  world: ConversationsWorld,
  reader: UserPrincipal,
  group: ConversationId,
) {
  const entries = new Map<number, TimelineEntry>();
  let position = 0;
  let isOnline = false;
  const take = (events: readonly TimelineEvent[]): void => {
    for (const event of events) {
      if (event.seq !== position + 1) continue;
      position = event.seq;
      if (isEntry(event)) entries.set(event.seq, event);
      if (!("messageSeq" in event)) continue;
      for (const entry of entries.values())
        entries.set(entry.seq, entryAfter(entry, event));
    }
  };
  const hearing = world.test.bus.on("timeline.appended", (told) => {
    if (isOnline && told.conversationId === group) take(told.events);
  });
  return {
    entries,
    cut: () => {
      isOnline = false;
    },
    /** From now on it hears live events, and asks for what lies between. */
    async resume() {
      isOnline = true;
      const { headsOf, eventsAfter } = world.chats.syncSource;
      const heads = await untilAnswered(() => headsOf([group]));
      while (position < (heads.get(group) ?? 0))
        take(await untilAnswered(() => eventsAfter(group, position, 7)));
    },
    /** A new tab: a page, then everything after the head it was told. */
    async openAnew() {
      const page = await readPage(world, reader, group);
      if (page === undefined) return;
      entries.clear();
      position = page.headSeq;
      for (const event of page.events)
        if (isEntry(event)) entries.set(event.seq, event);
      await this.resume();
    },
    [Symbol.dispose]: () => {
      hearing[Symbol.dispose]();
    },
  };
}

type Device = ReturnType<typeof createDevice>;

const emoji = ["👍", "❤️", "🎉", "😂"];
const rounds = 12;
const deedsAtOnce = 12;
const crashEvery = 5;

async function live(
  world: ConversationsWorld,
  random: (below: number) => number,
) {
  const people = ["Anna", "Boris", "Vera", "Gleb"].map((name) =>
    world.user(name),
  );
  const [owner, ...others] = people;
  if (owner === undefined) throw new Error("nobody");
  const group = await world.group(owner, ...others);
  const devices = people.map((person) => createDevice(world, person, group));
  const known: { readonly id: MessageId; readonly author: number }[] = [];
  const pick = <One>(list: readonly One[]): One => {
    const one = list[random(list.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };
  /** What a race decides against somebody is a code, and no harm. */
  const unlessLate = (error: unknown): void => {
    const { code } = error as { code?: unknown };
    const isFair =
      code === "message.deleted" ||
      code === "auth.forbidden" ||
      code === "conversation.not_found";
    if (!isFair) throw error;
  };
  const ask: ConversationsWorld["ask"] = (principal, name, params) =>
    untilAnswered(() => world.ask(principal, name, params));
  const out = new Set<number>();
  /** The owner shows somebody out, who hears nothing from then on, or lets them in again. */
  const changeMembers = async (who: number): Promise<void> => {
    const person = people[who];
    const device = devices[who];
    if (person === undefined || person === owner) return;
    const conversationId = group;
    if (out.delete(who)) {
      await ask(owner, "member.add", { conversationId, userIds: [person.id] });
      await device?.resume();
    } else {
      out.add(who);
      device?.cut();
      const principalId = person.id;
      await ask(owner, "member.remove", { conversationId, principalId });
    }
  };
  const say = async (who: number): Promise<void> => {
    const sent = await ask(people[who] ?? owner, "message.send", {
      conversationId: group,
      clientId: newClientId(),
      body: `words ${random(1_000_000)}`,
      ...(known.length > 0 && random(4) === 0
        ? { replyTo: { messageId: pick(known).id } }
        : {}),
    });
    known.push({ id: sent.messageId, author: who });
  };
  const change = async (who: number, dice: number): Promise<void> => {
    const message = pick(known);
    const named = { conversationId: group, messageId: message.id };
    const author = people[message.author] ?? owner;
    const person = people[who] ?? owner;
    if (dice < 6) {
      const edit = { ...named, clientId: newClientId() };
      const body = `other ${random(1_000_000)}`;
      // Twice, as after an answer that got lost.
      await ask(author, "message.edit", { ...edit, body });
      await ask(author, "message.edit", { ...edit, body });
    } else if (dice < 8) await ask(author, "message.delete", named);
    else if (dice < 9)
      await ask(owner, "message.pin", {
        ...named,
        isPinned: random(3) > 0,
      });
    else
      await ask(person, "reaction.set", {
        ...named,
        emoji: pick(emoji),
        isSet: random(3) > 0,
      });
  };
  const act = async (): Promise<void> => {
    const who = random(people.length);
    const dice = random(21);
    const device = devices[who];
    if (known.length === 0 || dice < 5) await say(who).catch(unlessLate);
    else if (dice < 17) await change(who, dice - 5).catch(unlessLate);
    else if (dice === 17) device?.cut();
    else if (dice === 20) await changeMembers(who).catch(unlessLate);
    else if (out.has(who)) return;
    else if (dice === 18) await device?.resume();
    else await device?.openAnew();
  };
  for (let round = 0; round < rounds; round += 1)
    await Promise.all([
      ...Array.from({ length: deedsAtOnce }, act),
      ...(round % crashEvery === crashEvery - 1 ? [crash(world)] : []),
    ]);
  return { group, devices, reader: owner, people };
}

const held = ({ entries }: Device): readonly TimelineEntry[] =>
  [...entries.values()].sort((one, other) => one.seq - other.seq);

/** HISTORIES=5000 for a long look. */
const histories = Number(process.env["HISTORIES"] ?? 6);
/** A database for so many of them: making one takes longer than living through a history. */
const historiesInWorld = 100;
let shared:
  { readonly world: ConversationsWorld; readonly from: number } | undefined;
const worldFor = async (seed: number): Promise<ConversationsWorld> => {
  if (shared !== undefined && seed < shared.from + historiesInWorld)
    return shared.world;
  await shared?.world[Symbol.asyncDispose]();
  shared = { world: await openConversations(), from: seed };
  return shared.world;
};
afterAll(async () => {
  await shared?.world[Symbol.asyncDispose]();
});

describe("a random history of sends, edits, deletions, reactions, pins, comers and goers, cut lines and crashes", () => {
  it.each(Array.from({ length: histories }, (_, index) => index + 1))(
    "ends with every device holding what the server holds (P0, seed %i)",
    async (seed) => {
      const world = await worldFor(seed);
      const lived = await live(world, randomFrom(seed));
      const { group, devices, reader, people } = lived;
      const page = await readPage(world, reader, group);
      if (page === undefined) throw new Error("its owner reads the group");
      for (const device of devices) {
        await device.resume();
        expect(held(device)).toEqual(page.events);
        device[Symbol.dispose]();
      }

      // The entries are what the log itself tells from its beginning, and what the tables count.
      const log = await world.chats.syncSource.eventsAfter(group, 0, 10_000);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
      const messages = page.events.filter(
        (event) => event.type === "message.created",
      );
      const { db } = world.test.database;
      const ids = messages.map(({ messageId }) => messageId);
      const reactions = await db
        .selectFrom("reactions")
        .selectAll()
        .where("messageId", "in", ids)
        .execute();
      const told = messages.flatMap(({ messageId, reactions: list = [] }) =>
        list.flatMap((one) => {
          expect(one.count).toBe(one.principalIds.length);
          return one.principalIds.map((id) => `${messageId}${id}${one.emoji}`);
        }),
      );
      expect(told.toSorted()).toEqual(
        reactions
          .map((row) => `${row.messageId}${row.principalId}${row.emoji}`)
          .toSorted(),
      );
      const pins = await db
        .selectFrom("pins")
        .select("messageId")
        .where("messageId", "in", ids)
        .execute();
      expect(pins.map(({ messageId }) => messageId).toSorted()).toEqual(
        messages
          .filter(({ pinnedAt }) => pinnedAt !== undefined)
          .map(({ messageId }) => messageId)
          .toSorted(),
      );
      // Who is in is what the log tells, and whoever is out does not see it.
      const present = new Set<string>(people.map(({ id }) => id));
      for (const event of log) {
        if (event.type === "member.left") present.delete(event.principalId);
        if (event.type === "member.joined")
          present.add(event.member.principalId);
      }
      for (const { id } of people) {
        const seen = await world.chats.syncSource.conversation(group, id);
        expect(seen !== undefined).toBe(present.has(id));
      }
    },
    120_000,
  );
});
