import type { Attachment, ConversationId } from "@veche/contracts";
import {
  browserPowers,
  createStore,
  memoryKeptFiles,
  type LineState,
  type OutboxMessage,
  type Powers,
} from "@veche/realtime-client";
import { describe, expect, it, vi } from "vitest";
import type { SendFileOptions } from "./send-upload.ts";
import { UploadShelf } from "./upload-shelf.ts";
import type { Upload } from "./upload.ts";

/** As long as a crowded machine needs. */
const patience = { timeout: 120_000 };

const room = "room" as ConversationId; // never compared as a UUID
const where = { conversationId: room, isVoice: false };
const prices = new File(["abc"], "prices.txt", { type: "text/plain" });
// The shelf passes it on unread.
const received = {} as Attachment;

/** Web Locks of one browser: whoever asked first has the name until it lets go. */
function createLocks(): Pick<LockManager, "request"> {
  const lines = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    { signal }: LockOptions,
    hold: (lock: Lock) => unknown,
  ) => {
    const before = lines.get(name) ?? Promise.resolve();
    const given = Promise.withResolvers<undefined>();
    lines.set(name, given.promise);
    await before;
    if (signal?.aborted !== true) await hold({ name, mode: "exclusive" });
    given.resolve(undefined);
  };
  // Only this way of asking is used.
  return { request: request as LockManager["request"] };
}

/** A browser whose pages come and go; its outbox and its storage stay. */
function createBrowser() {
  const unsent = createStore<readonly OutboxMessage[]>([]);
  const line = createStore<LineState>({ kind: "live" });
  const kept = memoryKeptFiles();
  const locks = createLocks();
  const open = (tabId = "tab", powers: Powers = browserPowers) => {
    const sent: (SendFileOptions & PromiseWithResolvers<Attachment>)[] = [];
    const told: string[] = [];
    const shelf = new UploadShelf({
      ...{ unsent, line, kept, locks },
      tabId,
      powers,
      urls: {
        createObjectURL: () => "blob:1",
        revokeObjectURL: () => told.push("let go"),
      },
      sendFile: (options) => {
        const outcome = Promise.withResolvers<Attachment>();
        sent.push({ ...options, ...outcome });
        return outcome.promise;
      },
      onDone: () => {
        told.push("done");
        return Promise.resolve();
      },
      onFailed: (_, code) => told.push(code),
    });
    return { shelf, sent, told };
  };
  const write = (
    { uploadId, name, mediaType, sizeBytes, isVoice }: Upload,
    state: OutboxMessage["state"] = { kind: "waiting" },
  ) => {
    const file = { uploadId, name, mediaType, sizeBytes, isVoice };
    unsent.set([
      {
        kind: "message",
        clientId: "client-1" as OutboxMessage["clientId"], // never compared as a UUID
        conversationId: room,
        writtenAt: 1,
        body: "",
        state,
        files: [{ ...file, uploaded: null }],
      },
    ]);
  };
  return { unsent, line, kept, open, write };
}

const nameOf = ({ name }: { readonly name: string }) => name;

describe("a file on its way", () => {
  it("tells how far it has come and when it is there", async () => {
    const { shelf, sent, told } = createBrowser().open();
    const { state } = shelf.start(prices, where);
    sent[0]?.onProgress(0.5);
    expect(state.get()).toEqual({ kind: "sending", share: 0.5 });
    sent[0]?.resolve(received);
    await vi.waitFor(() => expect(told).toEqual(["done"]), patience);
  });

  it("is forgotten when it is taken back, whatever comes of it later", async () => {
    const { kept, open } = createBrowser();
    const { shelf, sent, told } = open();
    const upload = shelf.start(prices, where);
    upload.cancel();
    expect(sent[0]?.signal.aborted).toBe(true);
    sent[0]?.reject(new Error("aborted"));
    await vi.waitFor(
      async () => expect(await kept.all()).toEqual([]),
      patience,
    );
    expect(told).toEqual(["let go"]);
    expect(shelf.all.get()).toEqual([]);
  });

  it("says by its code why it was refused, and goes anew when its message does", async () => {
    const { open, write } = createBrowser();
    const { shelf, sent, told } = open();
    const upload = shelf.start(prices, where);
    write(upload);
    shelf.handOver([upload]);
    sent[0]?.reject(
      Object.assign(new Error("no"), { code: "file.quota_exceeded" }),
    );
    await vi.waitFor(
      () => expect(told).toEqual(["file.quota_exceeded"]),
      patience,
    );
    write(upload, { kind: "refused", code: "server.unavailable" });
    expect(sent).toHaveLength(1);
    write(upload);
    await vi.waitFor(() => expect(sent).toHaveLength(2), patience);
  });

  it("waits for a cut line however long it takes, and goes on from where it was", async () => {
    const { line, open } = createBrowser();
    const { shelf, sent } = open();
    const { state } = shelf.start(prices, where);
    sent[0]?.onAddress("/up/1");
    line.set({ kind: "waiting", retryAt: 1, attempt: 1 });
    sent[0]?.reject(
      Object.assign(new Error("cut"), { code: "server.unavailable" }),
    );
    await sent[0]?.promise.catch(() => undefined);
    expect(state.get().kind).toBe("sending");
    line.set({ kind: "connecting" });
    line.set({ kind: "live" });
    await vi.waitFor(() => expect(sent[1]?.address).toBe("/up/1"), patience);
  });
});

