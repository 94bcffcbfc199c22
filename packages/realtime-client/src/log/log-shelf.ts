import type {
  Conversation,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import type { Abilities } from "../abilities.ts";
import type { OutboxChange, OutboxItem } from "../outbox-item.ts";
import { sameItems, select, type Readable } from "../store.ts";
import type { HeldRange } from "./held-ranges.ts";
import { LogKeeper } from "./log-keeper.ts";
import type { LoadPage } from "./log-page.ts";

/** A `hello` with more positions would not fit into a frame; the logs left out are read anew when looked at. */
const mostCursors = 1000;

export interface LogShelfDeps {
  readonly loadPage: LoadPage;
  readonly amend: Abilities["amend"];
  readonly createWalk: Abilities["createWalk"];
  readonly me: () => PrincipalId | undefined;
  readonly layOver: Abilities["layOver"];
  readonly unsent: Readable<readonly OutboxItem[]>;
  readonly find: (id: ConversationId) => Conversation | undefined;
}

/** The logs this client has touched, those used last at the end. */
export class LogShelf {
  readonly #deps: LogShelfDeps;
  readonly #logs = new Map<ConversationId, LogKeeper>();
  readonly #changes: Readable<readonly OutboxChange[]>;
  #recollect: (id: ConversationId) => Promise<HeldRange | null> = () =>
    Promise.resolve(null);
  #changed: ReadonlySet<ConversationId> = new Set();

  constructor(deps: LogShelfDeps) {
    this.#deps = deps;
    this.#changes = select(
      deps.unsent,
      (items) =>
        items
          .filter((item) => item.kind === "change")
          .filter(({ state }) => state.kind !== "refused"),
      sameItems,
    );
    this.#changes.subscribe(() => {
      this.#redraw();
    });
  }

  log(id: ConversationId): LogKeeper {
    const known = this.#logs.get(id);
    if (known !== undefined) {
      this.#logs.delete(id);
      this.#logs.set(id, known);
      return known;
    }
    const log = new LogKeeper({
      conversationId: id,
      loadPage: this.#deps.loadPage,
      amend: this.#deps.amend,
      createWalk: this.#deps.createWalk,
      recollect: () => this.#recollect(id),
      me: this.#deps.me,
      overlay: (entries) => {
        const me = this.#deps.me();
        const mine = this.#changes
          .get()
          .filter(({ conversationId }) => conversationId === id);
        return me === undefined
          ? entries
          : this.#deps.layOver(entries, mine, me);
      },
    });
    this.#logs.set(id, log);
    const conversation = this.#deps.find(id);
    if (conversation !== undefined) log.adopt(conversation, "afresh");
    return log;
  }

  /** Where the ends of logs are kept from one visit to the next. */
  recollectBy(
    recollect: (id: ConversationId) => Promise<HeldRange | null>,
  ): void {
    this.#recollect = recollect;
  }

  known(id: ConversationId): LogKeeper | undefined {
    return this.#logs.get(id);
  }

  /** Positions to resume from: of the logs that hold something or are looked at, those used last where there are too many. */
  cursors(): Record<ConversationId, number> {
    const cursors: Record<ConversationId, number> = {};
    const held = [...this.#logs].filter(
      ([, { ranges, isWatched }]) => isWatched || ranges.length > 0,
    );
    for (const [id, { position }] of held.slice(-mostCursors))
      if (position !== undefined) cursors[id] = position;
    return cursors;
  }

  /** The whole list as the server has it, and whose events follow from where they were. */
  welcomed(
    conversations: readonly Conversation[],
    resumed: ReadonlySet<ConversationId> | "another history",
  ): void {
    const present = new Map(conversations.map((one) => [one.id, one]));
    for (const [id, log] of this.#logs) {
      const conversation = present.get(id);
      if (conversation === undefined) log.forget();
      else if (resumed === "another history") log.adopt(conversation, "anew");
      else log.adopt(conversation, resumed.has(id) ? "resumed" : "afresh");
    }
  }

  forget(id: ConversationId): void {
    this.#logs.get(id)?.forget();
  }

  #redraw(): void {
    const present = new Set(
      this.#changes.get().map(({ conversationId }) => conversationId),
    );
    for (const id of new Set([...this.#changed, ...present]))
      this.#logs.get(id)?.redraw();
    this.#changed = present;
  }
}
