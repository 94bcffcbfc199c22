import { expect, test } from "vitest";
import type { ConversationId } from "@veche/contracts";
import {
  ann,
  bob,
  liveClient,
  room,
  startClient,
} from "../../tests/test-client.ts";
import { settle } from "../../tests/virtual-world.ts";

const bodies = ({ client }: ReturnType<typeof startClient>): string[] =>
  client
    .log(room)
    .get()
    .entries.flatMap((event) =>
      event.type === "message.created" ? [event.body] : [],
    );

const writeMany = (
  { server }: ReturnType<typeof startClient>,
  count: number,
): void => {
  for (let number = 1; number <= count; number += 1)
    server.write(room, bob, `message ${number}`);
};

test("what was there before is read page by page, the newest first", async () => {
  const started = startClient();
  writeMany(started, 150);
  started.network.flush();
  const log = started.client.log(room);
  expect(log.get()).toMatchObject({ entries: [], hasOlder: true });
  await log.loadOlder();
  expect(bodies(started)).toHaveLength(60);
  expect(bodies(started).at(-1)).toBe("message 150");
  await log.loadOlder();
  await log.loadOlder();
  expect(log.get().hasOlder).toBe(false);
  expect(bodies(started)[0]).toBe("message 1");
  expect(bodies(started)).toHaveLength(150);
});

test("a page that fails to load changes nothing and may be asked for again", async () => {
  const started = startClient();
  writeMany(started, 3);
  started.network.flush();
  started.server.pagesToFail = 1;
  const log = started.client.log(room);
  await expect(log.loadOlder()).rejects.toThrow("the page did not come");
  expect(log.get()).toMatchObject({
    entries: [],
    loading: null,
    hasOlder: true,
  });
  await log.loadOlder();
  expect(bodies(started)).toHaveLength(3);
});

test("a page is asked for once, however impatient the reader", async () => {
  const started = startClient();
  writeMany(started, 90);
  started.network.flush();
  const log = started.client.log(room);
  await Promise.all([log.loadOlder(), log.loadOlder()]);
  expect(bodies(started)).toHaveLength(60);
});

test("a gap of a cut line is filled in order", () => {
  const started = liveClient();
  started.server.write(room, bob, "before");
  started.network.flush();
  for (const link of started.network.links()) link.cut();
  writeMany(started, 15);
  started.world.pass(1_000);
  started.network.flush();
  expect(bodies(started)).toEqual([
    "before",
    ...Array.from({ length: 15 }, (_, index) => `message ${index + 1}`),
  ]);
});

test("a gap too long to send is read anew by whoever looks at the log", async () => {
  const started = liveClient();
  started.server.write(room, bob, "before");
  started.network.flush();
  started.client.log(room).subscribe(() => undefined);
  for (const link of started.network.links()) link.cut();
  writeMany(started, 30);
  started.world.pass(1_000);
  started.network.flush();
  await settle();
  expect(bodies(started)).toEqual([
    "before",
    ...Array.from({ length: 30 }, (_, index) => `message ${index + 1}`),
  ]);
});

test("another history (a restored backup) voids every position", async () => {
  const started = liveClient();
  started.server.write(room, bob, "of the first history");
  started.network.flush();
  started.server.epoch = "second";
  for (const link of started.network.links()) link.cut();
  started.world.pass(1_000);
  started.network.flush();
  expect(bodies(started)).toEqual([]);
  await started.client.log(room).loadOlder();
  expect(bodies(started)).toEqual(["of the first history"]);
});

test("a hole in the events is asked for again instead of shown", () => {
  const started = liveClient();
  started.client.log(room).subscribe(() => undefined);
  started.server.hintsToLose = 1;
  started.server.write(room, bob, "lost on its way");
  started.server.write(room, bob, "shows the hole");
  started.network.flush();
  expect(bodies(started)).toEqual([]);
  started.world.pass(1_000);
  started.network.flush();
  expect(bodies(started)).toEqual(["lost on its way", "shows the hole"]);
});

test("an event told twice stands once", () => {
  const started = liveClient();
  started.server.write(room, bob, "once");
  started.server.repeat(room, 1);
  started.network.flush();
  expect(bodies(started)).toEqual(["once"]);
  expect(started.client.state.get().kind).toBe("live");
});

test("a conversation I enter appears with its log from the first event", () => {
  const { client, network, server } = liveClient();
  const fresh = "fresh" as ConversationId;
  server.found(fresh, [ann, bob]);
  server.write(fresh, bob, "welcome");
  network.flush();
  expect(client.conversations.get().map(({ id }) => id)).toContain(fresh);
  expect(client.log(fresh).get()).toMatchObject({
    hasOlder: false,
    entries: [{ body: "welcome", seq: 1 }],
  });
});

test("unread messages are counted, and reading them tells the others once", () => {
  const started = liveClient();
  const { client, network, world, server } = started;
  const unread = (): number | undefined =>
    client.conversations.get()[0]?.unreadCount;
  writeMany(started, 3);
  network.flush();
  expect(unread()).toBe(3);
  client.markRead(room, 2);
  client.markRead(room, 3);
  world.pass(300);
  network.flush();
  expect(unread()).toBe(0);
  expect(server.seenCommands.map(({ params }) => params)).toEqual([
    { conversationId: room, deliveredTo: 3, readTo: 3 },
  ]);
});

test("the newest conversation stands first", () => {
  const { client, network, server, world } = liveClient();
  const other = "other" as ConversationId;
  server.found(other, [ann, bob]);
  network.flush();
  world.pass(1);
  server.write(room, bob, "news");
  network.flush();
  expect(client.conversations.get().map(({ id }) => id)).toEqual([room, other]);
});

test("what a member read stays read when they have left", () => {
  const { client, network, server } = liveClient();
  const log = client.log(room);
  server.write(room, ann, "seen");
  server.read(room, bob, 1);
  server.leave(room, bob);
  network.flush();
  expect(log.get().reached).toEqual({ deliveredTo: 1, readTo: 1 });
  expect(log.get().members.map(({ name }) => name)).toEqual(["ann"]);
});
