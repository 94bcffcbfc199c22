import { describe, expect, it } from "vitest";
import type { ConversationId } from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { serverActor } from "../../platform/db/database.ts";
import { reactionLimits } from "./domain/change-verdicts.ts";

const logOf = ({ chats }: ConversationsWorld, id: ConversationId) =>
  chats.syncSource.eventsAfter(id, 0, 10_000);

/** Anna, an owner; Boris, a member; and a message of Boris. */
async function openGroup() {
  const world = await openConversations();
  const [anna, boris] = [world.user("Anna"), world.user("Boris")];
  const group = await world.group(anna, boris);
  const sent = await world.send(boris, group, { body: "helo" });
  const messageId = sent.messageId;
  const named = { conversationId: group, messageId };
  return {
    world,
    anna,
    boris,
    group,
    messageId,
    named,
    edit: (body: string, by = boris, clientId = newClientId()) =>
      world.ask(by, "message.edit", { ...named, clientId, body }),
    remove: (by: UserPrincipal) => world.ask(by, "message.delete", named),
    react: (by: UserPrincipal, emoji: string) =>
      world.ask(by, "reaction.set", { ...named, emoji, isSet: true }),
    unreact: (by: UserPrincipal, emoji: string) =>
      world.ask(by, "reaction.set", { ...named, emoji, isSet: false }),
    message: async () => {
      const [first] = await logOf(world, group);
      return first;
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
    },
  };
}

describe("editing", () => {
  it("changes the message where it stands, and everybody is told (C16)", async () => {
    await using scene = await openGroup();
    const ack = await scene.edit("hello");
    expect(await logOf(scene.world, scene.group)).toEqual([
      expect.objectContaining({ seq: 1, body: "hello", editedAt: ack.at }),
      {
        type: "message.edited",
        seq: 2,
        at: ack.at,
        actorId: scene.boris.id,
        messageId: scene.messageId,
        messageSeq: 1,
        body: "hello",
      },
    ]);
  });

  it("an old edit sent again is answered as before and undoes nothing", async () => {
    await using scene = await openGroup();
    const clientId = newClientId();
    const first = await scene.edit("hello", scene.boris, clientId);
    await scene.edit("hello there");
    const late = await scene.edit("hello", scene.boris, clientId);
    expect(late).toEqual(first);
    expect(await scene.message()).toMatchObject({ body: "hello there" });
  });

  it("the same edit many times at once is one", async () => {
    await using scene = await openGroup();
    const clientId = newClientId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => scene.edit("hi", scene.boris, clientId)),
    );
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([2]));
    expect(await logOf(scene.world, scene.group)).toHaveLength(2);
  });

  it("what says the same changes nothing", async () => {
    await using scene = await openGroup();
    expect(await scene.edit("helo")).toMatchObject({ seq: 1 });
    expect(await logOf(scene.world, scene.group)).toHaveLength(1);
  });

  it("is the author's alone, whoever owns the conversation", async () => {
    await using scene = await openGroup();
    await expect(scene.edit("mine now", scene.anna)).rejects.toMatchObject({
      code: "auth.forbidden",
    });
    const eve = scene.world.user("Eve");
    await expect(scene.edit("mine now", eve)).rejects.toMatchObject({
      code: "conversation.not_found",
    });
  });

  it("finds no message of another conversation", async () => {
    await using scene = await openGroup();
    const other = await scene.world.group(scene.boris);
    await expect(
      scene.world.ask(scene.boris, "message.edit", {
        conversationId: other,
        messageId: scene.messageId,
        clientId: newClientId(),
        body: "there?",
      }),
    ).rejects.toMatchObject({ code: "message.not_found" });
  });

  it("a used id on another message is refused", async () => {
    await using scene = await openGroup();
    const clientId = newClientId();
    await scene.edit("one", scene.boris, clientId);
    const second = await scene.world.send(scene.boris, scene.group, {
      body: "second",
    });
    await expect(
      scene.world.ask(scene.boris, "message.edit", {
        ...scene.named,
        messageId: second.messageId,
        clientId,
        body: "one",
      }),
    ).rejects.toMatchObject({ code: "message.client_id_reused" });
  });
});

