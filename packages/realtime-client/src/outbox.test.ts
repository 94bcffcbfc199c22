import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFakeProfile } from "../tests/fake-tabs.ts";
import {
  ann,
  liveClient,
  room,
  startClient,
  type TestClient,
} from "../tests/test-client.ts";
import { settle } from "../tests/virtual-world.ts";
import { indexedDbOutboxStorage } from "./indexed-db-outbox.ts";
import { memoryOutboxStorage, type OutboxStorage } from "./outbox-storage.ts";

/** As long as a crowded machine needs. */
const patience = { timeout: 120_000 };

const states = ({ client }: TestClient): string[] =>
  client.unsent.get().map(({ state }) => state.kind);
const log = ({ server }: TestClient): string[] =>
  server
    .log(room)
    .flatMap((event) => (event.type === "message.created" ? [event.body] : []));

test("a message shows at once, is sent, and leaves the outbox for the log", async () => {
  const started = liveClient();
  started.client.sendMessage(room, "hello");
  expect(states(started)).toEqual(["sending"]);
  started.network.flush();
  await settle();
  expect(states(started)).toEqual([]);
  expect(started.client.log(room).get().entries).toMatchObject([
    { body: "hello" },
  ]);
});

test("messages written without a line wait and go in order when it is back (E16)", async () => {
  const started = startClient();
  for (const body of ["one", "two", "three"])
    started.client.sendMessage(room, body);
  expect(states(started)).toEqual(["waiting", "waiting", "waiting"]);
  for (let turn = 0; turn < 3; turn += 1) {
    started.network.flush();
    await settle();
  }
  expect(log(started)).toEqual(["one", "two", "three"]);
  expect(states(started)).toEqual([]);
});

test("an ack lost with the line does not double the message (F8)", async () => {
  const started = liveClient();
  started.client.sendMessage(room, "once");
  const [link] = started.network.links();
  link?.moveUp();
  link?.cut();
  started.world.pass(1_000);
  started.network.flush();
  await settle();
  expect(log(started)).toEqual(["once"]);
  expect(states(started)).toEqual([]);
});

test("a refused message stays with its reason until it is sent again", async () => {
  const started = liveClient();
  started.server.refusals.push("conversation.closed");
  const clientId = started.client.sendMessage(room, "too late");
  started.network.flush();
  await settle();
  expect(started.client.unsent.get()[0]?.state).toEqual({
    kind: "refused",
    code: "conversation.closed",
  });
  started.client.retryMessage(clientId);
  started.network.flush();
  await settle();
  expect(log(started)).toEqual(["too late"]);
});

test("a refused message does not hold those after it, and may be forgotten", async () => {
  const started = liveClient();
  started.server.refusals.push("conversation.closed");
  const clientId = started.client.sendMessage(room, "refused");
  started.client.sendMessage(room, "taken");
  for (let turn = 0; turn < 2; turn += 1) {
    started.network.flush();
    await settle();
  }
  expect(log(started)).toEqual(["taken"]);
  started.client.discardMessage(clientId);
  expect(states(started)).toEqual([]);
});

test("a server in trouble is asked again later, in order", async () => {
  const started = liveClient();
  started.server.refusals.push("server.unavailable");
  started.client.sendMessage(room, "first");
  started.client.sendMessage(room, "second");
  started.network.flush();
  await settle();
  expect(states(started)).toEqual(["waiting", "waiting"]);
  for (let turn = 0; turn < 3; turn += 1) {
    started.world.pass(1_000);
    started.network.flush();
    await settle();
  }
  expect(log(started)).toEqual(["first", "second"]);
});

test("a message the server fails on for good is refused in the end", async () => {
  const started = liveClient();
  started.server.refusals.push(
    ...Array.from({ length: 5 }, () => "server.failed" as const),
  );
  started.client.sendMessage(room, "poison");
  for (let turn = 0; turn < 60; turn += 1) {
    started.network.flush();
    await settle();
    started.world.pass(1_000);
  }
  expect(started.client.unsent.get()[0]?.state).toEqual({
    kind: "refused",
    code: "server.failed",
  });
});

