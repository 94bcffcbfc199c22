import { describe, expect, it } from "vitest";
import type { CommandName, CommandParams } from "@veche/contracts";
import {
  newClientId,
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import { createTestHttp, ownPage } from "../../../tests/http.ts";
import { systemIds } from "../ids.ts";
import type { UserPrincipal } from "../principal.ts";
import { commandDoor } from "./command-door.ts";

const post = async (
  { chats, messages }: ConversationsWorld,
  principal: UserPrincipal | undefined,
  { name, payload }: { readonly name: string; readonly payload: object },
) => {
  await using http = await createTestHttp({
    routes: commandDoor({
      handlers: { ...chats.commands, ...messages.commands },
      ids: systemIds,
    }),
    authenticate: {
      session: async () => principal,
      bearer: async () => undefined,
    },
  });
  const answer = await http.inject({
    method: "POST",
    url: `/api/v1/commands/${name}`,
    payload,
    headers: ownPage,
  });
  return { status: answer.statusCode, body: answer.json<object>() };
};

const send = (params: CommandParams<"message.send">) =>
  ({ name: "message.send" satisfies CommandName, payload: params }) as const;

describe("a command over REST", () => {
  it("does what it does over the socket, once for a client id", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    const conversationId = await world.group(anna);
    const wanted = send({
      conversationId,
      clientId: newClientId(),
      body: "from a program",
    });
    const first = await post(world, anna, wanted);
    expect(first).toMatchObject({ status: 200, body: { seq: 1 } });
    expect(await post(world, anna, wanted)).toEqual(first);
    const { clientId, body } = wanted.payload;
    const overSocket = await world.send(anna, conversationId, {
      clientId,
      body,
    });
    expect(overSocket).toEqual(first.body);
  });

  it("is refused as over the socket: by rights, by shape, by who is nobody", async () => {
    await using world = await openConversations();
    const [anna, boris] = [world.user("Anna"), world.user("Boris")];
    const conversationId = await world.group(anna);
    const wanted = send({ conversationId, clientId: newClientId(), body: "?" });
    expect(await post(world, boris, wanted)).toMatchObject({
      status: 404,
      body: { code: "conversation.not_found" },
    });
    expect(
      await post(world, anna, { ...wanted, payload: { conversationId } }),
    ).toMatchObject({ status: 400, body: { code: "request.invalid" } });
    expect(await post(world, undefined, wanted)).toMatchObject({ status: 401 });
  });

  it("that belongs to a socket is not there", async () => {
    await using world = await openConversations();
    const anna = world.user("Anna");
    expect(
      await post(world, anna, { name: "call.join", payload: {} }),
    ).toMatchObject({ status: 404 });
  });
});
