import { errorRegistry, type ClientId, type ErrorCode } from "@veche/contracts";
import { createStore, type Readable, type Store } from "@veche/realtime-client";
import { Refusal, type Asks, type Opened } from "./ask.ts";
import { logAfter, type Log } from "./log.ts";

/** Written here and not yet heard back. */
export interface Outgoing {
  readonly clientId: ClientId;
  readonly body: string;
}

export type EmbedState =
  | { readonly kind: "opening" }
  | { readonly kind: "refused"; readonly code: ErrorCode | "no_token" }
  | {
      readonly kind: "open";
      readonly opened: Opened;
      readonly log: Log;
      readonly outgoing: readonly Outgoing[];
      readonly isAway: boolean;
    };

type OpenState = Extract<EmbedState, { kind: "open" }>;

export interface SessionPowers {
  readonly asks: Asks;
  /** A fresh token of the page; null when it has none. */
  readonly freshToken: () => Promise<string | null>;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly newClientId: () => ClientId;
}

const shownEvents = 300;
const pollWaitMs = 25_000;
const pauseMs = 2_000;

/** One conversation: opened with the page's token, followed by questions that wait for news. */
export class EmbedSession {
  readonly #powers: SessionPowers;
  readonly #state: Store<EmbedState> = createStore<EmbedState>({
    kind: "opening",
  });
  #readTo = 0;
  #isSending = false;

  constructor(powers: SessionPowers) {
    this.#powers = powers;
  }

  get state(): Readable<EmbedState> {
    return this.#state;
  }

  /** Opens the conversation and follows it for good, or until it is refused. */
  async run(): Promise<void> {
    while (this.#state.get().kind !== "refused") {
      try {
        await this.#step();
        void this.#sendWaiting();
      } catch (error) {
        await this.#recover(error);
      }
    }
  }

  send(body: string): void {
    const message = { clientId: this.#powers.newClientId(), body };
    this.#amend((open) => ({ ...open, outgoing: [...open.outgoing, message] }));
    void this.#sendWaiting();
  }

  markRead(): void {
    const present = this.#state.get();
    if (present.kind !== "open" || present.log.seq <= this.#readTo) return;
    this.#readTo = present.log.seq;
    this.#powers.asks
      .read(present.opened.embedToken, this.#readTo)
      // Lost, it is made good by the next one.
      .catch(() => undefined);
  }

  #amend(change: (open: OpenState) => OpenState): void {
    const present = this.#state.get();
    if (present.kind === "open") this.#state.set(change(present));
  }

  #step(): Promise<void> {
    const present = this.#state.get();
    return present.kind === "open" ? this.#follow(present) : this.#open();
  }

  async #open(): Promise<void> {
    const pageToken = await this.#powers.freshToken();
    if (pageToken === null) {
      this.#state.set({ kind: "refused", code: "no_token" });
      return;
    }
    const opened = await this.#powers.asks.open(pageToken);
    const before = this.#state.get();
    const { headSeq } = opened.conversation;
    this.#state.set(
      before.kind === "open"
        ? { ...before, opened, isAway: false }
        : {
            kind: "open",
            opened,
            log: { entries: [], seq: Math.max(0, headSeq - shownEvents) },
            outgoing: [],
            isAway: false,
          },
    );
  }

  async #follow({ opened, log }: OpenState): Promise<void> {
    const { asks } = this.#powers;
    const { embedToken, conversation } = opened;
    const isBehind = log.seq < conversation.headSeq;
    const waitMs = isBehind ? 0 : pollWaitMs;
    const { items } = await asks.events(embedToken, log.seq, waitMs);
    this.#amend((open) => ({ ...withEvents(open, items), isAway: false }));
    if (isBehind) return;
    const card = await asks.card(embedToken);
    this.#amend((open) => ({ ...open, opened: { ...open.opened, card } }));
  }

  async #recover(error: unknown): Promise<void> {
    const isOpen = this.#state.get().kind === "open";
    if (codeOf(error) === "application.token_expired" && isOpen) {
      await this.#open().catch(() => this.#powers.wait(pauseMs));
    } else if (mayComeBack(error)) {
      this.#amend((open) => ({ ...open, isAway: true }));
      await this.#powers.wait(pauseMs);
    } else this.#state.set({ kind: "refused", code: codeOf(error) });
  }

  async #sendWaiting(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (
        let first = this.#first();
        first !== undefined;
        first = this.#first()
      ) {
        await this.#powers.asks.send(first.embedToken, first.message);
        const { clientId } = first.message;
        this.#amend((open) => withoutOutgoing(open, clientId));
      }
    } catch (error) {
      // What may succeed later waits for the line; it goes out under the same id.
      if (!mayComeBack(error))
        this.#state.set({ kind: "refused", code: codeOf(error) });
    } finally {
      this.#isSending = false;
    }
  }

  #first() {
    const present = this.#state.get();
    if (present.kind !== "open") return undefined;
    const [message] = present.outgoing;
    const { embedToken } = present.opened;
    return message && { message, embedToken };
  }
}

function withEvents(
  open: OpenState,
  items: Parameters<typeof logAfter>[1],
): OpenState {
  const heard = new Set(
    items.flatMap((event) =>
      event.type === "message.created" ? [event.clientId] : [],
    ),
  );
  return {
    ...open,
    log: logAfter(open.log, items),
    outgoing: open.outgoing.filter(({ clientId }) => !heard.has(clientId)),
  };
}

/** Acknowledged: it stays on screen until the log brings it, if that is still to come. */
const withoutOutgoing = (open: OpenState, sent: ClientId): OpenState => ({
  ...open,
  outgoing: open.outgoing.filter(({ clientId }) => clientId !== sent),
});

const codeOf = (error: unknown): ErrorCode =>
  error instanceof Refusal ? error.code : "server.failed";

const mayComeBack = (error: unknown): boolean =>
  error instanceof Refusal && errorRegistry[error.code].isRetryable;
