import { expect, it } from "vitest";
import { conversation, mine } from "../conversation.fixture.ts";
import { pinToggled, ranksAfterMove } from "./pinned-order.ts";

const pinned = (id: string, pinnedRank: number) =>
  conversation(id, { mine: mine({ pinnedRank }) });
const three = [pinned("a", 0), pinned("b", 1), pinned("c", 2)];

it("pins below what is pinned already, and takes a pin away", () => {
  const one = conversation("d");
  expect(pinToggled([...three, one], one)).toEqual({
    conversationId: "d",
    pinnedRank: 3,
  });
  expect(pinToggled(three, pinned("b", 1)).pinnedRank).toBeNull();
});

it("tells the server only the ranks that changed", () => {
  expect(ranksAfterMove(three, pinned("c", 2).id, 1)).toEqual([
    { conversationId: "c", pinnedRank: 1 },
    { conversationId: "b", pinnedRank: 2 },
  ]);
  expect(ranksAfterMove(three, pinned("a", 0).id, -1)).toEqual([]);
  expect(ranksAfterMove(three, conversation("z").id, 0)).toEqual([]);
});
