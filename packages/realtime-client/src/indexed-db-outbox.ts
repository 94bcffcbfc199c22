import type { ClientId, PrincipalId } from "@veche/contracts";
import type { OutboxItem, OutboxMessage } from "./outbox-item.ts";
import { memoryOutboxStorage, type OutboxStorage } from "./outbox-storage.ts";

/* By hand: three calls do not justify what a library would add to the widget. */
const answerTo = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the storage failed"));
    };
  });

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (): void => {
      reject(transaction.error ?? new Error("the storage failed"));
    };
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = fail;
    transaction.onerror = fail;
  });

/** A row's key is numbered by the database, so that all tabs agree on the order. */
type Row = OutboxItem & { readonly principalId: PrincipalId };

/* The first version of the store kept messages alone and did not say so. */
const itemOf = ({ principalId: _owner, ...row }: Row): OutboxItem =>
  "kind" in row ? row : { ...(row as OutboxMessage), kind: "message" };

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open("veche-outbox", 1);
  opening.onupgradeneeded = () => {
    const items = opening.result.createObjectStore("messages", {
      autoIncrement: true,
    });
    items.createIndex("principalId", "principalId");
    items.createIndex("clientId", "clientId", { unique: true });
  };
  return answerTo(opening);
}

async function openStorage(principalId: PrincipalId): Promise<OutboxStorage> {
  const database = await open();
  /* One transaction: the row of this client id, wherever it stands, is replaced or removed. */
  const change = async (
    clientId: ClientId,
    work: (items: IDBObjectStore, key: IDBValidKey | undefined) => void,
  ): Promise<void> => {
    const transaction = database.transaction("messages", "readwrite");
    const items = transaction.objectStore("messages");
    const ended = endOf(transaction);
    const finding = items.index("clientId").getKey(clientId);
    finding.onsuccess = () => {
      work(items, finding.result);
    };
    await ended;
  };
  return {
    all: async () => {
      const items = database.transaction("messages").objectStore("messages");
      // What stands there was written by the lines below.
      const rows = (await answerTo(
        items.index("principalId").getAll(principalId),
      )) as readonly Row[];
      return rows.map(itemOf);
    },
    put: (item) =>
      change(item.clientId, (items, key) => {
        items.put({ ...item, principalId }, key);
      }),
    remove: (clientId) =>
      change(clientId, (items, key) => {
        if (key !== undefined) items.delete(key);
      }),
  };
}

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
