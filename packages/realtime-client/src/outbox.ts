import {
  isRetryable,
  type Attachment,
  type ClientId,
  type ConversationId,
  type ErrorCode,
} from "@veche/contracts";
import { CommandError } from "./command-error.ts";
import type { OutboxItem, OutboxMessage, OutboxState } from "./outbox-item.ts";
import type { OutboxPlace } from "./outbox-place.ts";
import type { Powers } from "./powers.ts";
import { createStore } from "./store.ts";
import type { TabWord } from "./tabs.ts";

const longestRetryMs = 30_000;
/** A server that fails on one item for good must not hold the others for ever. */
const failuresBeforeRefusal = 5;
/** A change whose ack names no position stays laid over the log until the log has had time to show it. */
const shownAfterAckMs = 1000;

/** Does it still wait for a file? */
const awaitsFile = (item: OutboxItem): boolean =>
  item.kind === "message" &&
  (item.files ?? []).some(({ uploaded }) => uploaded === null);

/** As they were written, in whichever tab: one tab hears of another's late, or not before it reads the storage. */
const inOrder = (items: readonly OutboxItem[]): readonly OutboxItem[] =>
  items.toSorted((a, b) => a.writtenAt - b.writtenAt);

export interface OutboxDeps {
  readonly place: OutboxPlace;
  readonly powers: Powers;
  readonly isLive: () => boolean;
  /** Another tab waits for this one to send: try the line now. */
  readonly wake: () => void;
  /** Is this tab's log past that position already, or is there none that will show it? */
  readonly isPast: (conversationId: ConversationId, seq: number) => boolean;
  /** Is an item that has not left yet made pointless by a newer one? */
  readonly isOvertaken: (older: OutboxItem, newer: OutboxItem) => boolean;
  /** Says it to the server; the answer's position, where it has one. */
  readonly send: (item: OutboxItem) => Promise<number | undefined>;
}

/**
 * What is on its way out: in order within a conversation, each once (the server knows them by `clientId`, or they do
 * no harm twice), by whichever tab leads, for as long as it takes.
 */
