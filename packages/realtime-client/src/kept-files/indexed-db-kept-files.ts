import type { PrincipalId } from "@veche/contracts";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import {
  mayKeep,
  memoryKeptFiles,
  type KeptFile,
  type KeptFiles,
} from "./kept-files.ts";

type Owned = [PrincipalId, string];

/** Facts and bytes stand apart: what changes while a file goes is small. */
interface FilesDatabase extends DBSchema {
  files: { key: Owned; value: KeptFile };
  bytes: { key: Owned; value: Blob };
}

const stores = ["files", "bytes"] as const;

const open = (): Promise<IDBPDatabase<FilesDatabase>> =>
  openDB<FilesDatabase>("veche-uploads", 1, {
    upgrade: (fresh) => {
      for (const store of stores) fresh.createObjectStore(store);
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

const filesOf = (
  database: IDBPDatabase<FilesDatabase>,
  principalId: PrincipalId,
): KeptFiles => {
  const all = () => database.getAll("files", allOf(principalId));
  const find = (uploadId: string) =>
    database.get("files", [principalId, uploadId]);
  return {
    all,
    find,
    bytes: async (uploadId) => {
      const blob = await database.get("bytes", [principalId, uploadId]);
      const kept = await find(uploadId);
      if (blob === undefined || kept === undefined) return null;
      return new File([blob], kept.name, { type: kept.mediaType });
    },
    keep: async (kept, file) => {
      const key: Owned = [principalId, kept.uploadId];
      const isKept = mayKeep(kept, await all());
      // First what is known: the disk may have no room for the bytes.
      await database.put("files", kept, key);
      if (isKept) await database.put("bytes", file, key);
    },
    change: async (uploadId, change) => {
      const key: Owned = [principalId, uploadId];
      const { store, done } = database.transaction("files", "readwrite");
      const present = await store.get(key);
      if (present !== undefined) void store.put({ ...present, ...change }, key);
      await done;
    },
    forget: async (uploadId) => {
      const key: Owned = [principalId, uploadId];
      const transaction = database.transaction(stores, "readwrite");
      for (const store of stores)
        void transaction.objectStore(store).delete(key);
      await transaction.done;
    },
  };
};

/** The browser's storage of one principal's files on their way; in memory where the browser has or allows none. */
export function indexedDbKeptFiles(principalId: PrincipalId): KeptFiles {
  const opened =
    typeof indexedDB === "undefined"
      ? Promise.resolve(memoryKeptFiles())
      : open().then(
          (database) => filesOf(database, principalId),
          () => memoryKeptFiles(),
        );
  return {
    all: async () => (await opened).all(),
    find: async (uploadId) => (await opened).find(uploadId),
    bytes: async (uploadId) => (await opened).bytes(uploadId),
    keep: async (kept, file) => (await opened).keep(kept, file),
    change: async (uploadId, change) => (await opened).change(uploadId, change),
    forget: async (uploadId) => (await opened).forget(uploadId),
  };
}
