import { describe, expect, it } from "vitest";
import type {
  ConversationId,
  MessageCreated,
  MessageId,
  MessageInfo,
  SavedMessage,
} from "@veche/contracts";
import {
  contextOf,
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { pinLimit } from "./domain/change-verdicts.ts";

async function read<Answer>(
  world: ConversationsWorld,
  reader: UserPrincipal,
  path: string,
): Promise<Answer> {
  await using http = await createTestHttp({
    routes: world.messages.routes,
    authenticate: {
      session: async () => reader,
      bearer: async () => undefined,
    },
  });
  const answer = await http.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: ownPage,
  });
  return answer.json<Answer>();
}

const logOf = ({ chats }: ConversationsWorld, id: ConversationId) =>
  chats.syncSource.eventsAfter(id, 0, 10_000);

const lastMessageOf = async (
  world: ConversationsWorld,
  id: ConversationId,
): Promise<MessageCreated> => {
  const event = (await logOf(world, id)).at(-1);
  if (event?.type !== "message.created") throw new Error("no message");
  return event;
};

/** Anna's group with Boris, a channel of Anna's open to all, and a message of Anna in each. */
async function openPlaces() {
  const world = await openConversations();
  const [anna, boris, eve] = [
    world.user("Anna"),
    world.user("Boris"),
    world.user("Eve"),
  ];
  const group = await world.group(anna, boris);
  const { id: channel } = await world.ask(anna, "conversation.create", {
    clientId: newClientId(),
    kind: "channel",
    title: "News",
    access: "open",
    posting: "admins",
    memberIds: [boris.id],
  });
  const say = async (conversationId: ConversationId, body: string) => {
    const sent = await world.send(anna, conversationId, { body });
    return { conversationId, messageId: sent.messageId };
  };
  const [inGroup, inChannel] = [
    await say(group, "for us"),
    await say(channel, "for **all**"),
  ];
  return {
    ...{ world, anna, boris, eve, group, channel, inGroup, inChannel, say },
    confide: () =>
      world.ask(anna, "conversation.update", {
        conversationId: group,
        confidentiality: {
          messageLifetimeMs: null,
          allowedDevices: ["desktop_browser"],
        },
      }),
    showOut: (who: UserPrincipal) =>
      world.test.database.transact(contextOf(anna).actor, (unit) =>
        world.chats.removeMember(unit, {
          conversationId: group,
          principalId: who.id,
          actorId: anna.id,
        }),
      ),
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
    },
  };
}

describe("pinning", () => {
  it("is told in the log and shown in the list, the last one first (C17)", async () => {
    await using places = await openPlaces();
    const { world, anna, boris, group, inGroup } = places;
    const second = await places.say(group, "second");
    await world.ask(boris, "message.pin", { ...inGroup, isPinned: true });
    world.clock.advance(1_000);
    await world.ask(anna, "message.pin", { ...second, isPinned: true });
    await world.ask(anna, "message.pin", { ...second, isPinned: true });
    const pinned = await read<{ items: MessageCreated[] }>(
      world,
      boris,
      `/conversations/${group}/pinned`,
    );
    expect(pinned.items.map(({ body }) => body)).toEqual(["second", "for us"]);
    const told = (await logOf(world, group)).flatMap((event) =>
      event.type === "message.pinned" ? [event.excerpt] : [],
    );
    expect(told).toEqual(["for us", "second"]);

    await world.ask(anna, "message.pin", { ...inGroup, isPinned: false });
    await world.ask(anna, "message.delete", second);
    expect(await read(world, boris, `/conversations/${group}/pinned`)).toEqual({
      items: [],
    });
    expect(JSON.stringify(await logOf(world, group))).not.toContain("second");
  });

  it("in a channel is for those who govern it, and nowhere for strangers", async () => {
    await using places = await openPlaces();
    const { world, anna, boris, eve, inChannel, inGroup } = places;
    const pin = (who: UserPrincipal, named: typeof inGroup) =>
      world.ask(who, "message.pin", { ...named, isPinned: true });
    await pin(anna, inChannel);
    await expect(pin(boris, inChannel)).rejects.toMatchObject({
      code: "auth.forbidden",
    });
    await expect(pin(eve, inGroup)).rejects.toMatchObject({
      code: "conversation.not_found",
    });
    expect(
      await read(world, eve, `/conversations/${places.group}/pinned`),
    ).toMatchObject({ code: "conversation.not_found" });
  });

  it("has a limit that those who pin at once keep too", async () => {
    await using places = await openPlaces();
    const { world, anna, group } = places;
    const all = await Promise.all(
      Array.from({ length: pinLimit + 5 }, (_, n) =>
        places.say(group, `text ${n}`),
      ),
    );
    const answers = await Promise.allSettled(
      all.map((named) =>
        world.ask(anna, "message.pin", { ...named, isPinned: true }),
      ),
    );
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(5);
  });
});

