import type {
  ClientId,
  ErrorCode,
  Member,
  MessageCreated,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import type { OutboxMessage, Reached } from "@veche/realtime-client";
import type { WidgetTranslator } from "../texts/translator.ts";
import { noteOf } from "./note.ts";

export type Delivery =
  | { readonly kind: "waiting" | "sent" | "delivered" | "read" }
  | { readonly kind: "refused"; readonly code: ErrorCode };

export type TimelineItem =
  | { readonly kind: "day"; readonly key: string; readonly text: string }
  | {
      readonly kind: "note";
      readonly key: string;
      readonly text: string;
      readonly time: string;
    }
  | {
      readonly kind: "message";
      readonly key: string;
      readonly isMine: boolean;
      /** Null when the same person wrote the one before. */
      readonly author: string | null;
      readonly body: string;
      readonly time: string;
      /** Null for what others wrote. */
      readonly delivery: Delivery | null;
      /** Set while the message may be sent again or dropped. */
      readonly clientId: ClientId | null;
    };

export interface TimelineFacts {
  readonly events: readonly TimelineEvent[];
  readonly unsent: readonly OutboxMessage[];
  readonly members: readonly Member[];
  readonly reached: Reached;
  readonly me: PrincipalId | null;
  readonly todayAt: number;
  readonly translator: WidgetTranslator;
}

type MessageItem = Extract<TimelineItem, { kind: "message" }>;

/** Everyone's names, those included who are no longer members. */
function namesOf({
  events,
  members,
}: TimelineFacts): ReadonlyMap<PrincipalId, string> {
  const names = new Map<PrincipalId, string>();
  for (const event of events) {
    if (event.type === "member.joined")
      names.set(event.member.principalId, event.member.name);
    if (event.type === "member.left") names.set(event.principalId, event.name);
  }
  for (const member of members) names.set(member.principalId, member.name);
  return names;
}

/** How far the farthest of the others got: one reader is enough for "read". */
function deliveryOf(
  seq: number,
  { reached: { deliveredTo, readTo } }: TimelineFacts,
): Delivery {
  if (readTo >= seq) return { kind: "read" };
  return { kind: deliveredTo >= seq ? "delivered" : "sent" };
}

function dayText(
  at: string | number,
  { todayAt, translator }: TimelineFacts,
): string {
  const dayMs = 86_400_000;
  const day = translator.date(at);
  if (day === translator.date(todayAt)) return translator.t("chat.today");
  if (day === translator.date(todayAt - dayMs))
    return translator.t("chat.yesterday");
  return day;
}

function unsentItem(
  message: OutboxMessage,
  { translator }: TimelineFacts,
): MessageItem {
  const { state } = message;
  const isRefused = state.kind === "refused";
  return {
    kind: "message",
    key: message.clientId,
    isMine: true,
    author: null,
    body: message.body,
    time: translator.time(message.writtenAt),
    delivery: isRefused
      ? { kind: "refused", code: state.code }
      : { kind: state.kind === "sent" ? "sent" : "waiting" },
    clientId: isRefused ? message.clientId : null,
  };
}

/** Collects items: opens a new day where one begins, and names an author once for a run of messages. */
class Items {
  readonly all: TimelineItem[] = [];
  readonly arrived = new Set<ClientId>();
  readonly #facts: TimelineFacts;
  readonly #names: ReadonlyMap<PrincipalId, string>;
  #lastDay = "";
  #lastAuthor: PrincipalId | null = null;

  constructor(facts: TimelineFacts) {
    this.#facts = facts;
    this.#names = namesOf(facts);
  }

  add(event: TimelineEvent): void {
    if (event.type === "message.created") this.#message(event);
    else this.#note(event);
  }

  addUnsent(message: OutboxMessage): void {
    if (this.arrived.has(message.clientId)) return;
    this.#openDay(message.writtenAt);
    this.all.push(unsentItem(message, this.#facts));
  }

  #message(event: MessageCreated): void {
    const { me, translator } = this.#facts;
    this.#openDay(event.at);
    this.arrived.add(event.clientId);
    const isMine = event.actorId === me;
    const isNamed =
      !isMine && event.actorId !== null && event.actorId !== this.#lastAuthor;
    this.#lastAuthor = event.actorId;
    this.all.push({
      kind: "message",
      key: event.clientId,
      isMine,
      author:
        isNamed && event.actorId !== null
          ? (this.#names.get(event.actorId) ?? null)
          : null,
      body: event.body,
      time: translator.time(event.at),
      delivery: isMine ? deliveryOf(event.seq, this.#facts) : null,
      clientId: null,
    });
  }

  #note(event: TimelineEvent): void {
    const { translator } = this.#facts;
    const text = noteOf(event, this.#facts);
    if (text === null) return;
    this.#openDay(event.at);
    this.#lastAuthor = null;
    this.all.push({
      kind: "note",
      key: `note ${event.seq}`,
      text,
      time: translator.time(event.at),
    });
  }

  #openDay(at: string | number): void {
    const text = dayText(at, this.#facts);
    if (text === this.#lastDay) return;
    this.#lastDay = text;
    this.#lastAuthor = null;
    this.all.push({ kind: "day", key: `day ${text}`, text });
  }
}

/** What the chat shows, in order: days, messages and what happened between them, then what is on its way. */
export function timelineOf(facts: TimelineFacts): readonly TimelineItem[] {
  const items = new Items(facts);
  for (const event of facts.events) items.add(event);
  for (const message of facts.unsent) items.addUnsent(message);
  return items.all;
}
