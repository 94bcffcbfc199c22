import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  Confidentiality,
  ConversationId,
  RetentionRules,
  TimelineEventOf,
} from "@veche/contracts";
import {
  contextOf,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { privacyPowers } from "../../../tests/privacy.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { createPrivacy, type Privacy } from "./index.ts";

const minuteMs = 60_000;
const dayMs = 24 * 3_600_000;
const forGood: RetentionRules = {
  direct: null,
  group: null,
  channel: null,
  context: null,
  support: null,
  external: null,
};
const allDevices: Confidentiality["allowedDevices"] = ["desktop_browser"];

let powers: Awaited<ReturnType<typeof privacyPowers>>;
let world: ConversationsWorld;
let privacy: Privacy;
let anna: UserPrincipal;
let boris: UserPrincipal;
let room: ConversationId;

const begin = () =>
  createPrivacy({
    ...powers,
    database: world.test.database.narrow(),
    ...{ chats: world.chats, messages: world.messages, clock: world.clock },
    timers: world.clock,
    log: world.test.log,
  });

beforeEach(async () => {
  powers = await privacyPowers();
  world = await openConversations();
  privacy = begin();
  anna = world.user("Anna");
  boris = world.user("Boris");
  room = await world.group(anna, boris);
});
afterEach(async () => {
  await privacy[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

async function rule(rules: Partial<RetentionRules>, who = anna) {
  const principal = { ...who, roles: ["employee", "admin"] as const };
  await using http = await createTestHttp({
    routes: privacy.routes,
    authenticate: {
      session: async () => principal,
      bearer: async () => undefined,
    },
  });
  const answer = await http.inject({
    method: "PUT",
    url: "/api/v1/privacy/retention",
    headers: ownPage,
    payload: { ...forGood, ...rules },
  });
  return answer.statusCode;
}

async function messagesIn(conversationId = room) {
  const { rows } = await sql<{
    payload: TimelineEventOf<"message.created">;
  }>`SELECT payload FROM conversation_events
     WHERE conversation_id = ${conversationId} AND type = 'message.created' ORDER BY seq`.execute(
    world.test.database.db,
  );
  return rows.map(({ payload }) => payload);
}
const bodiesIn = async (conversationId = room) =>
  (await messagesIn(conversationId)).map(({ body }) => body);

describe("what is said", () => {
  it("is kept for good until an administrator says otherwise", async () => {
    await world.send(anna, room, { body: "old" });
    world.clock.advance(4_000 * dayMs);
    await privacy.quiet();
    expect(await bodiesIn()).toEqual(["old"]);
  });

  it("goes after the days of its kind of conversation, everywhere", async () => {
    const direct = await world.ask(anna, "conversation.open_direct", {
      userId: boris.id,
    });
    const old = await world.send(anna, room, { body: "old words" });
    await world.ask(boris, "reaction.set", {
      conversationId: room,
      messageId: old.messageId,
      emoji: "👍",
      isSet: true,
    });
    await world.send(anna, direct.id, { body: "between us" });
    world.clock.advance(20 * dayMs);
    await world.send(anna, room, { body: "newer" });
    expect(await rule({ group: 30 })).toBe(200);
    world.clock.advance(11 * dayMs);
    await privacy.quiet();
    expect(await bodiesIn()).toEqual(["", "newer"]);
    expect(await bodiesIn(direct.id)).toEqual(["between us"]);
    const [gone] = await messagesIn();
    expect(gone?.deletedAt).toBeDefined();
    expect(gone?.reactions).toBeUndefined();
    const everything = await sql<{ all: string }>`
      SELECT (SELECT json_agg(e) FROM conversation_events e)::text
        || (SELECT json_agg(c) FROM conversations c)::text
        || coalesce((SELECT json_agg(m) FROM messages m)::text, '') AS all`.execute(
      world.test.database.db,
    );
    expect(everything.rows[0]?.all).not.toContain("old words");
  });

  it("is told to those who have it open, with the reason", async () => {
    const told: unknown[] = [];
    world.test.bus.on("timeline.appended", ({ events }) => {
      told.push(
        ...events.flatMap((event) =>
          event.type === "message.deleted" ? [event.reason] : [],
        ),
      );
    });
    await world.send(anna, room, { body: "old" });
    await rule({ group: 1 });
    world.clock.advance(2 * dayMs);
    await privacy.quiet();
    expect(told).toEqual(["retention"]);
  });

  it("leaves the trail who ruled and what was cleared away, once", async () => {
    for (const body of ["one", "two"]) await world.send(anna, room, { body });
    await rule({ group: 1, channel: 365 });
    await rule({ group: 1, channel: 365 });
    world.clock.advance(2 * dayMs);
    await privacy.quiet();
    await privacy.quiet();
    const facts = await world.test.outboxEvents();
    expect(
      facts.filter(({ type }) =>
        ["retention.changed", "messages.expired"].includes(type),
      ),
    ).toMatchObject([
      { rules: "group 1, channel 365", actor: { id: anna.id } },
      {
        conversationId: room,
        reason: "retention",
        count: 2,
        actor: { id: null },
      },
    ]);
  });

  it("goes whole in however many steps, also when the sweep dies between them", async () => {
    for (let n = 0; n < 450; n += 1)
      await world.send(anna, room, { body: `message ${n}` });
    await rule({ group: 1 });
    await privacy[Symbol.asyncDispose]();
    world.clock.advance(2 * dayMs);
    // The second step dies in its commit.
    let steps = 0;
    const messages: Pick<ConversationsWorld["messages"], "expire"> = {
      async expire(unit, expiry) {
        await world.messages.expire(unit, expiry);
        steps += 1;
        if (steps > 1) throw new Error("the process dies");
      },
    };
    const dying = createPrivacy({
      ...powers,
      database: world.test.database.narrow(),
      ...{ chats: world.chats, messages: world.messages, clock: world.clock },
      timers: world.clock,
      log: world.test.log,
      messages,
    });
    await dying.quiet();
    await dying[Symbol.asyncDispose]();
    expect((await bodiesIn()).filter((body) => body !== "")).toHaveLength(250);
    privacy = begin();
    await privacy.quiet();
    expect(new Set(await bodiesIn())).toEqual(new Set([""]));
    const counts = (await world.test.outboxEvents()).flatMap((fact) =>
      fact.type === "messages.expired" ? [fact.count] : [],
    );
    expect(counts).toEqual([200, 200, 50]);
  });

  it("is for administrators to rule", async () => {
    await using http = await createTestHttp({ routes: privacy.routes });
    const answer = await http.inject({
      method: "PUT",
      url: "/api/v1/privacy/retention",
      headers: ownPage,
      payload: forGood,
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe("a confidential conversation", () => {
  const confide = (messageLifetimeMs: number | null) =>
    world.ask(anna, "conversation.update", {
      conversationId: room,
      confidentiality: { messageLifetimeMs, allowedDevices: allDevices },
    });

  it("keeps a message no longer than its lifetime, while others stay", async () => {
    const other = await world.group(anna, boris);
    await world.send(anna, other, { body: "stays" });
    await confide(5 * minuteMs);
    await world.send(anna, room, { body: "first" });
    world.clock.advance(3 * minuteMs);
    await world.send(anna, room, { body: "second" });
    world.clock.advance(3 * minuteMs);
    await privacy.quiet();
    expect(await bodiesIn()).toEqual(["", "second"]);
    world.clock.advance(3 * minuteMs);
    await privacy.quiet();
    expect(await bodiesIn()).toEqual(["", ""]);
    expect(await bodiesIn(other)).toEqual(["stays"]);
    expect(await world.test.outboxEvents()).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          type: "messages.expired",
          reason: "expired",
        }),
      ]) as object,
    );
  });

  it("is looked after by itself once the server runs", async () => {
    await confide(minuteMs);
    await world.send(anna, room, { body: "soon gone" });
    const isGone = Promise.withResolvers<undefined>();
    world.test.bus.on("messages.expired", () => isGone.resolve(undefined));
    await privacy.quiet();
    world.clock.advance(2 * minuteMs);
    await isGone.promise;
    expect(await bodiesIn()).toEqual([""]);
  });

  it("does not expire what was deleted before", async () => {
    await confide(minuteMs);
    const { messageId } = await world.send(anna, room, { body: "a slip" });
    const handler = world.messages.commands["message.delete"];
    await handler?.(contextOf(anna), {
      conversationId: room,
      messageId,
    });
    world.clock.advance(2 * minuteMs);
    await privacy.quiet();
    const facts = await world.test.outboxEvents();
    expect(facts.map(({ type }) => type)).not.toContain("messages.expired");
  });
});