describe("forwarding", () => {
  const forward = (
    { world }: { world: ConversationsWorld },
    who: UserPrincipal,
    params: {
      from: { conversationId: ConversationId; messageId: MessageId };
      to: ConversationId;
      clientId?: ReturnType<typeof newClientId>;
    },
  ) =>
    world.ask(who, "message.forward", {
      clientId: params.clientId ?? newClientId(),
      conversationId: params.to,
      from: params.from,
    });

  it("takes the message as it is, with its author; the place is told where all may go (C18)", async () => {
    await using places = await openPlaces();
    const { world, anna, boris, eve, channel, inGroup, inChannel } = places;
    const notes = await world.group(boris, eve);
    const origin = {
      authorId: anna.id,
      authorName: "Anna",
      sentAt: "2026-03-02T09:00:00.000Z",
    };
    await forward(places, boris, { from: inGroup, to: notes });
    const first = await lastMessageOf(world, notes);
    expect(first).toMatchObject({
      actorId: boris.id,
      body: "for us",
      forwarded: {
        ...origin,
        conversationId: null,
        conversationTitle: null,
        messageId: null,
      },
    });
    await forward(places, boris, { from: inChannel, to: notes });
    const second = await lastMessageOf(world, notes);
    expect(second.forwarded).toEqual({
      ...origin,
      conversationId: channel,
      conversationTitle: "News",
      messageId: inChannel.messageId,
    });
    // Sent on once more it is still Anna's, and nobody puts other words into her mouth.
    const again = { conversationId: notes, messageId: second.messageId };
    await forward(places, eve, { from: again, to: notes });
    expect((await lastMessageOf(world, notes)).forwarded).toEqual(
      second.forwarded,
    );
    await expect(
      world.ask(boris, "message.edit", {
        ...again,
        clientId: newClientId(),
        body: "never said",
      }),
    ).rejects.toMatchObject({ code: "message.not_editable" });
  });

  it("of what one may not read, of the deleted and of the confidential is refused", async () => {
    await using places = await openPlaces();
    const { world, anna, boris, eve, group, inGroup } = places;
    const notes = await world.group(eve, boris, anna);
    await expect(
      forward(places, eve, { from: inGroup, to: notes }),
    ).rejects.toMatchObject({ code: "message.not_found" });
    const gone = await places.say(group, "gone");
    await world.ask(anna, "message.delete", gone);
    await expect(
      forward(places, boris, { from: gone, to: notes }),
    ).rejects.toMatchObject({ code: "message.deleted" });
    await places.confide();
    await expect(
      forward(places, boris, { from: inGroup, to: notes }),
    ).rejects.toMatchObject({ code: "conversation.confidential" });
  });

  it("the same again is the same message, whatever became of its source", async () => {
    await using places = await openPlaces();
    const { world, boris, inGroup } = places;
    const notes = await world.group(boris);
    const clientId = newClientId();
    const params = { from: inGroup, to: notes, clientId };
    const first = await forward(places, boris, params);
    await places.showOut(boris);
    expect(await forward(places, boris, params)).toEqual(first);
    expect(await logOf(world, notes)).toHaveLength(1);
  });
});