test("what one tab writes another one sends, and both show it", async () => {
  const profile = createFakeProfile();
  const leader = liveClient({ outbox: profile.openTab() });
  const follower = liveClient({ outbox: profile.openTab() });
  follower.client.sendMessage(room, "by the other tab");
  await settle();
  expect([states(leader), states(follower)]).toEqual([
    ["sending"],
    ["sending"],
  ]);
  leader.network.flush();
  await settle();
  expect(log(leader)).toEqual(["by the other tab"]);
  follower.network.flush();
  expect(log(follower)).toEqual([]);
  expect([states(leader), states(follower)]).toEqual([[], []]);
});

test("what two tabs wrote goes in the order of writing, however late one hears of the other (E16)", async () => {
  const storage = memoryOutboxStorage();
  const slow = Promise.withResolvers<undefined>();
  const profile = createFakeProfile({
    ...storage,
    put: async (item) => {
      if (item.kind === "message" && item.body === "first") await slow.promise;
      await storage.put(item);
    },
  });
  const leader = startClient({ outbox: profile.openTab() });
  const follower = startClient({ outbox: profile.openTab() });
  follower.client.sendMessage(room, "first");
  leader.world.pass(1);
  // Each world numbers its ids from the same beginning.
  leader.world.powers.newId();
  leader.client.sendMessage(room, "second");
  await settle();
  slow.resolve(undefined);
  await settle();
  for (let turn = 0; turn < 3; turn += 1) {
    leader.network.flush();
    await settle();
  }
  expect(log(leader)).toEqual(["first", "second"]);
});

const storages: readonly (readonly [string, () => OutboxStorage])[] = [
  ["memory", () => createFakeProfile().storage],
  ["IndexedDB", () => indexedDbOutboxStorage(ann)],
];

beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

test.each(storages)(
  "what the last page left in %s is sent by the next",
  async (_name, open) => {
    const profile = createFakeProfile(open());
    const before = startClient({ outbox: profile.openTab() });
    before.client.sendMessage(room, "written before the reload");
    await vi.waitFor(
      async () => expect(await profile.storage.all()).toHaveLength(1),
      patience,
    );
    before.client.close();
    const after = liveClient({ outbox: profile.openTab() });
    await vi.waitFor(
      () => expect(states(after)).toEqual(["sending"]),
      patience,
    );
    after.network.flush();
    await vi.waitFor(
      async () => expect(await profile.storage.all()).toEqual([]),
      patience,
    );
    expect(log(after)).toEqual(["written before the reload"]);
  },
);

test("IndexedDB keeps the order, replaces in place and keeps people apart", async () => {
  const mine = indexedDbOutboxStorage(ann);
  const message = (clientId: string) => ({
    kind: "message" as const,
    clientId: clientId as never,
    conversationId: room,
    body: clientId,
    writtenAt: 0,
    state: { kind: "waiting" } as const,
  });
  for (const id of ["c", "a", "b"]) await mine.put(message(id));
  const refused = {
    ...message("a"),
    state: { kind: "refused", code: "conversation.closed" } as const,
  };
  await mine.put(refused);
  await mine.remove("c" as never);
  await mine.remove("never there" as never);
  expect(await mine.all()).toEqual([refused, message("b")]);
  expect(await indexedDbOutboxStorage("somebody else" as never).all()).toEqual(
    [],
  );
});

describe("a message that was acknowledged, while the word of it got lost", () => {
  const sentUnheard = async () => {
    const started = liveClient();
    started.client.sendMessage(room, "the last word");
    started.server.hintsToLose = 1;
    started.network.flush();
    await settle();
    expect(states(started)).toEqual(["sent"]);
    return started;
  };

  test("waits for nothing more once its author was shown out", async () => {
    const started = await sentUnheard();
    started.server.hintsToLose = 1;
    started.server.expel(room, ann);
    started.network.flush();
    expect(states(started)).toEqual([]);
    expect(log(started)).toEqual(["the last word"]);
  });

  test("nor when its author was shown out while the line was away", async () => {
    const started = await sentUnheard();
    started.network.links()[0]?.cut();
    started.server.expel(room, ann);
    started.world.pass(1_000);
    started.network.flush();
    await settle();
    expect(states(started)).toEqual([]);
  });
});
