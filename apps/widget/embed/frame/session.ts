import { isRetryable, type ClientId, type ErrorCode } from "@veche/contracts";
import { createStore, type Readable, type Store } from "@veche/realtime-client";
import { Refusal, type Asks } from "./ask.ts";
import {
  openedAfter,
  withEvents,
  withoutOutgoing,
  withRefused,
  type EmbedState,
  type OpenState,
  type Outgoing,
} from "./embed-state.ts";

export interface SessionPowers {
  readonly asks: Asks;
  /** A fresh token of the page; null when it has none. */
  readonly freshToken: () => Promise<string | null>;
  readonly wait: (delayMs: number) => Promise<void>;
  readonly newClientId: () => ClientId;
}

interface Waiting extends Pick<Outgoing, "clientId" | "body"> {
  readonly embedToken: string;
}

const pollWaitMs = 25_000;
const pauseMs = 2_000;
/** A page whose tokens are over when they come (its clock is wrong) is asked no more than this often in a row. */
const maxStaleTokens = 3;

/** One conversation: opened with the page's token, followed by questions that wait for news. */
export class EmbedSession {
  readonly #powers: SessionPowers;
  readonly #state: Store<EmbedState> = createStore<EmbedState>({
    kind: "opening",
    isAway: false,
  });
  #before: OpenState | null = null;
  #isTokenOver = true;
  #staleTokens = 0;
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
        await (this.#isTokenOver ? this.#open() : this.#follow());
        void this.#sendWaiting();
      } catch (error) {
        await this.#recover(codeOf(error));
      }
    }
  }

  /** After a refusal: opens it anew, with what stood here before. */
  retry(): Promise<void> {
    const present = this.#state.get();
    if (present.kind !== "refused") return Promise.resolve();
    this.#before = present.before;
    this.#isTokenOver = true;
    this.#staleTokens = 0;
    this.#state.set({ kind: "opening", isAway: false });
    return this.run();
  }

  send(body: string): void {
    const clientId = this.#powers.newClientId();
    this.#amend((open) => ({
      ...open,
      outgoing: [...open.outgoing, { clientId, body, refused: null }],
    }));
    void this.#sendWaiting();
  }

  /** A message that was refused goes out once more, under the same id. */
  sendAgain(clientId: ClientId): void {
    this.#amend((open) => withRefused(open, clientId, null));
    void this.#sendWaiting();
  }

  /** A message that was refused is not wanted any more. */
  giveUp(clientId: ClientId): void {
    this.#amend((open) => withoutOutgoing(open, clientId));
  }

  markRead(): void {
    const present = this.#state.get();
    if (present.kind !== "open" || present.log.seq <= this.#readTo) return;
    this.#readTo = present.log.seq;
    this.#amend((open) => ({ ...open, unreadCount: 0 }));
    this.#powers.asks
      .read(present.opened.embedToken, this.#readTo)
      // Lost, it is made good by the next one.
      .catch(() => undefined);
  }

  #amend(change: (open: OpenState) => OpenState): void {
    const present = this.#state.get();
    if (present.kind === "open") this.#state.set(change(present));
  }

  #refuse(code: Extract<EmbedState, { kind: "refused" }>["code"]): void {
    const present = this.#state.get();
    this.#state.set({
      kind: "refused",
      code,
      before: present.kind === "open" ? present : this.#before,
    });
  }

  async #open(): Promise<void> {
    const pageToken = await this.#powers.freshToken();
    if (pageToken === null) {
      this.#refuse("no_token");
      return;
    }
    const opened = await this.#powers.asks.open(pageToken);
    const present = this.#state.get();
    const before = present.kind === "open" ? present : this.#before;
    this.#isTokenOver = false;
    this.#staleTokens = 0;
    this.#state.set(openedAfter(before, opened));
  }

  async #follow(): Promise<void> {
    const present = this.#state.get();
    if (present.kind !== "open") return;
    const { asks } = this.#powers;
    const { embedToken, conversation } = present.opened;
    const isBehind = present.log.seq < conversation.headSeq;
    const waitMs = isBehind ? 0 : pollWaitMs;
    const page = await asks.events(embedToken, present.log.seq, waitMs);
    this.#amend((open) => withEvents(open, page));
    if (isBehind) return;
    const card = await asks.card(embedToken);
    this.#amend((open) => ({ ...open, opened: { ...open.opened, card } }));
  }

  async #recover(code: ErrorCode): Promise<void> {
    if (code === "application.token_expired" && !this.#isTokenOver) {
      this.#isTokenOver = true;
      return;
    }
    if (code === "application.token_expired") this.#staleTokens += 1;
    if (!mayComeBack(code) || this.#staleTokens >= maxStaleTokens) {
      this.#refuse(code);
      return;
    }
    const present = this.#state.get();
    if (present.kind !== "refused")
      this.#state.set({ ...present, isAway: true });
    await this.#powers.wait(pauseMs);
  }

  async #sendWaiting(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (
        let first = this.#first();
        first !== undefined;
        first = this.#first()
      )
        if (!(await this.#deliver(first))) return;
    } finally {
      this.#isSending = false;
    }
  }

  /** False: the line is away; what waits goes out later under the same ids. */
  async #deliver({ clientId, body, embedToken }: Waiting): Promise<boolean> {
    try {
      await this.#powers.asks.send(embedToken, { clientId, body });
      this.#amend((open) => withoutOutgoing(open, clientId));
    } catch (error) {
      const code = codeOf(error);
      if (mayComeBack(code)) return false;
      this.#amend((open) => withRefused(open, clientId, code));
    }
    return true;
  }

  #first(): Waiting | undefined {
    const present = this.#state.get();
    if (present.kind !== "open") return undefined;
    const { embedToken } = present.opened;
    const next = present.outgoing.find(({ refused }) => refused === null);
    return next && { ...next, embedToken };
  }
}

const codeOf = (error: unknown): ErrorCode =>
  error instanceof Refusal ? error.code : "server.failed";

const mayComeBack = (code: ErrorCode): boolean => isRetryable(code);
