import {
  errorRegistry,
  type ClientId,
  type CommandParams,
  type CommandResult,
  type ConversationId,
} from "@veche/contracts";
import { CommandError } from "./command-error.ts";
import type { OutboxMessage, OutboxState } from "./outbox-message.ts";
import type { OutboxPlace } from "./outbox-place.ts";
import type { Powers } from "./powers.ts";
import { createStore } from "./store.ts";
import type { TabWord } from "./tabs.ts";

const longestRetryMs = 30_000;
/** A server that fails on one message for good must not hold the others for ever. */
const failuresBeforeRefusal = 5;

export interface OutboxDeps {
  readonly place: OutboxPlace;
  readonly powers: Powers;
  readonly isLive: () => boolean;
  /** Another tab waits for this one to send: try the line now. */
  readonly wake: () => void;
  /** Does this tab's log already show that position? */
  readonly isInLog: (conversationId: ConversationId, seq: number) => boolean;
  readonly send: (
    params: CommandParams<"message.send">,
  ) => Promise<CommandResult<"message.send">>;
}

/**
 * Messages on their way out: in order within a conversation, each once (the server knows them by `clientId`), by
 * whichever tab leads, for as long as it takes.
 */
export class Outbox {
  readonly messages = createStore<readonly OutboxMessage[]>([]);
  readonly #deps: OutboxDeps;
  /** Writes go to the storage one after another, so that a removal never overtakes its own addition. */
  #stored: Promise<unknown> = Promise.resolve();
  readonly #inFlight = new Set<ClientId>();
  /** Shown in the log already: what another tab says of them comes too late. */
  readonly #arrived = new Set<ClientId>();
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

  add(conversationId: ConversationId, body: string): ClientId {
    const { powers } = this.#deps;
    const clientId = powers.newId<ClientId>();
    this.#keep({
      clientId,
      conversationId,
      body,
      writtenAt: powers.nowMs(),
      state: { kind: "waiting" },
    });
    return clientId;
  }

  /** Sends a refused message again. */
  retry(clientId: ClientId): void {
    const message = this.#find(clientId);
    if (message?.state.kind === "refused")
      this.#keep({ ...message, state: { kind: "waiting" } });
  }

  /** Forgets a message that was refused or has not left yet. */
  discard(clientId: ClientId): void {
    const kind = this.#find(clientId)?.state.kind;
    if (kind === "refused" || kind === "waiting") this.#forget(clientId);
  }

  /** The log shows the message: it arrived, whether its ack did or not. */
  seen(clientId: ClientId): void {
    this.#arrived.add(clientId);
    if (this.#find(clientId) !== undefined) this.#forget(clientId);
  }

  /** A log went on without showing its events (a long gap): what it passed over arrived all the same. */
  passedOver(): void {
    for (const message of this.messages.get()) {
      if (this.#hasArrived(message)) this.#drop(message.clientId);
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
    for (const message of this.messages.get()) {
      const { state, conversationId } = message;
      if (state.kind === "sending") busy.add(conversationId);
      if (state.kind !== "waiting" || busy.has(conversationId)) continue;
      busy.add(conversationId);
      void this.#send(message);
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

  async #send({
    clientId,
    conversationId,
    body,
  }: OutboxMessage): Promise<void> {
    this.#inFlight.add(clientId);
    this.#mark(clientId, { kind: "sending" });
    try {
      const { seq } = await this.#deps.send({ conversationId, clientId, body });
      this.#inFlight.delete(clientId);
      this.#failures = 0;
      this.#mark(clientId, { kind: "sent", seq });
      this.#remove(clientId);
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
    if (!errorRegistry[code].isRetryable || isHopeless) {
      this.#failures = 0;
      this.#mark(clientId, { kind: "refused", code });
      const refused = this.#find(clientId);
      if (refused !== undefined) this.#store(({ put }) => put(refused));
      return;
    }
    this.#mark(clientId, { kind: "waiting" });
    this.#rest(error instanceof CommandError ? error.retryAfterMs : undefined);
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

  #keep(message: OutboxMessage): void {
    this.#put(message);
    this.#store(async ({ put }) => {
      await put(message);
      // Told after it is stored, so that a leader who dies meanwhile leaves it to the next one; and as it is by then.
      const present = this.#find(message.clientId);
      if (present !== undefined)
        this.#deps.place.tabs.tell({ kind: "message", message: present });
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
    const message = this.#find(clientId);
    if (message === undefined) return;
    const marked = { ...message, state };
    this.#put(marked);
    this.#deps.place.tabs.tell({ kind: "message", message: marked });
  }

  #heard(word: TabWord): void {
    const { place, isLive, wake } = this.#deps;
    const clientId =
      word.kind === "message" ? word.message.clientId : word.clientId;
    if (this.#inFlight.has(clientId)) return;
    if (word.kind === "message") this.#put(word.message);
    // A sent one stays until this tab's own log shows it.
    else if (this.#find(clientId)?.state.kind !== "sent") this.#drop(clientId);
    if (place.tabs.isLeader.get() && !isLive()) wake();
    this.pump();
  }

  /* What a closed tab left behind, and what was written while nobody led. */
  #recover(): void {
    this.#store(async ({ all }) => {
      const stored = await all();
      const present = this.messages.get();
      const known = new Set(present.map(({ clientId }) => clientId));
      const unknown = stored.filter(
        ({ clientId }) => !known.has(clientId) && !this.#arrived.has(clientId),
      );
      this.messages.set(
        [...unknown, ...present].map((message) => this.#inherited(message)),
      );
      this.pump();
    });
  }

  /* "sending" in a tab that led and is gone: nobody sends it now. If it arrived, saying it again harms nothing. */
  #inherited(message: OutboxMessage): OutboxMessage {
    const isAbandoned =
      message.state.kind === "sending" && !this.#inFlight.has(message.clientId);
    if (!isAbandoned || !this.#deps.place.tabs.isLeader.get()) return message;
    return { ...message, state: { kind: "waiting" } };
  }

  /* A browser that fails to store (quota, private mode) costs survival of a reload, not the sending. */
  #store(work: (storage: OutboxPlace["storage"]) => Promise<void>): void {
    this.#stored = this.#stored
      .then(() => work(this.#deps.place.storage))
      .catch(() => undefined);
  }

  #find(clientId: ClientId): OutboxMessage | undefined {
    return this.messages.get().find((message) => message.clientId === clientId);
  }

  #put(message: OutboxMessage): void {
    if (this.#hasArrived(message)) {
      this.#drop(message.clientId);
      return;
    }
    const present = this.messages.get();
    const isKnown = this.#find(message.clientId) !== undefined;
    this.messages.set(
      isKnown
        ? present.map((one) =>
            one.clientId === message.clientId ? message : one,
          )
        : [...present, message],
    );
  }

  #hasArrived({ clientId, conversationId, state }: OutboxMessage): boolean {
    if (this.#arrived.has(clientId)) return true;
    return (
      state.kind === "sent" && this.#deps.isInLog(conversationId, state.seq)
    );
  }

  #drop(clientId: ClientId): void {
    this.messages.set(
      this.messages.get().filter((message) => message.clientId !== clientId),
    );
  }
}
