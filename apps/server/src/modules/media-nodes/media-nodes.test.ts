import { describe, expect, it } from "vitest";
import {
  mediaNodeEndpoints,
  type DomainEvent,
  type MediaNode,
} from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import { createTestClock } from "../../../tests/clock.ts";
import { createMediaNodes, type MediaNodesTables } from "./index.ts";

const node = (name: string, change: Partial<MediaNode> = {}): MediaNode => ({
  name,
  isOwn: name === "own",
  state: "up",
  isDraining: false,
  rooms: 1,
  seats: 4,
  fault: null,
  ...change,
});

/** Two media servers, of which the second may be something else. */
async function openNodes(second: Partial<MediaNode> = {}) {
  const world = await createTestDatabase<MediaNodesTables>();
  const nodes = new Map([
    ["own", node("own")],
    ["hall", node("hall", second)],
  ]);
  const told: DomainEvent[] = [];
  world.bus.on("media_node.changed", (event) => void told.push(event));
  const media = {
    nodes: () => [...nodes.values()],
    drain: (name: string, order: { readonly isDraining: boolean }) => {
      const before = nodes.get(name);
      if (before !== undefined) nodes.set(name, { ...before, ...order });
    },
  };
  const create = () =>
    createMediaNodes({
      database: world.database,
      clock: createTestClock(),
      media,
    });
  const { routes } = create();
  const ask = async (
    request: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, boolean>> => {
    const wanted =
      "params" in request
        ? mediaNodeEndpoints.updateMediaNode
        : mediaNodeEndpoints.listMediaNodes;
    const found = routes.find(({ endpoint }) => endpoint === wanted);
    const actor = { id: null, name: "Ada", address: null };
    // The route's own types need a whole request; only these parts are looked at.
    const answer = (await found?.handle({ actor, ...request } as never)) as {
      readonly items: readonly MediaNode[];
    };
    return Object.fromEntries(
      answer.items.map(({ name, isDraining }) => [name, isDraining]),
    );
  };
  return {
    told,
    list: ask,
    set: (name: string, body: Pick<MediaNode, "isDraining">) =>
      ask({ params: { name }, body }),
    /** A new process, whose media servers take rooms at first. */
    async restart() {
      nodes.set("own", node("own"));
      nodes.set("hall", node("hall", second));
      await create().start();
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
const drained = { isDraining: true };
const taken = { isDraining: false };

describe("a media server", () => {
  it("is drained and taken back by an administrator, and the trail says so once each", async () => {
    await using world = await openNodes();
    expect(await world.set("hall", drained)).toEqual({
      own: false,
      hall: true,
    });
    await world.set("hall", drained);
    expect(await world.set("hall", taken)).toEqual({ own: false, hall: false });
    expect(world.told).toMatchObject([
      { name: "hall", change: "drained" },
      { name: "hall", change: "returned" },
    ]);
  });

  it("stays drained when the server starts anew", async () => {
    await using world = await openNodes();
    await world.set("hall", drained);
    await world.restart();
    expect(await world.list()).toEqual({ own: false, hall: true });
  });

  it("is not drained when no other would take rooms", async () => {
    await using world = await openNodes({ state: "down" });
    await expect(world.set("own", drained)).rejects.toMatchObject({
      code: "request.conflict",
    });
    expect(await world.set("hall", drained)).toMatchObject({ hall: true });
  });

  it("that nobody named is not there", async () => {
    await using world = await openNodes();
    await expect(world.set("attic", drained)).rejects.toMatchObject({
      code: "request.not_found",
    });
  });
});

it("media servers are shown to and changed by administrators alone", () => {
  for (const { access } of Object.values(mediaNodeEndpoints))
    expect(access).toEqual({ kind: "user", anyOf: ["admin"] });
});
