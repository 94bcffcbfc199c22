import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConversationId } from "@veche/contracts";
import { ann, bob, room, startClient } from "../../tests/test-client.ts";
import { settle } from "../../tests/virtual-world.ts";
import { memoryCache, type ClientCache } from "./client-cache.ts";
import { indexedDbCache } from "./indexed-db-cache.ts";

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

type Started = ReturnType<typeof startClient>;

const bodies = ({ client }: Started): string[] =>
  client
    .log(room)
    .get()
    .entries.flatMap((entry) =>
      entry.type === "message.created" ? [entry.body] : [],
    );

/** A visit in which the room was read, and its end written down. */
async function visit(cache: ClientCache): Promise<Started> {
  const started = startClient({ cache });
  started.server.write(room, bob, "known");
  await settle();
  started.network.flush();
  started.client.log(room).subscribe(() => undefined);
  await settle();
  started.world.pass(2_000);
  await settle();
  return started;
}

test("the client opens without a network with what it knew (E16)", async () => {
  const cache = memoryCache();
  (await visit(cache)).client.close();
  const offline = startClient({ cache });
  await settle();
  expect(offline.client.me.get()).toMatchObject({ id: ann });
  expect(offline.client.conversations.get().map(({ id }) => id)).toEqual([
    room,
  ]);
  offline.client.log(room).subscribe(() => undefined);
  await settle();
  expect(bodies(offline)).toEqual(["known"]);
});

test("the end of a conversation is read before anybody opens it", async () => {
  const cache = memoryCache();
  const { server, client } = await visit(cache);
  client.close();
  const seenBefore = server.seenPages;
  const written: ConversationId[] = [];
  const next = startClient({
    server,
    cache: {
      ...cache,
      remember: (what) => {
        written.push(...what.ends.keys());
        return cache.remember(what);
      },
    },
  });
  await settle();
  expect(bodies(next)).toEqual([]);
  next.world.pass(500);
  await settle();
  expect(bodies(next)).toEqual(["known"]);
  next.network.flush();
  expect(server.seenPages).toBe(seenBefore);
  next.world.pass(2_000);
  await settle();
  // What was read and did not change is not written again.
  expect(written).toEqual([]);
});

test("what happened since is told from where the cache ends", async () => {
  const cache = memoryCache();
  const { server, client } = await visit(cache);
  client.close();
  server.write(room, bob, "new");
  const next = startClient({ cache, server });
  next.client.log(room).subscribe(() => undefined);
  await settle();
  expect(bodies(next)).toEqual(["known"]);
  next.network.flush();
  expect(bodies(next)).toEqual(["known", "new"]);
  expect(server.seenPages).toBe(1);
});

test("a log that went on too far is shown as it was until its end is read", async () => {
  const cache = memoryCache();
  const { server, client } = await visit(cache);
  client.close();
  for (let count = 0; count < 30; count += 1)
    server.write(room, bob, `new ${count}`);
  const next = startClient({ cache, server });
  next.client.log(room).subscribe(() => undefined);
  await settle();
  next.network.flush();
  expect(bodies(next)).toEqual(["known"]);
  await settle();
  expect(bodies(next)).toHaveLength(31);
});

test("another history of the server forgets what was kept", async () => {
  const cache = memoryCache();
  const { server, client } = await visit(cache);
  client.close();
  server.epoch = "restored";
  const next = startClient({ cache, server });
  await settle();
  next.network.flush();
  next.world.pass(2_000);
  await settle();
  expect(await cache.end(room)).toBeNull();
});

test("a conversation I was taken out of is not kept", async () => {
  const cache = memoryCache();
  const { server, network, client, world } = await visit(cache);
  server.expel(room, ann);
  network.flush();
  world.pass(2_000);
  await settle();
  expect((await cache.recall())?.conversations).toEqual([]);
  expect(await cache.end(room)).toBeNull();
  expect(client.log(room).get().entries).toEqual([]);
});

test("a confidential conversation is never kept", async () => {
  const cache = memoryCache();
  const started = await visit(cache);
  started.server.makeConfidential(room);
  started.network.flush();
  started.world.pass(2_000);
  await settle();
  expect((await cache.recall())?.conversations).toEqual([]);
  expect(await cache.end(room)).toBeNull();
});

test("signing out leaves nothing on the device but what is unsent", async () => {
  const cache = memoryCache();
  const { client } = await visit(cache);
  await client.forgetDevice();
  expect(await cache.recall()).toBeNull();
});

const end = { fromSeq: 1, toSeq: 1, entries: [] };
const me = {
  kind: "user",
  id: ann,
  name: "Ann",
  roles: [],
  language: "en",
  device: "desktop_browser",
} as const;
const remembering = (ends: readonly string[]) => ({
  me: { ...me, roles: [] },
  epoch: "first",
  reads: new Map(),
  changed: [],
  gone: [],
  ends: new Map(ends.map((id) => [id as ConversationId, end])),
});

test("IndexedDB keeps the ends of the logs that were written last", async () => {
  let now = 0;
  const cache = indexedDbCache(ann, () => (now += 1));
  for (let batch = 0; batch < 4; batch += 1)
    await cache.remember(
      remembering(
        Array.from({ length: 100 }, (_, index) => `log-${batch}-${index}`),
      ),
    );
  expect(await cache.end("log-0-0" as ConversationId)).toBeNull();
  expect(await cache.end("log-3-99" as ConversationId)).toEqual(end);
});

test("whoever comes after another person finds nothing of theirs", async () => {
  const mine = indexedDbCache(ann, () => 1);
  await mine.remember(remembering(["room"]));
  expect(await mine.recall()).toMatchObject({ epoch: "first" });
  const theirs = indexedDbCache(bob, () => 1);
  expect(await theirs.recall()).toBeNull();
  expect(await mine.end(room)).toBeNull();
});
