import { SMALL_CONVERSATION_MEMBERS, type UserId } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { openConversations } from "../../../tests/conversations.ts";

/** A group of as many as a small conversation may hold, and what its members were told of its members. */
async function openFull() {
  const world = await openConversations();
  const [owner, ...others] = Array.from(
    { length: SMALL_CONVERSATION_MEMBERS },
    (_, index) => world.user(`Person ${String(index)}`),
  );
  if (owner === undefined) throw new Error("nobody owns it");
  const id = await world.group(owner, ...others);
  const toldTo = (who: UserId) =>
    world.notices.flatMap(({ to, notice }) =>
      to.includes(who) && notice.type === "conversation.changed"
        ? [notice.conversation]
        : [],
    );
  return { world, owner, others, id, toldTo };
}

describe("a conversation at the limit of small ones", () => {
  it("is told anew to those in it when one more makes it large, and when one less makes it small", async () => {
    const full = await openFull();
    await using world = full.world;
    const { owner, others, id, toldTo } = full;
    const one = world.user("One more");
    const told = world.told(SMALL_CONVERSATION_MEMBERS + 1);

    await world.ask(owner, "member.add", {
      conversationId: id,
      userIds: [one.id],
    });
    await told;
    const [large] = toldTo(owner.id);
    expect(large?.memberCount).toBe(SMALL_CONVERSATION_MEMBERS + 1);
    expect(large?.members.map(({ principalId }) => principalId)).toEqual([
      owner.id,
    ]);

    const toldAgain = world.told(2 * SMALL_CONVERSATION_MEMBERS + 1);
    await world.ask(one, "conversation.leave", { conversationId: id });
    await toldAgain;
    const small = toldTo(owner.id).at(-1);
    expect(small?.members).toHaveLength(SMALL_CONVERSATION_MEMBERS);
    expect(small?.members.map(({ principalId }) => principalId)).toContain(
      others[0]?.id,
    );
  });

  it("is not told anew while it stays small", async () => {
    const full = await openFull();
    await using world = full.world;
    const { owner, others, id, toldTo } = full;
    const [someone] = others;
    if (someone === undefined) throw new Error("nobody can leave");

    await world.ask(someone, "conversation.leave", { conversationId: id });
    await world.ask(owner, "member.add", {
      conversationId: id,
      userIds: [someone.id],
    });

    expect(toldTo(owner.id)).toEqual([]);
  });
});
