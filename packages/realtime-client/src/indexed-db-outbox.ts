import type { ClientId, PrincipalId } from "@veche/contracts";
import { openDB, type DBSchema } from "idb";
import type { OutboxItem, OutboxMessage } from "./outbox-item.ts";
import { memoryOutboxStorage, type OutboxStorage } from "./outbox-storage.ts";

interface OutboxDatabase extends DBSchema {
  messages: {
    /** Numbered by the database, so that all tabs agree on the order. */
    key: number;
    value: OutboxItem & { readonly principalId: PrincipalId };
    indexes: { principalId: PrincipalId; clientId: ClientId };
  };
}

/* The first version of the store kept messages alone and did not say so. */
const itemOf = (row: OutboxItem): OutboxItem =>
  "kind" in row ? row : { ...(row as OutboxMessage), kind: "message" };

const openStorage = async (
  principalId: PrincipalId,
): Promise<OutboxStorage> => {
  const database = await openDB<OutboxDatabase>("veche-outbox", 1, {
    upgrade: (fresh) => {
      const messages = fresh.createObjectStore("messages", {
        autoIncrement: true,
      });
      messages.createIndex("principalId", "principalId");
      messages.createIndex("clientId", "clientId", { unique: true });
    },
  });
  return {
    all: async () => {
      const rows = await database.getAllFromIndex(
        "messages",
        "principalId",
        principalId,
      );
      return rows.map(({ principalId: _owner, ...item }) => itemOf(item));
    },
    put: async (item) => {
      const transaction = database.transaction("messages", "readwrite");
      const key = await transaction.store
        .index("clientId")
        .getKey(item.clientId);
      await transaction.store.put({ ...item, principalId }, key);
      await transaction.done;
    },
    remove: async (clientId) => {
      const transaction = database.transaction("messages", "readwrite");
      const key = await transaction.store.index("clientId").getKey(clientId);
      if (key !== undefined) await transaction.store.delete(key);
      await transaction.done;
    },
  };
};

/** The browser's storage of what one principal has not sent; in memory where the browser has or allows none. */
export const indexedDbOutboxStorage = (
  principalId: PrincipalId,
): OutboxStorage => {
  const opened =
    typeof indexedDB === "undefined"
      ? Promise.resolve(memoryOutboxStorage())
      : openStorage(principalId).catch(() => memoryOutboxStorage());
  return {
    all: async () => (await opened).all(),
    put: async (item) => (await opened).put(item),
    remove: async (clientId) => (await opened).remove(clientId),
  };
};
