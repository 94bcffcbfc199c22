import { expect, test } from "vitest";
import { MAX_FRAME_BYTES, type ConversationId } from "@veche/contracts";
import { ann, bob, room, startClient } from "../../tests/test-client.ts";
import { settle } from "../../tests/virtual-world.ts";

const roomNamed = (index: number) => `room-${index}` as ConversationId; // never compared as a UUID

type Started = ReturnType<typeof startClient>;
const shown = ({ client }: Started): number =>
  client.conversations.get().length;

test("a list of thousands comes in parts: a new device shows the first at once, and all in the end", () => {
  const started = startClient();
  const { server, network, client } = started;
  for (let index = 0; index < 2_000; index += 1)
    server.found(roomNamed(index), [ann, bob]);
  server.listPage = 200;
  const seen: number[] = [];
  client.conversations.subscribe(() => seen.push(shown(started)));
  network.flush();
  expect(seen[0]).toBe(200);
  expect(shown(started)).toBe(2_001);
  server.write(roomNamed(1_999), bob, "to the last of them");
  network.flush();
  expect(client.conversations.one(roomNamed(1_999)).get()).toMatchObject({
    unreadCount: 1,
  });
});

test("a device that comes back shows what it knew until the whole list is told, and lets go of what is gone", () => {
  const started = startClient();
  const { server, network, world, client } = started;
  for (let index = 0; index < 10; index += 1)
    server.found(roomNamed(index), [ann, bob]);
  server.listPage = 4;
  network.flush();
  for (const link of network.links()) link.cut();
  server.expel(room, ann);
  server.found(roomNamed(10), [ann, bob]);
  const seen: number[] = [];
  client.conversations.subscribe(() => seen.push(shown(started)));
  world.pass(1_000);
  network.flush();
  expect(Math.min(...seen)).toBe(11);
  expect(client.conversations.one(room).get()).toBeNull();
  expect(client.conversations.one(roomNamed(10)).get()).not.toBeNull();
});

test.each(["as it stands", "its members"] as const)(
  "a device that lacks what the server supposes it to hold (%s) asks for the whole list anew",
  (supposed) => {
    const started = startClient();
    const { server, network, world, client } = started;
    network.flush();
    for (const link of network.links()) link.cut();
    server.found(roomNamed(1), [ann, bob]);
    server.write(roomNamed(1), bob, "nobody told this device");
    server.lists.supposed.set(roomNamed(1), supposed);
    world.pass(1_000);
    network.flush();
    world.pass(1_000);
    network.flush();
    expect(client.conversations.one(roomNamed(1)).get()).toMatchObject({
      unreadCount: 1,
      members: [{ principalId: ann }, { principalId: bob }],
    });
    expect(shown(started)).toBe(2);
    expect(
      server.seenHellos.map(({ listVersion }) => typeof listVersion),
    ).toEqual(["undefined", "string", "undefined"]);
  },
);

test("however many logs a device holds, its hello fits into a frame and tells those used last", async () => {
  const started = startClient();
  const { server, network, world, client } = started;
  const idAt = (index: number) =>
    `0190a000-0000-7000-8000-${String(index).padStart(12, "0")}` as ConversationId; // of the shape of one
  for (let index = 0; index < 1_600; index += 1)
    server.found(idAt(index), [ann, bob]);
  network.flush();
  for (let index = 0; index < 1_600; index += 1)
    client.log(idAt(index)).subscribe(() => undefined);
  await settle();
  for (const link of network.links()) link.cut();
  world.pass(1_000);
  network.flush();
  const hello = server.seenHellos.at(-1);
  expect(JSON.stringify(hello).length).toBeLessThan(MAX_FRAME_BYTES);
  const held = Object.keys(hello?.cursors ?? {});
  expect(held).toHaveLength(1_000);
  expect(held).toContain(idAt(1_599));
  expect(held).not.toContain(idAt(0));
});
