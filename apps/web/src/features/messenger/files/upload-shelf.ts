import type { Attachment, ConversationId, ErrorCode } from "@veche/contracts";
import {
  createStore,
  sameItems,
  select,
  type KeptFile,
  type KeptFiles,
  type LineState,
  type OutboxMessage,
  type OutgoingFile,
  type Powers,
  type Readable,
} from "@veche/realtime-client";
import { createClaims, type Claims } from "./claims.ts";
import { sendUpload, type SendFile } from "./send-upload.ts";
import type { Upload, UploadState } from "./upload.ts";

export interface UploadShelfDeps {
  readonly sendFile: SendFile;
  readonly powers: Pick<Powers, "newId" | "nowMs" | "after">;
  readonly urls: Pick<typeof URL, "createObjectURL" | "revokeObjectURL">;
  readonly kept: KeptFiles;
  /** Null where the browser has none: nothing is kept then. */
  readonly locks: Pick<LockManager, "request"> | null;
  /** This tab's own, from one loading of its page to the next. */
  readonly tabId: string;
  readonly line: Readable<LineState>;
  readonly unsent: Readable<readonly OutboxMessage[]>;
  /** Settles when the message that waits for it knows for good. */
  readonly onDone: (uploadId: string, attachment: Attachment) => Promise<void>;
  readonly onFailed: (uploadId: string, code: ErrorCode) => void;
}

/** A file that nobody sent for so long is not brought back to where one writes. */
const staleMs = 7 * 24 * 3_600_000;

interface Shelved extends Upload {
  readonly file: File | null;
  readonly pause: () => void;
}

/** Files that messages wait for, by their uploads. */
function awaitedIn(
  messages: readonly OutboxMessage[],
): ReadonlyMap<string, { message: OutboxMessage; file: OutgoingFile }> {
  return new Map(
    messages.flatMap((message) =>
      (message.files ?? [])
        .filter(({ uploaded }) => uploaded === null)
        .map((file) => [file.uploadId, { message, file }] as const),
    ),
  );
}

/**
 * Files on their way to the server, whichever screen is in view. Each goes by one page of this browser; when that page
 * is gone, whether reloaded or closed, another goes on from where the server has it.
 */
export class UploadShelf {
  /** Those of this page. */
  readonly all: Readable<readonly Upload[]>;
  readonly #deps: UploadShelfDeps;
  readonly #claims: Claims;
  readonly #shelf = createStore<readonly Shelved[]>([]);
  /** Those that stand where one writes, and are not sent yet. */
  readonly #composing = createStore<readonly string[]>([]);
  readonly #byConversation = new Map<
    ConversationId,
    Readable<readonly Upload[]>
  >();
  readonly #recalled = new Set<ConversationId>();
  /** Claimed for a message that waits for them. */
  readonly #wanted = new Set<string>();
  /** Writes go one after another, so that what is forgotten does not come back. */
  #stored: Promise<unknown> = Promise.resolve();
  readonly #leave: () => void;

  constructor(deps: UploadShelfDeps) {
    this.#deps = deps;
    this.all = this.#shelf;
    this.#claims = createClaims(deps);
    this.#leave = deps.unsent.subscribe(() => this.#followUnsent());
    this.#followUnsent();
    void this.#tidy();
  }

  /** Starts sending a file that stands where one writes. */
  start(
    file: File,
    where: Pick<KeptFile, "conversationId" | "isVoice">,
  ): Upload {
    const kept: KeptFile = {
      ...where,
      uploadId: this.#deps.powers.newId(),
      name: file.name,
      mediaType: file.type,
      sizeBytes: file.size,
      address: null,
      isSent: false,
      keptAt: this.#deps.powers.nowMs(),
      tabId: this.#deps.tabId,
    };
    this.#claims.claim(kept.uploadId);
    const upload = this.#begin(kept, file);
    this.#store(({ keep }) => keep(kept, file));
    this.#composing.set([...this.#composing.get(), kept.uploadId]);
    return upload;
  }

