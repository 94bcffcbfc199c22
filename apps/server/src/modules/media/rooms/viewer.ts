import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { JanusHandle } from "../janus/janus-handle.ts";
import type { RoomId } from "@veche/contracts";
import {
  startViewing,
  viewFeeds,
  viewLess,
  viewMore,
  type FeedId,
  type Viewed,
  type ViewedLine,
} from "./video-room.ts";

export interface ViewerDeps {
  readonly room: RoomId;
  readonly attach: () => Promise<JanusHandle>;
  /** What is there to be seen by this viewer now. */
  readonly feeds: () => readonly FeedId[];
  readonly offer: (sdp: string, lines: readonly ViewedLine[]) => void;
  readonly log: Log;
  readonly timers: Timers;
}

/** What the media server sends to one participant: one connection, renegotiated whenever somebody comes or goes. */
export interface Viewer extends Disposable {
  /** Looks at what is there and offers what differs, once the last offer is answered. */
  follow(): void;
  /** Offers again what is not answered yet: the offer may have been lost on the way. */
  repeat(): void;
  answer(sdp: string): Promise<void>;
  handle(): JanusHandle | undefined;
}

/** A feed that was gone again before it was viewed: by then the room tells so. */
const retryAfterMs = 300;

export const createViewer = (deps: ViewerDeps): Viewer => new OneViewer(deps);

class OneViewer implements Viewer {
  readonly #deps: ViewerDeps;
  #handle: JanusHandle | undefined;
  #lines: readonly ViewedLine[] = [];
  #unanswered: string | undefined;
  #isClosed = false;
  #work: Promise<void> = Promise.resolve();
  #retry: Disposable | undefined;

  constructor(deps: ViewerDeps) {
    this.#deps = deps;
  }

  follow(): void {
    this.#enqueue(() => this.#step()).catch((error: unknown) => {
      if (this.#isClosed) return;
      const { log, timers } = this.#deps;
      log.warn({ error }, "what a participant sees could not be changed");
      this.#retry?.[Symbol.dispose]();
      this.#retry = timers.after(retryAfterMs, () => this.follow());
    });
  }

  repeat(): void {
    if (this.#unanswered !== undefined)
      this.#deps.offer(this.#unanswered, this.#lines);
  }

  handle(): JanusHandle | undefined {
    return this.#handle;
  }

  async answer(sdp: string): Promise<void> {
    await this.#enqueue(async () => {
      if (this.#unanswered === undefined || this.#handle === undefined) return;
      await startViewing(this.#handle, sdp);
      this.#unanswered = undefined;
    });
    this.follow();
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#retry?.[Symbol.dispose]();
  }

  async #step(): Promise<void> {
    if (this.#isClosed || this.#unanswered !== undefined) return;
    const viewed = await this.#change();
    if (viewed === undefined) return;
    this.#lines = viewed.lines;
    if (viewed.sdp === undefined) {
      await this.#step();
      return;
    }
    this.#unanswered = viewed.sdp;
    this.#deps.offer(viewed.sdp, this.#lines);
  }

  async #change(): Promise<Viewed | undefined> {
    const { feeds, attach, room } = this.#deps;
    const present = feeds();
    const gone = this.#lines.filter(({ feedId }) => !present.includes(feedId));
    const come = present.filter((feed) =>
      this.#lines.every(({ feedId }) => feedId !== feed),
    );
    if (this.#handle !== undefined && gone.length > 0) {
      const mids = gone.map(({ mid }) => mid);
      return viewLess(this.#handle, mids);
    }
    if (come.length === 0) return undefined;
    if (this.#handle !== undefined) return viewMore(this.#handle, come);
    const attached = await attach();
    const viewed = await viewFeeds(attached, room, come);
    this.#handle = attached;
    return viewed;
  }

  /* One thing after another: two changes in flight break the negotiation. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.#work.then(task);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