describe("saving", () => {
  it("is a list of one's own, of what one may read now (C17)", async () => {
    await using places = await openPlaces();
    const { world, anna, boris, eve, group, inGroup, inChannel } = places;
    const save = (who: UserPrincipal, named: typeof inGroup) =>
      world.ask(who, "message.save", { ...named, isSaved: true });
    const saved = async (who: UserPrincipal) =>
      (await read<{ items: SavedMessage[] }>(world, who, "/saved")).items;
    await save(boris, inGroup);
    world.clock.advance(1_000);
    await save(boris, inChannel);
    await save(boris, inGroup);
    expect(
      (await saved(boris)).map(({ message, authorName }) => [
        message.body,
        authorName,
      ]),
    ).toEqual([
      ["for **all**", "Anna"],
      ["for us", "Anna"],
    ]);
    await expect(save(eve, inGroup)).rejects.toMatchObject({
      code: "message.not_found",
    });
    expect(await saved(eve)).toEqual([]);

    await world.ask(anna, "message.edit", {
      ...inGroup,
      clientId: newClientId(),
      body: "for us two",
    });
    expect((await saved(boris))[1]?.message.body).toBe("for us two");
    await places.showOut(boris);
    await world.send(anna, group, { body: "without Boris" });
    expect((await saved(boris)).map(({ message }) => message.body)).toEqual([
      "for **all**",
    ]);
    await world.ask(boris, "message.save", { ...inChannel, isSaved: false });
    expect(await saved(boris)).toEqual([]);
  });

  it("nothing leaves a confidential conversation that way (C9)", async () => {
    await using places = await openPlaces();
    await places.confide();
    await expect(
      places.world.ask(places.boris, "message.save", {
        ...places.inGroup,
        isSaved: true,
      }),
    ).rejects.toMatchObject({ code: "conversation.confidential" });
  });
});

describe("a message's info", () => {
  it("tells who has it, who has read it and when, and what it said before (C15)", async () => {
    await using places = await openPlaces();
    const { world, anna, boris } = places;
    const [carol, late] = [world.user("Carol"), world.user("Late")];
    const group = await world.group(anna, boris, carol);
    const inGroup = await places.say(group, "for us");
    world.clock.advance(1_000);
    await world.move(carol, group, { deliveredTo: 1, readTo: 0 });
    world.clock.advance(1_000);
    await world.move(boris, group, { deliveredTo: 1, readTo: 1 });
    await world.ask(anna, "message.edit", {
      ...inGroup,
      clientId: newClientId(),
      body: "for us three",
    });
    world.clock.advance(1_000);
    await world.move(boris, group, { deliveredTo: 9, readTo: 9 });
    await world.ask(anna, "member.add", {
      conversationId: group,
      userIds: [late.id],
    });
    const path = `/conversations/${group}/messages/${inGroup.messageId}/info`;
    const info = await read<MessageInfo>(world, anna, path);
    expect(info).toEqual({
      readBy: [
        {
          principalId: boris.id,
          name: "Boris",
          at: "2026-03-02T09:00:02.000Z",
        },
      ],
      readCount: 1,
      deliveredTo: [
        {
          principalId: carol.id,
          name: "Carol",
          at: "2026-03-02T09:00:01.000Z",
        },
      ],
      deliveredCount: 1,
      versions: [{ body: "for us", at: "2026-03-02T09:00:00.000Z" }],
    });
    expect(await read(world, places.eve, path)).toMatchObject({
      code: "conversation.not_found",
    });
    await world.ask(anna, "message.delete", inGroup);
    const after = await read<MessageInfo>(world, anna, path);
    expect(after.versions).toEqual([]);
  });
});
