import { afterEach, beforeEach, expect, it } from "vitest";
import type { ConversationId } from "@veche/contracts";
import {
  openConversations,
  type ConversationsWorld,
} from "../../../tests/conversations.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

let world: ConversationsWorld;
beforeEach(async () => {
  world = await openConversations();
});
afterEach(() => world[Symbol.asyncDispose]());

/** What one of two owners does to the other, or to themselves. */
type Deed = (
  room: ConversationId,
  who: UserPrincipal,
  other: UserPrincipal,
) => Promise<unknown>;

const deeds: Readonly<Record<string, Deed>> = {
  "remove each other": (conversationId, who, { id: principalId }) =>
    world.ask(who, "member.remove", { conversationId, principalId }),
  "take the role from each other": (conversationId, who, other) =>
    world.ask(who, "member.set_role", {
      ...{ conversationId, principalId: other.id, role: "member" },
    }),
  leave: (conversationId, who) =>
    world.ask(who, "conversation.leave", { conversationId }),
};

it.each(Object.keys(deeds))(
  "two owners who %s in one moment leave no group without an owner",
  async (name) => {
    const deed = deeds[name]!;
    const [anna, boris, vera] = ["Anna", "Boris", "Vera"].map(world.user);
    const owners = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const room = await world.group(anna!, boris!, vera!);
        await world.ask(anna!, "member.set_role", {
          ...{ conversationId: room, principalId: boris!.id, role: "owner" },
        });
        await Promise.allSettled([
          deed(room, anna!, boris!),
          deed(room, boris!, anna!),
        ]);
        const seen = await world.chats.syncSource.conversation(room, vera!.id);
        return seen?.members.filter(({ role }) => role === "owner").length;
      }),
    );
    expect(owners).toEqual(owners.map(() => 1));
  },
);
