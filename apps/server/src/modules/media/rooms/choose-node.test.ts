import { expect, it } from "vitest";
import { chooseNode, type NodeLoad } from "./choose-node.ts";

const node = (id: string, change: Partial<NodeLoad> = {}): NodeLoad => ({
  id,
  isHealthy: true,
  isDraining: false,
  seats: 0,
  ...change,
});
const chosen = (...nodes: readonly NodeLoad[]) => chooseNode(nodes)?.id;

it("a room goes to the node with the fewest participants", () => {
  expect(
    chosen(
      node("a", { seats: 7 }),
      node("b", { seats: 3 }),
      node("c", { seats: 5 }),
    ),
  ).toBe("b");
});

it("among equals the first by name is taken, whatever order they came in", () => {
  expect(chosen(node("b"), node("a"))).toBe("a");
});

it("a node that does not answer or is being emptied gets nothing", () => {
  expect(
    chosen(
      node("a", { isHealthy: false }),
      node("b", { isDraining: true }),
      node("c", { seats: 90 }),
    ),
  ).toBe("c");
  expect(chosen(node("a", { isHealthy: false }))).toBeUndefined();
});
