import { describe, expect, it } from "vitest";
import type { ConversationId, Invitation } from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const gone = { code: "conversation.invitation_gone" };

async function openScene() {
  const world = await openConversations();
  const [anna, boris, vera] = [
    world.user("Anna"),
    world.user("Boris"),
    world.user("Vera"),
  ];
  const group = await world.group(anna, boris);
  return {
    world,
    anna,
    boris,
    vera,
    group,
    invite: (expiresAt: string | null = null, clientId = newClientId()) =>
      world.ask(anna, "invitation.create", {
        conversationId: group,
        clientId,
        expiresAt,
      }),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

async function get(
  { chats }: ConversationsWorld,
  principal: UserPrincipal,
  path: string,
) {
  await using http = await createTestHttp({
    routes: chats.routes,
    authenticate: {
      session: async () => principal,
      bearer: async () => undefined,
    },
  });
  const answer = await http.inject({
    method: "GET",
    url: `/api/v1${path}`,
    headers: ownPage,
  });
  return { status: answer.statusCode, body: answer.json<object>() };
}

describe("an invitation", () => {
  it("lets whoever has its link into a closed group, once each", async () => {
    await using scene = await openScene();
    const { world, anna, vera, group } = scene;
    await world.send(anna, group, { body: "before Vera" });
    const { token, id } = await scene.invite();
    const preview = await get(world, vera, `/invitations/${token}`);
    expect(preview).toEqual({
      status: 200,
      body: {
        conversationId: group,
        kind: "group",
        title: "A group",
        about: null,
        memberCount: 2,
        isMember: false,
      },
    });
    const joined = await world.ask(vera, "invitation.accept", { token });
    await world.ask(vera, "invitation.accept", { token });
    expect(joined).toMatchObject({
      id: group,
      mine: { role: "member" },
      memberCount: 3,
      unreadCount: 0,
    });
    expect(await joiningsIn(world, group)).toEqual([[vera.id, vera.id]]);
    expect(await linksOf(scene)).toMatchObject([{ id, token, useCount: 1 }]);
  });

  it("is one for a client id, and its making stands in the audit trail", async () => {
    await using scene = await openScene();
    const clientId = newClientId();
    const [one, other] = await Promise.all([
      scene.invite(null, clientId),
      scene.invite(null, clientId),
    ]);
    expect(other).toEqual(one);
    expect(await scene.world.test.outboxEvents()).toMatchObject([
      { type: "group.created" },
      { type: "invitation.created", invitationId: one.id },
    ]);
  });

  it("that was revoked, is over or never was lets nobody in", async () => {
    await using scene = await openScene();
    const { world, anna, vera, group } = scene;
    const short = await scene.invite("2026-03-02T10:00:00.000Z");
    const revoked = await scene.invite();
    world.clock.advance(3_600_000);
    const revoke = { conversationId: group, invitationId: revoked.id };
    await world.ask(anna, "invitation.revoke", revoke);
    await world.ask(anna, "invitation.revoke", revoke);
    const unknown = revoked.token.split("").reverse().join("");
    for (const token of [short.token, revoked.token, unknown]) {
      await expect(
        world.ask(vera, "invitation.accept", { token }),
      ).rejects.toMatchObject(gone);
      expect(await get(world, vera, `/invitations/${token}`)).toMatchObject({
        status: 404,
        body: gone,
      });
    }
    expect(await linksOf(scene)).toEqual([]);
    await expect(
      scene.invite("2026-03-02T10:00:00.000Z"),
    ).rejects.toMatchObject({ code: "request.invalid" });
  });

  it("is given, seen and revoked by those who may let people in", async () => {
    await using scene = await openScene();
    const { world, boris, vera, group } = scene;
    const { id } = await scene.invite();
    for (const [who, code] of [
      [boris, "auth.forbidden"],
      [vera, "conversation.not_found"],
    ] as const) {
      await expect(
        world.ask(who, "invitation.create", {
          conversationId: group,
          clientId: newClientId(),
          expiresAt: null,
        }),
      ).rejects.toMatchObject({ code });
      await expect(
        world.ask(who, "invitation.revoke", {
          conversationId: group,
          invitationId: id,
        }),
      ).rejects.toMatchObject({ code });
      expect(
        await get(world, who, `/conversations/${group}/invitations`),
      ).toMatchObject({ body: { code } });
    }
    const { id: direct } = await world.ask(boris, "conversation.open_direct", {
      userId: vera.id,
    });
    await expect(
      world.ask(boris, "invitation.create", {
        conversationId: direct,
        clientId: newClientId(),
        expiresAt: null,
      }),
    ).rejects.toMatchObject({ code: "conversation.fixed" });
  });
});

const linksOf = async ({
  world,
  anna,
  group,
}: Awaited<ReturnType<typeof openScene>>) => {
  const path = `/conversations/${group}/invitations`;
  const { body } = await get(world, anna, path);
  // Of the endpoint's contract.
  return (body as { items: Invitation[] }).items;
};

const joiningsIn = async ({ chats }: ConversationsWorld, id: ConversationId) =>
  (await chats.syncSource.eventsAfter(id, 0, 100)).flatMap((event) =>
    event.type === "member.joined"
      ? [[event.actorId, event.member.principalId]]
      : [],
  );
