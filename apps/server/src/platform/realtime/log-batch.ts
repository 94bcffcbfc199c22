import type { ConversationId, TimelineEvent } from "@veche/contracts";
import { turnsSight } from "./log-sight.ts";
import { encodeFrame, type EncodedFrame } from "./socket.ts";

/** Long messages make a page of fewer events: a frame stays far below a reader's budget. */
const PAGE_CHARACTERS = 100_000;

/** Consecutive events of one log and the frame that carries them, built once for all readers. */
export class LogBatch {
  readonly conversationId: ConversationId;
  readonly events: readonly [TimelineEvent, ...TimelineEvent[]];
  #frame: EncodedFrame | undefined;

  constructor(
    conversationId: ConversationId,
    events: readonly [TimelineEvent, ...TimelineEvent[]],
  ) {
    this.conversationId = conversationId;
    this.events = events;
  }

  get firstSeq(): number {
    return this.events[0].seq;
  }

  get lastSeq(): number {
    return (this.events.at(-1) ?? this.events[0]).seq;
  }

  /** Something in it changes who may read: it cannot go to all alike. */
  get isTurning(): boolean {
    return this.events.some(turnsSight);
  }

  frame(): EncodedFrame {
    this.#frame ??= eventsFrame(this.conversationId, this.events);
    return this.#frame;
  }
}

/** The events as a batch of so many as fit into a frame; undefined for none. */
export function batchOf(
  conversationId: ConversationId,
  events: readonly TimelineEvent[],
): LogBatch | undefined {
  const [first, ...others] = fitting(events);
  return first && new LogBatch(conversationId, [first, ...others]);
}

export const eventsFrame = (
  conversationId: ConversationId,
  events: readonly TimelineEvent[],
): EncodedFrame => encodeFrame({ t: "events", conversationId, events });

function fitting(page: readonly TimelineEvent[]): readonly TimelineEvent[] {
  let characters = 0;
  const end = page.findIndex((event) => {
    characters += "body" in event ? event.body.length : 100;
    return characters > PAGE_CHARACTERS;
  });
  // One event is always sent, however long it is.
  return end === -1 ? page : page.slice(0, Math.max(1, end));
}
