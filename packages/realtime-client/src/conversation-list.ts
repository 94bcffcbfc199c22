import type {
  Conversation,
  ConversationId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import { membersAfter } from "./members.ts";
import { createStore } from "./store.ts";

const isNews = (
  event: TimelineEvent,
  me: PrincipalId,
  readTo: number,
): boolean =>
  event.type === "message.created" &&
  event.actorId !== me &&
  event.seq > readTo;

/** The conversations I am in, those with the newest message first, kept right between two welcomes. */
export class ConversationList {
  readonly store = createStore<readonly Conversation[]>([]);
  readonly #me: () => PrincipalId | undefined;

  constructor(me: () => PrincipalId | undefined) {
    this.#me = me;
  }

  replace(conversations: readonly Conversation[]): void {
    this.store.set(conversations);
  }

  put(conversation: Conversation): void {
    const others = this.store.get().filter(({ id }) => id !== conversation.id);
    const isKnown = others.length < this.store.get().length;
    this.store.set(
      isKnown
        ? this.store
            .get()
            .map((one) => (one.id === conversation.id ? conversation : one))
        : [conversation, ...others],
    );
  }

  remove(conversationId: ConversationId): void {
    this.store.set(this.store.get().filter(({ id }) => id !== conversationId));
  }

  /** Events new to the log of a conversation, in order; `held` is all the log holds, for the recount of what is unread. */
  happened(
    conversationId: ConversationId,
    fresh: readonly TimelineEvent[],
    held: readonly TimelineEvent[],
  ): void {
    const conversation = this.store
      .get()
      .find(({ id }) => id === conversationId);
    const last = fresh.at(-1);
    if (conversation === undefined || last === undefined) return;
    const updated = this.#updated(conversation, fresh, held);
    if (!fresh.some(({ type }) => type === "message.created")) {
      this.put(updated);
      return;
    }
    this.store.set([
      updated,
      ...this.store.get().filter(({ id }) => id !== conversationId),
    ]);
  }

  #updated(
    before: Conversation,
    fresh: readonly TimelineEvent[],
    held: readonly TimelineEvent[],
  ): Conversation {
    const me = this.#me();
    const members = [...membersAfter(before.members, fresh)];
    const headSeq = Math.max(before.headSeq, fresh.at(-1)?.seq ?? 0);
    if (me === undefined) return { ...before, members, headSeq };
    const readTo =
      members.find(({ principalId }) => principalId === me)?.readTo ?? 0;
    const firstHeld = held[0]?.seq ?? headSeq + 1;
    const isCountable = firstHeld <= readTo + 1;
    // A gap's events are counted in the welcome already; only what lies after its head adds to it.
    const news = fresh.filter(
      (event) => event.seq > before.headSeq && isNews(event, me, readTo),
    ).length;
    const unreadCount = isCountable
      ? held.filter((event) => isNews(event, me, readTo)).length
      : readTo >= headSeq
        ? 0
        : before.unreadCount + news;
    return { ...before, members, headSeq, unreadCount };
  }
}