describe("deleting", () => {
  it("leaves a trace and no word, anywhere in the tables (C16)", async () => {
    await using scene = await openGroup();
    await scene.edit("SECRET one");
    await scene.edit("SECRET two");
    await scene.react(scene.anna, "👍");
    await scene.remove(scene.boris);

    expect(await scene.message()).toEqual({
      type: "message.created",
      seq: 1,
      at: expect.any(String) as string,
      actorId: scene.boris.id,
      messageId: scene.messageId,
      clientId: expect.any(String) as string,
      body: "",
      deletedAt: "2026-03-02T09:00:00.000Z",
    });
    const { db } = scene.world.test.database;
    for (const table of [
      "conversationEvents",
      "messages",
      "messageEdits",
      "reactions",
    ] as const) {
      const rows = JSON.stringify(
        await db.selectFrom(table).selectAll().execute(),
      );
      expect(rows).not.toContain("SECRET");
      expect(rows).not.toContain("helo");
    }
    expect((await logOf(scene.world, scene.group)).at(-1)).toMatchObject({
      type: "message.deleted",
      messageSeq: 1,
      reason: "author",
    });
  });

  it("is the author's and the moderators' right", async () => {
    await using scene = await openGroup();
    const carol = scene.world.user("Carol");
    await scene.world.test.database.transact(serverActor, (unit) =>
      scene.world.chats.addMember(unit, {
        conversationId: scene.group,
        member: {
          principalId: carol.id,
          kind: "user",
          name: "Carol",
          role: "member",
        },
        actorId: null,
      }),
    );
    await expect(scene.remove(carol)).rejects.toMatchObject({
      code: "auth.forbidden",
    });
    await scene.remove(scene.anna);
    expect((await logOf(scene.world, scene.group)).at(-1)).toMatchObject({
      type: "message.deleted",
      reason: "moderator",
    });
  });

  it("the deleted is deleted: again is nothing, and nothing else can be done with it", async () => {
    await using scene = await openGroup();
    await Promise.all([scene.remove(scene.boris), scene.remove(scene.anna)]);
    await scene.remove(scene.boris);
    expect(await logOf(scene.world, scene.group)).toHaveLength(2);
    for (const attempt of [
      () => scene.edit("again"),
      () => scene.react(scene.anna, "👍"),
    ])
      await expect(attempt()).rejects.toMatchObject({
        code: "message.deleted",
      });
  });

  it("the same sending again still finds that it had arrived", async () => {
    await using scene = await openGroup();
    const clientId = newClientId();
    const say = () =>
      scene.world.send(scene.boris, scene.group, { body: "bye", clientId });
    const sent = await say();
    await scene.world.ask(scene.boris, "message.delete", {
      conversationId: scene.group,
      messageId: sent.messageId,
    });
    expect(await say()).toEqual(sent);
  });
});

