import type { TimelineEvent } from "@veche/contracts";
import type { Log } from "../log.ts";
import {
  eventsFrame,
  type LogBatch,
  type LogFeed,
  type LogReader,
} from "./log-feed.ts";
import type { LogSight } from "./log-sight.ts";
import { encodeFrame, type Socket } from "./socket.ts";

const PAGE_EVENTS = 100;
/** Long messages make a page of fewer events: a frame stays far below a reader's budget. */
const PAGE_CHARACTERS = 100_000;

export interface LogCursorDeps {
  readonly feed: LogFeed;
  readonly socket: Socket;
  readonly log: Log;
  readonly sight: LogSight;
}

/**
 * How far one connection was told one log. Its three phases need no switch between them: while behind it reads pages
 * (backfill); the check that nothing is left and the return to rest happen in one turn of the event loop (cutover);
 * at rest it passes on the very next batch and reads for anything else (live). So an event committed at any moment
 * is either in a page or the next batch, never in both and never in neither.
 */
export class LogCursor implements LogReader {
  readonly #deps: LogCursorDeps;
  #sentSeq: number;
  #isReading = false;
  #reading = Promise.resolve();
  #isStopped = false;

  constructor(sentSeq: number, deps: LogCursorDeps) {
    this.#sentSeq = sentSeq;
    this.#deps = deps;
    deps.feed.readers.add(this);
  }

  offer(batch: LogBatch): void {
    if (this.#isReading || batch.lastSeq <= this.#sentSeq) return;
    if (batch.firstSeq !== this.#sentSeq + 1) {
      this.pull();
      return;
    }
    const { socket, sight } = this.#deps;
    if (sight.isOpen && !batch.isTurning) socket.send(batch.frame());
    else this.#send(batch.events);
    this.#sentSeq = batch.lastSeq;
  }

  pull(): void {
    if (this.#isReading || this.#sentSeq >= this.#deps.feed.headSeq) return;
    this.catchUp().catch((error: unknown) => {
      // The comparison of heads calls again in a few seconds; nothing was skipped meanwhile.
      this.#deps.log.warn({ error }, "events could not be read");
    });
  }

  /** Lets the feed read what this reader will be told first. */
  readAhead(): Promise<void> {
    return this.#deps.feed.readAhead(this.#sentSeq);
  }

  /** Sends everything up to the head; rejects when the tables cannot be read. */
  catchUp(): Promise<void> {
    if (!this.#isReading) {
      this.#isReading = true;
      this.#reading = this.#readOn();
    }
    return this.#reading;
  }

  stop(): void {
    this.#isStopped = true;
    this.#deps.feed.readers.delete(this);
  }

  async #readOn(): Promise<void> {
    const { feed, socket } = this.#deps;
    try {
      while (!this.#isStopped && this.#sentSeq < feed.headSeq) {
        await socket.whenDrained();
        const page = fitting(await feed.read(this.#sentSeq, PAGE_EVENTS));
        if (!this.#tell(page)) return;
      }
    } finally {
      // In the same turn as the loop's last look at the head: this is the cutover.
      this.#isReading = false;
    }
  }

  /** False when there is nothing to tell, or nobody any more: they left while the page was read. */
  #tell(page: readonly TimelineEvent[]): boolean {
    const last = page.at(-1);
    if (this.#isStopped || last === undefined) return false;
    this.#send(page);
    this.#sentSeq = last.seq;
    return true;
  }

  #send(page: readonly TimelineEvent[]): void {
    const { feed, socket, sight } = this.#deps;
    const { conversationId } = feed;
    for (const { events, resets } of sight.tell(page)) {
      socket.send(eventsFrame(conversationId, events));
      const headSeq = events.at(-1)?.seq;
      if (resets && headSeq !== undefined)
        socket.send(encodeFrame({ t: "reset", conversationId, headSeq }));
    }
  }
}

function fitting(page: readonly TimelineEvent[]): readonly TimelineEvent[] {
  let characters = 0;
  const end = page.findIndex((event) => {
    characters += "body" in event ? event.body.length : 100;
    return characters > PAGE_CHARACTERS;
  });
  // One event is always sent, however long it is.
  return end === -1 ? page : page.slice(0, Math.max(1, end));
}