  /** Puts a changed file in the place of one that stands where one writes. */
  replace(before: Upload, file: File): void {
    const order = this.#composing.get();
    const { uploadId } = this.start(file, before);
    before.cancel();
    this.#composing.set(
      order.map((id) => (id === before.uploadId ? uploadId : id)),
    );
  }

  /** Gives the bytes of a file that is missing; the same file goes on from where the server has it. */
  supply(missing: Upload, file: File): void {
    const { uploadId, conversationId, isVoice, name, sizeBytes } = missing;
    const isSame = file.name === name && file.size === sizeBytes;
    this.#store(async ({ find, keep }) => {
      const known = await find(uploadId).catch(() => undefined);
      const kept: KeptFile = {
        ...{ uploadId, conversationId, isVoice },
        name: file.name,
        mediaType: file.type,
        sizeBytes: file.size,
        address: isSame ? (known?.address ?? null) : null,
        isSent: !this.#composing.get().includes(uploadId),
        keptAt: this.#deps.powers.nowMs(),
        tabId: this.#deps.tabId,
      };
      this.#begin(kept, file);
      await keep(kept, file);
    });
  }

  /** What stands where one writes in a conversation; the same object every time. */
  composingIn(conversationId: ConversationId): Readable<readonly Upload[]> {
    const known = this.#byConversation.get(conversationId);
    if (known !== undefined) return known;
    const made = select(
      this.#composing,
      (ids) =>
        ids.flatMap((id) => {
          const upload = this.find(id);
          return upload?.conversationId === conversationId ? [upload] : [];
        }),
      sameItems,
    );
    this.#byConversation.set(conversationId, made);
    return made;
  }

  /** Brings back what stood where one writes when the page before this one went. */
  async recall(conversationId: ConversationId): Promise<void> {
    if (this.#recalled.has(conversationId)) return;
    this.#recalled.add(conversationId);
    const kept = await this.#deps.kept.all().catch(() => []);
    for (const one of kept) {
      const isHere =
        one.conversationId === conversationId && !this.#isStale(one);
      if (!isHere || this.#claims.has(one.uploadId)) continue;
      const how = one.tabId === this.#deps.tabId ? "claim" : "inherit";
      this.#claims[how](one.uploadId, () => void this.#recallOne(one));
    }
  }

  /** They were sent with a message, or kept with one for later. */
  handOver(uploads: readonly Upload[]): void {
    const ids = new Set(uploads.map(({ uploadId }) => uploadId));
    this.#composing.set(this.#composing.get().filter((id) => !ids.has(id)));
    for (const { uploadId, state } of uploads)
      if (state.get().kind === "done") this.#settle(uploadId);
      else this.#store(({ change }) => change(uploadId, { isSent: true }));
    this.#followUnsent();
  }

  find(uploadId: string): Upload | undefined {
    return this.#shelved(uploadId);
  }

  /** Brings a file that goes with no message; rejects with the server's reason. */
  bring(file: File): Promise<Attachment> {
    return this.#deps.sendFile({
      ...{ file, isVoice: false, address: null },
      onAddress: () => undefined,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
  }

  #shelved(uploadId: string): Shelved | undefined {
    return this.#shelf.get().find((one) => one.uploadId === uploadId);
  }

  /** Stops here; another page goes on. */
  close(): void {
    this.#leave();
    for (const one of this.#shelf.get()) one.pause();
    for (const uploadId of this.#claims.all()) this.#claims.release(uploadId);
  }

  #begin(kept: KeptFile, file: File): Upload {
    const { uploadId } = kept;
    const { state, takeBack, pause } = sendUpload(
      { file, isVoice: kept.isVoice, address: kept.address },
      {
        ...this.#deps,
        onAddress: (address) =>
          this.#store(({ change }) => change(uploadId, { address })),
        onDone: (attachment) => void this.#done(uploadId, attachment),
        onFailed: (code) => this.#deps.onFailed(uploadId, code),
      },
    );
    const localUrl = this.#deps.urls.createObjectURL(file);
    const cancel = () => {
      takeBack();
      this.#drop(uploadId);
    };
    return this.#put(kept, { file, localUrl, state, cancel, pause });
  }

  #miss(
    kept: Omit<KeptFile, "address" | "isSent" | "keptAt" | "tabId">,
  ): Upload {
    const { uploadId } = kept;
    return this.#put(kept, {
      file: null,
      localUrl: null,
      state: createStore<UploadState>({ kind: "missing" }),
      cancel: () => this.#drop(uploadId),
      pause: () => undefined,
    });
  }

  #put(
    kept: Omit<KeptFile, "address" | "isSent" | "keptAt" | "tabId">,
    acts: Pick<Shelved, "file" | "localUrl" | "state" | "cancel" | "pause">,
  ): Upload {
    const { uploadId, conversationId, name, mediaType, sizeBytes } = kept;
    const { isVoice } = kept;
    const upload: Shelved = {
      ...{ uploadId, conversationId, name, mediaType, sizeBytes, isVoice },
      ...acts,
    };
    const before = this.find(uploadId)?.localUrl ?? null;
    if (before !== null) this.#deps.urls.revokeObjectURL(before);
    const others = this.#shelf.get().filter((one) => one.uploadId !== uploadId);
    this.#shelf.set([...others, upload]);
    // The same ids, and another upload behind one of them.
    if (this.#composing.get().includes(uploadId))
      this.#composing.set([...this.#composing.get()]);
    return upload;
  }

  async #done(uploadId: string, attachment: Attachment): Promise<void> {
    await this.#deps.onDone(uploadId, attachment);
    if (!this.#composing.get().includes(uploadId)) this.#settle(uploadId);
  }

  /* Its message knows it: nothing more is needed of it. */
  #settle(uploadId: string): void {
    this.#store(async ({ forget }) => {
      await forget(uploadId);
      this.#claims.release(uploadId);
    });
  }

  /* It is nobody's any more. */
  #drop(uploadId: string): void {
    const upload = this.find(uploadId);
    if (upload === undefined) return;
    if (upload.localUrl !== null)
      this.#deps.urls.revokeObjectURL(upload.localUrl);
    this.#composing.set(this.#composing.get().filter((id) => id !== uploadId));
    this.#shelf.set(
      this.#shelf.get().filter((one) => one.uploadId !== uploadId),
    );
    this.#settle(uploadId);
  }

  /* What messages of this browser wait for goes; what no message waits for any more does not. */
  #followUnsent(): void {
    const messages = this.#deps.unsent.get();
    const awaited = awaitedIn(messages);
    const named = new Set(
      messages.flatMap(({ files = [] }) => files.map((one) => one.uploadId)),
    );
    const composing = new Set(this.#composing.get());
    for (const upload of this.#shelf.get()) {
      const { uploadId, state } = upload;
      if (composing.has(uploadId)) continue;
      const { kind } = state.get();
      const isTaken = kind === "missing" && !awaited.has(uploadId);
      if (kind === "done" && !named.has(uploadId)) this.#drop(uploadId);
      else if (isTaken || !named.has(uploadId)) upload.cancel();
    }
    for (const id of this.#wanted) {
      if (awaited.has(id)) continue;
      this.#wanted.delete(id);
      if (this.find(id) === undefined) this.#claims.release(id);
    }
    for (const [uploadId, { message, file }] of awaited)
      if (message.state.kind === "waiting")
        this.#follow(uploadId, file, message);
  }

  #follow(
    uploadId: string,
    file: OutgoingFile,
    { conversationId }: OutboxMessage,
  ): void {
    const go = () => void this.#goOn({ ...file, conversationId });
    // Refused once, and sent again by its author.
    if (this.find(uploadId)?.state.get().kind === "failed") go();
    else if (!this.#claims.has(uploadId)) {
      this.#wanted.add(uploadId);
      this.#claims.claim(uploadId, go);
    }
  }

  async #goOn(
    file: OutgoingFile & Pick<KeptFile, "conversationId">,
  ): Promise<void> {
    const { uploadId } = file;
    const inPage = this.#shelved(uploadId)?.file ?? null;
    const [kept, stored] = await this.#read(uploadId);
    const bytes = inPage ?? stored;
    // What happened while the storage was read.
    if (!awaitedIn(this.#deps.unsent.get()).has(uploadId)) {
      if (this.find(uploadId) === undefined) this.#claims.release(uploadId);
    } else if (kept === undefined || bytes === null) this.#miss(file);
    else this.#begin(kept, bytes);
  }

  async #recallOne({ uploadId }: KeptFile): Promise<void> {
    const [kept, bytes] = await this.#read(uploadId);
    const isNamed = this.#deps.unsent
      .get()
      .some(({ files = [] }) => files.some((one) => one.uploadId === uploadId));
    if (kept === undefined || kept.isSent || isNamed) {
      this.#claims.release(uploadId);
      this.#followUnsent();
      return;
    }
    if (bytes === null) this.#miss(kept);
    else this.#begin(kept, bytes);
    this.#composing.set([...this.#composing.get(), uploadId]);
  }

  async #read(
    uploadId: string,
  ): Promise<readonly [KeptFile | undefined, File | null]> {
    await this.#stored;
    const { kept } = this.#deps;
    try {
      return [await kept.find(uploadId), await kept.bytes(uploadId)];
    } catch {
      // Unreadable is as good as lost: the file is chosen again.
      return [undefined, null];
    }
  }

  #isStale({ keptAt }: KeptFile): boolean {
    return this.#deps.powers.nowMs() - keptAt > staleMs;
  }

  /* What nobody asked for in a week leaves the disk. */
  async #tidy(): Promise<void> {
    const kept = await this.#deps.kept.all().catch(() => []);
    for (const { uploadId } of kept.filter((one) => this.#isStale(one)))
      this.#store(async ({ forget }) => {
        const isAwaited = awaitedIn(this.#deps.unsent.get()).has(uploadId);
        if (!isAwaited) await forget(uploadId);
      });
  }

  /* A browser that fails to store costs survival of a reload, not the sending. */
  #store(work: (kept: KeptFiles) => Promise<void>): void {
    this.#stored = this.#stored
      .then(() => work(this.#deps.kept))
      .catch(() => undefined);
  }
}