export class Outbox {
  readonly items = createStore<readonly OutboxItem[]>([]);
  readonly #deps: OutboxDeps;
  /** Writes go to the storage one after another, so that a removal never overtakes its own addition. */
  #stored: Promise<unknown> = Promise.resolve();
  readonly #inFlight = new Set<ClientId>();
  /** Shown in the log already: what another tab says of them comes too late. */
  readonly #arrived = new Set<ClientId>();
  /** Acknowledged: a storage read before they were removed from it must not bring them back. */
  readonly #acked = new Set<ClientId>();
  #failures = 0;
  #isResting = false;
  #isClosed = false;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    const { tabs } = deps.place;
    tabs.onWord((word) => {
      this.#heard(word);
    });
    tabs.isLeader.subscribe(() => {
      this.#recover();
    });
    this.#recover();
  }

  /** Puts an item on its way; those it makes pointless and that have not left yet go. */
  add(item: OutboxItem): void {
    for (const one of this.items.get())
      if (this.#deps.isOvertaken(one, item)) this.#forget(one.clientId);
    this.#keep(this.#asLast(item));
  }

  /** Sends a refused item again. */
  retry(clientId: ClientId): void {
    const item = this.#find(clientId);
    if (item?.state.kind === "refused")
      this.#keep({ ...item, state: { kind: "waiting" } });
  }

  /** A file of a message on its way is with the server now. */
  async uploaded(uploadId: string, uploaded: Attachment): Promise<void> {
    for (const item of this.#awaiting(uploadId)) {
      const files = item.files?.map((file) =>
        file.uploadId === uploadId ? { ...file, uploaded } : file,
      );
      this.#keep(files === undefined ? item : { ...item, files });
    }
    await this.#stored;
  }

  /** A file cannot be sent: the message that waits for it is refused with the reason. */
  uploadFailed(uploadId: string, code: ErrorCode): void {
    for (const item of this.#awaiting(uploadId))
      this.#refuse(item.clientId, code);
  }

  /** Forgets an item that was refused or has not left yet. */
  discard(clientId: ClientId): void {
    const kind = this.#find(clientId)?.state.kind;
    if (kind === "refused" || kind === "waiting") this.#forget(clientId);
  }

  /** The log shows the message: it arrived, whether its ack did or not. */
  seen(clientId: ClientId): void {
    this.#arrived.add(clientId);
    if (this.#find(clientId) !== undefined) this.#forget(clientId);
  }

  /** A log went on without showing its events (a long gap), or is no longer mine: what was acknowledged arrived all the same. */
  passedOver(): void {
    for (const item of this.items.get()) {
      if (this.#hasArrived(item)) this.#drop(item.clientId);
    }
  }

  /** Sends whatever may be sent now. */
  pump(): void {
    const { place, isLive } = this.#deps;
    if (
      this.#isClosed ||
      this.#isResting ||
      !place.tabs.isLeader.get() ||
      !isLive()
    )
      return;
    const busy = new Set<ConversationId>();
    for (const item of this.items.get()) {
      const { state, conversationId } = item;
      if (state.kind === "sending") busy.add(conversationId);
      // What is written while a file is on its way does not wait for it.
      if (state.kind !== "waiting" || awaitsFile(item)) continue;
      if (busy.has(conversationId)) continue;
      busy.add(conversationId);
      void this.#send(item);
    }
  }

  /** The line came back: whatever rested after a failure goes at once. */
  lineLive(): void {
    this.#isResting = false;
    this.#failures = 0;
    this.pump();
    // A tab that died between storing and telling left something unheard of.
    this.#recover();
  }

  close(): void {
    this.#isClosed = true;
    this.#deps.place.tabs.close();
  }

  async #send(item: OutboxItem): Promise<void> {
    const { clientId } = item;
    this.#inFlight.add(clientId);
    this.#mark(clientId, { kind: "sending" });
    try {
      const seq = await this.#deps.send(item);
      this.#inFlight.delete(clientId);
      this.#acked.add(clientId);
      this.#failures = 0;
      this.#mark(clientId, { kind: "sent", seq: seq ?? null });
      this.#remove(clientId);
      if (seq === undefined)
        this.#deps.powers.after(shownAfterAckMs, () => this.#drop(clientId));
    } catch (error) {
      this.#inFlight.delete(clientId);
      this.#failed(clientId, error);
    }
    this.pump();
  }

  #failed(clientId: ClientId, error: unknown): void {
    const code = error instanceof CommandError ? error.code : "server.failed";
    this.#failures += 1;
    const isHopeless =
      code === "server.failed" && this.#failures >= failuresBeforeRefusal;
    if (!isRetryable(code) || isHopeless) {
      this.#failures = 0;
      this.#refuse(clientId, code);
      return;
    }
    this.#mark(clientId, { kind: "waiting" });
    this.#rest(error instanceof CommandError ? error.retryAfterMs : undefined);
  }

  #refuse(clientId: ClientId, code: ErrorCode): void {
    this.#mark(clientId, { kind: "refused", code });
    const refused = this.#find(clientId);
    if (refused !== undefined) this.#store(({ put }) => put(refused));
  }

  #rest(retryAfterMs: number | undefined): void {
    const { powers } = this.#deps;
    const backOffMs = Math.min(
      longestRetryMs,
      1000 * 2 ** (this.#failures - 1),
    );
    this.#isResting = true;
    powers.after(retryAfterMs ?? backOffMs * powers.random(), () => {
      this.#isResting = false;
      this.pump();
    });
  }

  #keep(item: OutboxItem): void {
    this.#put(item);
    this.#store(async ({ put }) => {
      await put(item);
      // Told after it is stored, so that a leader who dies meanwhile leaves it to the next one; and as it is by then.
      const present = this.#find(item.clientId);
      if (present !== undefined)
        this.#deps.place.tabs.tell({ kind: "item", item: present });
    });
    this.pump();
  }

  #forget(clientId: ClientId): void {
    this.#drop(clientId);
    this.#remove(clientId);
  }

  #remove(clientId: ClientId): void {
    this.#store(async ({ remove }) => {
      await remove(clientId);
      // Told after it is removed: a tab that reads the storage before that hears of it afterwards.
      this.#deps.place.tabs.tell({ kind: "gone", clientId });
    });
  }

  /* This tab sends and another one looks on: both show the same state. */
  #mark(clientId: ClientId, state: OutboxState): void {
    const item = this.#find(clientId);
    if (item === undefined) return;
    const marked = { ...item, state };
    this.#put(marked);
    this.#deps.place.tabs.tell({ kind: "item", item: marked });
  }

  #heard(word: TabWord): void {
    const { place, isLive, wake } = this.#deps;
    const clientId = word.kind === "item" ? word.item.clientId : word.clientId;
    if (this.#inFlight.has(clientId)) return;
    if (word.kind === "item") this.#put(word.item);
    else if (!this.#willShow(clientId)) this.#drop(clientId);
    if (place.tabs.isLeader.get() && !isLive()) wake();
    this.pump();
  }

  /* A sent one stays until this tab's own log shows it. */
  #willShow(clientId: ClientId): boolean {
    const state = this.#find(clientId)?.state;
    return state?.kind === "sent" && state.seq !== null;
  }

  /* What a closed tab left behind, and what was written while nobody led. */
  #recover(): void {
    this.#store(async ({ all }) => {
      const stored = await all();
      const present = this.items.get();
      const known = new Set(present.map(({ clientId }) => clientId));
      const unknown = stored.filter(
        ({ clientId }) =>
          !known.has(clientId) &&
          !this.#arrived.has(clientId) &&
          !this.#acked.has(clientId),
      );
      this.items.set(
        inOrder([...unknown, ...present]).map((item) => this.#inherited(item)),
      );
      this.pump();
    });
  }

  /* "sending" in a tab that led and is gone: nobody sends it now. If it arrived, saying it again harms nothing. */
  #inherited(item: OutboxItem): OutboxItem {
    const isAbandoned =
      item.state.kind === "sending" && !this.#inFlight.has(item.clientId);
    if (!isAbandoned || !this.#deps.place.tabs.isLeader.get()) return item;
    return { ...item, state: { kind: "waiting" } };
  }

  /* A browser that fails to store (quota, private mode) costs survival of a reload, not the sending. */
  #store(work: (storage: OutboxPlace["storage"]) => Promise<void>): void {
    this.#stored = this.#stored
      .then(() => work(this.#deps.place.storage))
      .catch(() => undefined);
  }

  #find(clientId: ClientId): OutboxItem | undefined {
    return this.items.get().find((item) => item.clientId === clientId);
  }

  #awaiting(uploadId: string): readonly OutboxMessage[] {
    return this.items
      .get()
      .filter((item) => item.kind === "message")
      .filter(({ files = [] }) =>
        files.some((file) => file.uploadId === uploadId),
      );
  }

  /* Whatever the clock did: what is written here comes after all that stands here. */
  #asLast(item: OutboxItem): OutboxItem {
    const newest = Math.max(
      ...this.items.get().map(({ writtenAt }) => writtenAt),
    );
    return item.writtenAt > newest ? item : { ...item, writtenAt: newest + 1 };
  }

  #put(item: OutboxItem): void {
    if (this.#hasArrived(item)) {
      this.#drop(item.clientId);
      return;
    }
    const others = this.items
      .get()
      .filter(({ clientId }) => clientId !== item.clientId);
    this.items.set(inOrder([...others, item]));
  }

  #hasArrived({ clientId, conversationId, state }: OutboxItem): boolean {
    if (this.#arrived.has(clientId)) return true;
    return (
      state.kind === "sent" &&
      state.seq !== null &&
      this.#deps.isPast(conversationId, state.seq)
    );
  }

  #drop(clientId: ClientId): void {
    const present = this.items.get();
    const others = present.filter((item) => item.clientId !== clientId);
    if (others.length < present.length) this.items.set(others);
  }
}
