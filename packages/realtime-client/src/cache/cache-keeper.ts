import type { Conversation, ConversationId } from "@veche/contracts";
import type { ClientCore } from "../client-core.ts";
import { newestOf, type HeldRange } from "../log/held-ranges.ts";
import type { Powers } from "../powers.ts";
import { sameItems } from "../store.ts";
import type { ClientCache } from "./client-cache.ts";

/** Changes are gathered so long before they are written: a busy conversation costs one write, not one a message. */
const gatherMs = 2000;
/** A log keeps so many of its last entries. */
const keptEntries = 100;
/** Of so many conversations at the top of the list the end is read before anybody opens them. */
const preparedCount = 30;
/** When the page itself has come. */
const preparedAfterMs = 500;

/** The very same entries: nothing is to be written. */
const isSameEnd = (one: HeldRange | undefined, other: HeldRange): boolean =>
  one?.fromSeq === other.fromSeq &&
  one.toSeq === other.toSeq &&
  sameItems(one.entries, other.entries);

export interface KeepCacheDeps {
  readonly core: ClientCore;
  readonly cache: ClientCache;
  readonly powers: Powers;
}

/** Starts a client with what it knew, and writes down what it learns. */
export class CacheKeeper {
  readonly #deps: KeepCacheDeps;
  /** As last written, to find what changed; the very objects. */
  #written: ReadonlyMap<ConversationId, Conversation> = new Map();
  readonly #writtenEnds = new Map<ConversationId, HeldRange>();
  /** The logs somebody looked at: the others are read when they are. */
  readonly #opened = new Set<ConversationId>();
  #cancel: (() => void) | undefined;
  #cancelPreparing: (() => void) | undefined;
  #isOver = false;
  #epoch: string | undefined;

  constructor(deps: KeepCacheDeps) {
    this.#deps = deps;
  }

  /** Shows what is remembered, unless the server was quicker. */
  async recall(): Promise<void> {
    const { core, cache } = this.#deps;
    core.logs.recollectBy((id) => {
      this.#opened.add(id);
      this.#due();
      return this.#keptEnd(id);
    });
    const remembered = await cache.recall().catch(() => null);
    if (remembered !== null && !this.#isOver) {
      const { epoch, conversations } = remembered;
      this.#epoch = epoch;
      this.#written = new Map(conversations.map((one) => [one.id, one]));
      core.remembered(remembered);
    }
    core.conversations.subscribe(() => this.#due());
    this.#due();
    if (remembered !== null && !this.#isOver) this.#prepareSoon();
  }

  #prepareSoon(): void {
    const { core, powers } = this.#deps;
    this.#cancelPreparing = powers.after(preparedAfterMs, () => {
      for (const { id } of core.conversations.get().slice(0, preparedCount))
        core.log(id).prepare();
    });
  }

  /** The person signed out, or may no longer sign in: nothing of theirs stays. */
  async wipe(): Promise<void> {
    this.close();
    await this.#deps.cache.wipe();
  }

  close(): void {
    this.#isOver = true;
    this.#cancel?.();
    this.#cancelPreparing?.();
  }

  async #keptEnd(id: ConversationId): Promise<HeldRange | null> {
    const end = await this.#deps.cache.end(id).catch(() => null);
    if (end !== null) this.#writtenEnds.set(id, end);
    return end;
  }

  #due(): void {
    if (this.#cancel !== undefined || this.#isOver) return;
    this.#cancel = this.#deps.powers.after(gatherMs, () => {
      this.#cancel = undefined;
      // A copy that cannot be written is read from the server instead.
      this.#write().catch(() => undefined);
    });
  }

  async #write(): Promise<void> {
    const { core, cache } = this.#deps;
    const { epoch } = core;
    const me = core.me.get();
    if (me === null || epoch === undefined) return;
    if (this.#epoch !== undefined && this.#epoch !== epoch) {
      this.#written = new Map();
      this.#writtenEnds.clear();
      await cache.wipe();
    }
    this.#epoch = epoch;
    const present = new Map(
      core.conversations
        .get()
        // What is confidential stays with the server.
        .filter(({ confidentiality }) => confidentiality === null)
        .map((one) => [one.id, one]),
    );
    const changed = [...present.values()].filter(
      (one) => this.#written.get(one.id) !== one,
    );
    const gone = [...this.#written.keys()].filter((id) => !present.has(id));
    this.#written = present;
    const ends = this.#newEnds(present);
    for (const id of gone) this.#writtenEnds.delete(id);
    const reads = new Map(core.conversations.readHere);
    const isNothing = changed.length + gone.length + ends.size === 0;
    if (!isNothing)
      await cache.remember({ me, epoch, reads, changed, gone, ends });
  }

  #newEnds(
    present: ReadonlyMap<ConversationId, Conversation>,
  ): ReadonlyMap<ConversationId, HeldRange> {
    const ends = new Map<ConversationId, HeldRange>();
    for (const id of this.#opened) {
      const end = this.#deps.core.logs.known(id)?.end;
      if (end === undefined || !present.has(id)) continue;
      const newest = newestOf(end, keptEntries);
      if (isSameEnd(this.#writtenEnds.get(id), newest)) continue;
      this.#writtenEnds.set(id, newest);
      ends.set(id, newest);
    }
    return ends;
  }
}