describe("a file whose page went", () => {
  it("goes on in the next page from where the server has it, for its message", async () => {
    const { kept, open, write, unsent } = createBrowser();
    const before = open();
    const upload = before.shelf.start(prices, where);
    write(upload);
    before.shelf.handOver([upload]);
    before.sent[0]?.onAddress("/up/1");
    await vi.waitFor(
      async () =>
        expect(await kept.find(upload.uploadId)).toMatchObject({
          address: "/up/1",
          isSent: true,
        }),
      patience,
    );
    const after = open();
    expect(after.shelf.all.get()).toEqual([]);
    before.shelf.close();
    await vi.waitFor(() => expect(after.sent).toHaveLength(1), patience);
    expect(before.sent[0]?.signal.reason).toBe("pause");
    expect(after.sent[0]).toMatchObject({ address: "/up/1", file: prices });
    after.sent[0]?.resolve(received);
    await vi.waitFor(
      async () => expect(await kept.all()).toEqual([]),
      patience,
    );
    unsent.set([]);
    expect(after.shelf.all.get()).toEqual([]);
  });

  it("can be taken back in the next page too", async () => {
    const { kept, open, write, unsent } = createBrowser();
    const before = open();
    const upload = before.shelf.start(prices, where);
    write(upload);
    before.shelf.handOver([upload]);
    before.shelf.close();
    const after = open();
    await vi.waitFor(() => expect(after.sent).toHaveLength(1), patience);
    unsent.set([]);
    expect(after.sent[0]?.signal.aborted).toBe(true);
    await vi.waitFor(
      async () => expect(await kept.all()).toEqual([]),
      patience,
    );
  });

  it("stands again where one writes, in one page alone", async () => {
    const { open } = createBrowser();
    const before = open();
    before.shelf.start(prices, where);
    const [one, other] = [open(), open()];
    await one.shelf.recall(room);
    await other.shelf.recall(room);
    expect(one.shelf.composingIn(room).get()).toEqual([]);
    before.shelf.close();
    const shown = () => [
      ...one.shelf.composingIn(room).get().map(nameOf),
      ...other.shelf.composingIn(room).get().map(nameOf),
    ];
    await vi.waitFor(() => expect(shown()).toEqual(["prices.txt"]), patience);
  });

  it("goes back to its own tab when that is loaded anew, and to another when it stays away", async () => {
    const { open, kept } = createBrowser();
    let nowMs = 0;
    const due: (() => void)[] = [];
    const slow: Powers = {
      ...browserPowers,
      nowMs: () => nowMs,
      after: (_delayMs, task) => {
        due.push(task);
        return () => undefined;
      },
    };
    const mine = open("mine");
    mine.shelf.start(prices, where);
    await vi.waitFor(
      async () => expect(await kept.all()).toHaveLength(1),
      patience,
    );
    const other = open("other", slow);
    await other.shelf.recall(room);
    nowMs = 60_000;
    mine.shelf.close();
    await vi.waitFor(() => expect(due).toHaveLength(1), patience);
    const again = open("mine");
    await again.shelf.recall(room);
    const shownIn = ({ shelf }: ReturnType<typeof open>) =>
      shelf.composingIn(room).get().map(nameOf);
    await vi.waitFor(
      () => expect(shownIn(again)).toEqual(["prices.txt"]),
      patience,
    );
    due[0]?.();
    nowMs = 120_000;
    again.shelf.close();
    await vi.waitFor(() => expect(due).toHaveLength(2), patience);
    expect(shownIn(other)).toEqual([]);
    due[1]?.();
    await vi.waitFor(
      () => expect(shownIn(other)).toEqual(["prices.txt"]),
      patience,
    );
  });

  it("must be chosen again where its bytes were not kept, and then goes on from its place", async () => {
    const { kept, open, write } = createBrowser();
    const before = open();
    const upload = before.shelf.start(prices, where);
    write(upload);
    before.shelf.handOver([upload]);
    before.sent[0]?.onAddress("/up/1");
    await vi.waitFor(
      async () => expect((await kept.all())[0]?.address).toBe("/up/1"),
      patience,
    );
    vi.spyOn(kept, "bytes").mockResolvedValue(null);
    before.shelf.close();
    const after = open();
    await vi.waitFor(
      () => expect(after.shelf.all.get()[0]?.state.get().kind).toBe("missing"),
      patience,
    );
    const [missing] = after.shelf.all.get();
    if (missing !== undefined) after.shelf.supply(missing, prices);
    await vi.waitFor(
      () => expect(after.sent[0]?.address).toBe("/up/1"),
      patience,
    );
  });
});