describe("reactions", () => {
  it("tell who set them, in order; two spellings are one (C8)", async () => {
    await using scene = await openGroup();
    await scene.react(scene.anna, "❤");
    await scene.react(scene.boris, "❤️");
    await scene.react(scene.boris, "🎉");
    expect(await scene.message()).toMatchObject({
      reactions: [
        {
          emoji: "❤️",
          count: 2,
          principalIds: [scene.anna.id, scene.boris.id],
        },
        { emoji: "🎉", count: 1, principalIds: [scene.boris.id] },
      ],
    });
  });

  it("setting what is set and taking what isn't there write nothing", async () => {
    await using scene = await openGroup();
    await Promise.all(
      Array.from({ length: 6 }, () => scene.react(scene.anna, "👍")),
    );
    await scene.unreact(scene.anna, "👎");
    expect(await logOf(scene.world, scene.group)).toHaveLength(2);
    await scene.unreact(scene.anna, "👍");
    expect(await scene.message()).not.toHaveProperty("reactions");
  });

  it("more holders than are named are counted one by one", async () => {
    await using scene = await openGroup();
    const { world, group } = scene;
    const crowd = Array.from({ length: 104 }, (_, n) => world.user(`P${n}`));
    await world.test.database.transact(serverActor, async (unit) => {
      for (const { id, name } of crowd)
        await world.chats.addMember(unit, {
          conversationId: group,
          member: { principalId: id, kind: "user", name, role: "member" },
          actorId: null,
        });
    });
    await Promise.all(crowd.map((one) => scene.react(one, "👍")));
    await Promise.all(crowd.map((one) => scene.react(one, "👍")));
    const last = crowd.at(-1);
    if (last !== undefined) await scene.unreact(last, "👍");
    const first = await scene.message();
    if (first?.type !== "message.created") throw new Error("no message");
    expect(first.reactions?.map((one) => one.count)).toEqual([103]);
  });

  it("one person sets only so many", async () => {
    await using scene = await openGroup();
    const firstFood = 0x1f345;
    const all = Array.from({ length: reactionLimits.ofPerson }, (_, n) =>
      String.fromCodePoint(firstFood + n),
    );
    await Promise.all(all.map((emoji) => scene.react(scene.anna, emoji)));
    await expect(scene.react(scene.anna, "👍")).rejects.toMatchObject({
      code: "message.too_many_reactions",
    });
    await scene.react(scene.boris, "👍");
  });

  it("only an emoji is one", async () => {
    await using scene = await openGroup();
    await expect(scene.react(scene.anna, "no")).rejects.toMatchObject({
      code: "request.invalid",
    });
  });
});

describe("answering", () => {
  it("shows what it answers as it stood, in the quoted words if they are there (C18)", async () => {
    await using scene = await openGroup();
    const { world, anna, group, messageId } = scene;
    await scene.edit("**Hello** there, [you](https://a.example)!");
    const answer = (quote?: string) =>
      world.ask(anna, "message.send", {
        conversationId: group,
        clientId: newClientId(),
        body: "yes",
        replyTo: { messageId, ...(quote === undefined ? {} : { quote }) },
      });
    await answer();
    await answer("Hello there");
    await answer("I owe you money");
    const replies = (await logOf(world, group)).flatMap((event) =>
      event.type === "message.created" && event.replyTo ? [event.replyTo] : [],
    );
    const about = {
      messageId,
      seq: 1,
      authorId: scene.boris.id,
      authorName: "Boris",
    };
    const whole = { excerpt: "Hello there, you!", isQuote: false };
    expect(replies).toEqual([
      { ...about, ...whole },
      { ...about, excerpt: "Hello there", isQuote: true },
      { ...about, ...whole },
    ]);
  });

  it("a message of another conversation cannot be answered here, nor read that way", async () => {
    await using scene = await openGroup();
    const eve = scene.world.user("Eve");
    const other = await scene.world.group(eve);
    await expect(
      scene.world.ask(eve, "message.send", {
        conversationId: other,
        clientId: newClientId(),
        body: "what was that?",
        replyTo: { messageId: scene.messageId },
      }),
    ).rejects.toMatchObject({ code: "message.not_found" });
  });
});

describe("mentions", () => {
  it("stand with the message (C11)", async () => {
    await using scene = await openGroup();
    const { world, anna, boris, group } = scene;
    await world.ask(anna, "message.send", {
      conversationId: group,
      clientId: newClientId(),
      body: "@Boris and @all",
      mentions: [
        { kind: "all", from: 11, to: 15 },
        { kind: "principal", principalId: boris.id, from: 0, to: 6 },
      ],
    });
    expect((await logOf(world, group)).at(-1)).toMatchObject({
      mentions: [
        { kind: "principal", principalId: boris.id, from: 0, to: 6 },
        { kind: "all", from: 11, to: 15 },
      ],
    });
  });

  it("over words that are not there they are refused", async () => {
    await using scene = await openGroup();
    await expect(
      scene.world.ask(scene.anna, "message.send", {
        conversationId: scene.group,
        clientId: newClientId(),
        body: "@all",
        mentions: [{ kind: "all", from: 0, to: 5 }],
      }),
    ).rejects.toMatchObject({
      code: "request.invalid",
      issues: [{ path: "/mentions" }],
    });
  });
});
