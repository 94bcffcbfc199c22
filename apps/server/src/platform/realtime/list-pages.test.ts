import { describe, expect, it } from "vitest";
import type { ConversationId, ServerFrame } from "@veche/contracts";
import { anna } from "../../../tests/http.ts";
import { createRealtimeWorld } from "../../../tests/realtime.ts";

const idAt = (index: number) =>
  `0190a000-0000-7000-8000-${String(index).padStart(12, "0")}` as ConversationId;

const listedBy = (frame: ServerFrame): readonly ConversationId[] =>
  frame.t === "welcome" || frame.t === "list"
    ? frame.conversations.map(({ id }) => id)
    : [];

describe("a list of thousands of conversations", () => {
  it("comes in frames that a slow line bears, whole before anything else", async () => {
    await using world = await createRealtimeWorld();
    const ids = Array.from({ length: 2_500 }, (_, index) => idAt(index));
    for (const id of ids) world.book.open(id, [anna.id], 1);
    const client = await world.greet({ cursors: { [idAt(2_499)]: 0 } });
    await client.live();
    const [welcome] = client.frames;
    const told = welcome === undefined ? 0 : listedBy(welcome).length;
    expect(welcome).toMatchObject({ t: "welcome", restCount: 2_500 - told });
    const lists = client.frames.flatMap((frame) =>
      frame.t === "list" ? [JSON.stringify(frame).length] : [],
    );
    expect(lists.length).toBeGreaterThan(5);
    expect(Math.max(...lists)).toBeLessThan(300_000);
    expect(new Set(client.frames.flatMap(listedBy))).toEqual(new Set(ids));
    const kinds = client.frames.map(({ t }) => t);
    expect(kinds.lastIndexOf("list")).toBeLessThan(kinds.indexOf("events"));
    world.say(idAt(1_700), ["and it goes on"]);
    await client.until(({ seqs }) => seqs.includes(2));
  });

  it("of a few is one frame, as ever", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(idAt(1), [anna.id]);
    const client = await world.greet();
    await client.live();
    expect(client.kinds).toEqual(["welcome", "live"]);
    expect(client.frames[0]).not.toHaveProperty("restCount");
  });

  it("leaves out whom somebody shows out while it is told", async () => {
    await using world = await createRealtimeWorld();
    for (let index = 0; index < 500; index += 1)
      world.book.open(idAt(index), [anna.id], 1);
    world.book.beforeList = () => {
      world.book.dismiss(idAt(400), anna.id);
      world.bus.dispatch([
        {
          type: "members.changed",
          conversationId: idAt(400),
          joined: [],
          left: [anna.id],
        },
      ]);
    };
    const client = await world.greet({ cursors: { [idAt(400)]: 0 } });
    await client.live();
    expect(client.frames).toContainEqual({
      t: "notice",
      notice: { type: "conversation.gone", conversationId: idAt(400) },
    });
    world.say(idAt(400), ["without you"]);
    world.say(idAt(401), ["with you"]);
    await client.until(({ seqs }) => seqs.includes(2));
    expect(
      client.frames.some(
        (frame) => frame.t === "events" && frame.conversationId === idAt(400),
      ),
    ).toBe(false);
  });
});
