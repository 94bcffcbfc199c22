import type {
  Conversation,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { HeldRange } from "../log/held-ranges.ts";
import {
  memoryCache,
  type ClientCache,
  type Remembered,
  type Remembering,
} from "./client-cache.ts";

/** So many logs keep their end; those written longest ago go. */
const mostEnds = 300;

type Owned = [PrincipalId, ConversationId];

interface CacheDatabase extends DBSchema {
  states: {
    key: PrincipalId;
    value: Pick<Remembered, "me" | "epoch" | "reads">;
  };
  conversations: { key: Owned; value: Conversation };
  ends: {
    key: Owned;
    value: {
      readonly owner: Owned;
      readonly end: HeldRange;
      readonly writtenAt: number;
    };
    indexes: { writtenAt: number };
  };
}

const stores = ["states", "conversations", "ends"] as const;

const open = (): Promise<IDBPDatabase<CacheDatabase>> =>
  openDB<CacheDatabase>("veche-cache", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("states");
      fresh.createObjectStore("conversations");
      fresh.createObjectStore("ends").createIndex("writtenAt", "writtenAt");
    },
    // A newer page wants another shape: this one must not hold it up.
    blocking: (_present, _wanted, event) => {
      // What is told of is the open database itself.
      (event.target as IDBDatabase).close();
    },
  });

/** Everything of one principal: ids are text and sort before the empty list. */
const allOf = (principalId: PrincipalId): IDBKeyRange =>
  IDBKeyRange.bound([principalId], [principalId, []]);

async function forget(
  database: IDBPDatabase<CacheDatabase>,
  principalId: PrincipalId,
): Promise<void> {
  const transaction = database.transaction(stores, "readwrite");
  await Promise.all([
    transaction.objectStore("states").delete(principalId),
    transaction.objectStore("conversations").delete(allOf(principalId)),
    transaction.objectStore("ends").delete(allOf(principalId)),
    transaction.done,
  ]);
}

/** Whoever used this browser before and did not sign out leaves nothing to the next. */
async function forgetOthers(
  database: IDBPDatabase<CacheDatabase>,
  principalId: PrincipalId,
): Promise<void> {
  const known = await database.getAllKeys("states");
  for (const other of known)
    if (other !== principalId) await forget(database, other);
}

async function shorten(database: IDBPDatabase<CacheDatabase>): Promise<void> {
  const count = await database.count("ends");
  if (count <= mostEnds) return;
  const oldest = await database.getAllFromIndex(
    "ends",
    "writtenAt",
    null,
    count - mostEnds,
  );
  const transaction = database.transaction("ends", "readwrite");
  for (const { owner } of oldest) void transaction.store.delete(owner);
  await transaction.done;
}

async function write(
  database: IDBPDatabase<CacheDatabase>,
  principalId: PrincipalId,
  { what, nowMs }: { readonly what: Remembering; readonly nowMs: number },
): Promise<void> {
  const { me, epoch, reads, changed, gone, ends } = what;
  const transaction = database.transaction(stores, "readwrite");
  const kept = transaction.objectStore("conversations");
  const keptEnds = transaction.objectStore("ends");
  void transaction.objectStore("states").put({ me, epoch, reads }, principalId);
  for (const one of changed) void kept.put(one, [principalId, one.id]);
  for (const [id, end] of ends) {
    const owner: Owned = [principalId, id];
    void keptEnds.put({ owner, end, writtenAt: nowMs }, owner);
  }
  for (const id of gone) {
    void kept.delete([principalId, id]);
    void keptEnds.delete([principalId, id]);
  }
  await transaction.done;
}

const cacheOf = (
  database: IDBPDatabase<CacheDatabase>,
  principalId: PrincipalId,
  nowMs: () => number,
): ClientCache => ({
  recall: async () => {
    await forgetOthers(database, principalId);
    const state = await database.get("states", principalId);
    if (state === undefined) return null;
    const conversations = await database.getAll(
      "conversations",
      allOf(principalId),
    );
    return { ...state, conversations };
  },
  end: async (id) =>
    (await database.get("ends", [principalId, id]))?.end ?? null,
  remember: async (what) => {
    await write(database, principalId, { what, nowMs: nowMs() });
    if (what.ends.size > 0) await shorten(database);
  },
  wipe: () => forget(database, principalId),
});

/** The browser's cache of what one principal may see; nothing is kept where the browser has or allows no storage. */
export function indexedDbCache(
  principalId: PrincipalId,
  nowMs: () => number,
): ClientCache {
  const opened =
    typeof indexedDB === "undefined"
      ? Promise.resolve(memoryCache())
      : open().then(
          (database) => cacheOf(database, principalId, nowMs),
          () => memoryCache(),
        );
  return {
    recall: async () => (await opened).recall(),
    end: async (id) => (await opened).end(id),
    remember: async (what) => (await opened).remember(what),
    wipe: async () => (await opened).wipe(),
  };
}
