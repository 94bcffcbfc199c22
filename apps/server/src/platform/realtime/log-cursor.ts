import type { DeviceClass } from "@veche/contracts";
import type { Log } from "../log.ts";
import { eventsFrame, type LogBatch } from "./log-batch.ts";
import type { GuestSight } from "./guest-sight.ts";
import type { LogFeed, LogReader } from "./log-feed.ts";
import { LogSight } from "./log-sight.ts";
import { MAX_GAP_EVENTS } from "./realtime-options.ts";
import { encodeFrame, type Socket } from "./socket.ts";

export interface LogCursorDeps {
  readonly socket: Socket;
  readonly log: Log;
  readonly device: DeviceClass | null;
}

/** What one connection is told of one log. */
export interface LogView {
  readonly feed: LogFeed;
  /** Nearly all logs open on any device: of them only the position is kept up to which that was decided. */
  readonly sight: LogSight | GuestSight | number;
}

/**
 * How far one connection was told one log. Its three phases need no switch between them: while behind it reads pages
 * (backfill); the check that nothing is left and the return to rest happen in one turn of the event loop (cutover);
 * at rest it passes on the very next batch and reads for anything else (live). So an event committed at any moment
 * is either in a page or the next batch, never in both and never in neither.
 */
export class LogCursor implements LogReader {
  readonly feed: LogFeed;
  #sight: LogSight | GuestSight | number;
  readonly #deps: LogCursorDeps;
  #sentSeq: number;
  /** The head of the log when this reader began to read on; undefined at rest. */
  #readingSinceHead: number | undefined;
  #reading: Promise<void> | undefined;
  #isStopped = false;

  /** `deps` are shared by all cursors of a connection: there are a great many. */
  constructor(sentSeq: number, { feed, sight }: LogView, deps: LogCursorDeps) {
    this.feed = feed;
    this.#sight = sight;
    this.#deps = deps;
    this.#sentSeq = sentSeq;
    feed.readers.add(this);
  }

  offer(batch: LogBatch): void {
    if (this.#readingSinceHead !== undefined) {
      this.#cutWhenFarBehind();
      return;
    }
    if (batch.lastSeq <= this.#sentSeq) return;
    if (batch.firstSeq === this.#sentSeq + 1) this.#tell(batch);
    else this.pull();
  }

  pull(): void {
    if (this.#readingSinceHead !== undefined) {
      this.#cutWhenFarBehind();
      return;
    }
    this.catchUp()?.catch((error: unknown) => {
      // The comparison of heads calls again in a few seconds; nothing was skipped meanwhile.
      this.#deps.log.warn({ error }, "events could not be read");
    });
  }

  /** Lets the feed read what this reader will be told first; undefined when it is there. */
  readAhead(): Promise<void> | undefined {
    return this.feed.readAhead(this.#sentSeq);
  }

  /** Sends everything up to the head: at once what is in memory; the rest when it settles, or it rejects. */
  catchUp(): Promise<void> | undefined {
    if (this.#readingSinceHead !== undefined) return this.#reading;
    while (this.#isBehind && this.#deps.socket.isDrained) {
      const page = this.feed.pageHeld(this.#sentSeq);
      if (page === undefined) break;
      this.#tell(page);
    }
    if (!this.#isBehind) return undefined;
    this.#readingSinceHead = this.feed.headSeq;
    this.#reading = this.#readOn();
    return this.#reading;
  }

  stop(): void {
    this.#isStopped = true;
    this.feed.readers.delete(this);
  }

  get #isBehind(): boolean {
    return !this.#isStopped && this.#sentSeq < this.feed.headSeq;
  }

  /** Of one who takes nothing a gap would grow for ever: they come back to a reset, and read by pages. */
  #cutWhenFarBehind(): void {
    const { socket } = this.#deps;
    const reachable = Math.max(this.#sentSeq, this.#readingSinceHead ?? 0);
    const isFarBehind = this.feed.headSeq - reachable > MAX_GAP_EVENTS;
    if (isFarBehind && !socket.isDrained) socket.close("slow_consumer");
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#isBehind) {
        await this.#deps.socket.whenDrained();
        const page = await this.feed.page(this.#sentSeq);
        // They may have left while the page was read.
        if (page === undefined || this.#isStopped) return;
        this.#tell(page);
      }
    } finally {
      // In the same turn as the loop's last look at the head: this is the cutover.
      this.#readingSinceHead = undefined;
      this.#reading = undefined;
    }
  }

  #tell(batch: LogBatch): void {
    this.#sentSeq = batch.lastSeq;
    const isOpen = typeof this.#sight === "number" || this.#sight.isOpen;
    if (isOpen && !batch.isTurning) this.#deps.socket.send(batch.frame());
    else this.#send(batch);
  }

  /** To one who may not see all of it. */
  #send({ conversationId, events: all }: LogBatch): void {
    const { socket, device } = this.#deps;
    if (typeof this.#sight === "number")
      this.#sight = new LogSight(device, {
        confidentiality: null,
        headSeq: this.#sight,
      });
    for (const { events, resets } of this.#sight.tell(all)) {
      socket.send(eventsFrame(conversationId, events));
      const headSeq = events.at(-1)?.seq;
      if (resets && headSeq !== undefined)
        socket.send(encodeFrame({ t: "reset", conversationId, headSeq }));
    }
  }
}
