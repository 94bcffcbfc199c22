import { describe, expect, it } from "vitest";
import {
  PROTOCOL_VERSION,
  type CommandName,
  type CommandParams,
  type ConversationId,
  type ServerFrame,
} from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { createRealtimeWorld, testDeviceId } from "../../../tests/realtime.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

/** Anna and Boris wrote to each other; then Anna shows Boris out and goes on writing. */
async function openScene() {
  const world = await openConversations();
  const [anna, boris] = [world.user("Anna"), world.user("Boris")];
  const group = await world.group(anna, boris);
  await world.send(boris, group, { body: "before" });
  return {
    world,
    anna,
    boris,
    group,
    showOut: () =>
      world.ask(anna, "member.remove", {
        conversationId: group,
        principalId: boris.id,
      }),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

const heard = (frames: readonly ServerFrame[]): string =>
  JSON.stringify(frames.filter(({ t }) => t !== "welcome"));

describe("a member who was shown out", () => {
  it("reads nothing written afterwards over REST", async () => {
    await using scene = await openScene();
    const { world, anna, boris, group } = scene;
    await scene.showOut();
    await world.send(anna, group, { body: "after" });
    await using http = await createTestHttp({
      routes: [...world.chats.routes, ...world.messages.routes],
      authenticate: {
        session: async () => boris,
        bearer: async () => undefined,
      },
    });
    const here = `/api/v1/conversations/${group}`;
    for (const path of ["", "/timeline", "/members", "/pinned"]) {
      const answer = await http.inject({
        method: "GET",
        url: `${here}${path}`,
        headers: ownPage,
      });
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(answer.body).not.toContain("after");
    }
    const list = await http.inject({
      method: "GET",
      url: "/api/v1/conversations",
      headers: ownPage,
    });
    expect(list.json()).toEqual({ conversations: [] });
  });

  it("can do nothing there, and is told no more than a stranger", async () => {
    await using scene = await openScene();
    const { world, anna, boris, group } = scene;
    await scene.showOut();
    const { messageId } = await world.send(anna, group, { body: "after" });
    const here = { conversationId: group };
    const refused = async <Name extends CommandName>(
      name: Name,
      params: CommandParams<Name>,
    ) => {
      for (const who of [boris, world.user("Stranger")])
        await expect(world.ask(who, name, params)).rejects.toMatchObject({
          code: "conversation.not_found",
        });
    };
    const clientId = newClientId();
    await refused("message.send", { ...here, clientId, body: "?" });
    await refused("reaction.set", {
      ...here,
      messageId,
      emoji: "👍",
      isSet: true,
    });
    await refused("receipt.move", { ...here, deliveredTo: 9, readTo: 9 });
    await refused("receipt.mark_unread", { ...here, fromSeq: 1 });
    await refused("typing.show", here);
    await refused("draft.keep", { ...here, body: "?" });
    await refused("conversation.arrange", { ...here, isArchived: true });
    await refused("conversation.update", { ...here, title: "?" });
    await refused("conversation.join", here);
    await refused("member.add", { ...here, userIds: [boris.id] });
    await refused("member.remove", { ...here, principalId: anna.id });
    await refused("conversation.delete", here);
  });

  it("hears of nothing more on the line that was open, and is told that it is gone", async () => {
    await using scene = await openScene();
    const { world, anna, boris, group } = scene;
    await using line = await realtimeOf(world, boris);
    const client = await line.greet({ cursors: { [group]: 0 } });
    await client.live();
    await scene.showOut();
    await client.until(({ kinds }) => kinds.includes("conversation.gone"));
    await world.send(anna, group, { body: "after" });
    const other = await world.group(anna, boris);
    await world.send(anna, other, { body: "elsewhere" });
    await client.until(({ frames }) => heard(frames).includes("elsewhere"));
    expect(heard(client.frames)).not.toContain("after");
    expect(heard(client.frames)).not.toContain("member.left");
  });

  it("resumes to nothing of it, whatever position is held", async () => {
    await using scene = await openScene();
    const { world, anna, boris, group } = scene;
    await scene.showOut();
    await world.send(anna, group, { body: "after" });
    await using line = await realtimeOf(world, boris);
    for (const position of [0, 1, 3]) {
      const client = await line.greet({ cursors: { [group]: position } });
      await client.live();
      expect(client.frames).toMatchObject([
        { t: "welcome", conversations: [] },
        { t: "live" },
      ]);
    }
  });

  it("is sent no notice of what goes on there", async () => {
    await using scene = await openScene();
    const { world, anna, boris, group } = scene;
    // Remembered while Boris was in it.
    await world.ask(anna, "typing.show", { conversationId: group });
    world.clock.advance(1_000);
    await world.move(boris, group, { deliveredTo: 1, readTo: 1 });
    await scene.showOut();
    const before = world.notices.length;
    await world.ask(anna, "typing.show", { conversationId: group });
    await mentionAll(scene.world, anna, group);
    await world.ask(anna, "conversation.arrange", {
      conversationId: group,
      pinnedRank: 1,
    });
    world.clock.advance(300);
    await world.told(before + 2);
    const to = world.notices.slice(before).flatMap((one) => one.to);
    expect(to).not.toContain(boris.id);
  });
});

/** An edit that names everybody: whose counts change is told apart from the log. */
async function mentionAll(
  world: ConversationsWorld,
  author: UserPrincipal,
  conversationId: ConversationId,
) {
  const { messageId } = await world.send(author, conversationId, {
    body: "quietly",
  });
  await world.ask(author, "message.edit", {
    conversationId,
    messageId,
    clientId: newClientId(),
    body: "@all",
    mentions: [{ kind: "all", from: 0, to: 4 }],
  });
}

/** The socket's edge over this world's conversations, for one user. */
async function realtimeOf(world: ConversationsWorld, user: UserPrincipal) {
  const line = await createRealtimeWorld({
    sync: world.chats.syncSource,
    bus: world.test.bus,
    authenticate: { session: async () => user },
  });
  return {
    greet: (hello: Parameters<typeof line.greet>[0]) =>
      line.greet({
        protocol: PROTOCOL_VERSION,
        deviceId: testDeviceId,
        ...hello,
      }),
    [Symbol.asyncDispose]: () => line[Symbol.asyncDispose](),
  };
}
