import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { JanusHandle } from "../janus/janus-handle.ts";
import type { RoomId } from "@veche/contracts";
import type { JanusMessage } from "../janus/janus-line.ts";
import { LayerKeeper, type LayerKeeperDeps } from "./layer-keeper.ts";
import { planChange, type Change } from "./plan-change.ts";
import type { Turns } from "./turns.ts";
import {
  startViewing,
  viewFirst,
  viewInstead,
  viewLess,
  viewMore,
  type Viewed,
  type ViewedLine,
} from "./video-room.ts";
import { isSameLine, type FeedLine, type HeldLine } from "./wanted-lines.ts";

export interface ViewerDeps extends Pick<LayerKeeperDeps, "nowMs" | "shown"> {
  readonly room: RoomId;
  readonly attach: (
    onNews: (message: JanusMessage) => void,
  ) => Promise<JanusHandle>;
  /** What this viewer is to get now, who has these lines. */
  readonly wanted: (held: readonly HeldLine[]) => readonly FeedLine[];
  /** Is what the line came from still in the room? */
  readonly isThere: (line: HeldLine) => boolean;
  readonly offer: (sdp: string, lines: readonly HeldLine[]) => void;
  /** The lines that stand carry others now; nothing is to be answered. */
  readonly changed: (lines: readonly HeldLine[]) => void;
  /** Changes of all viewers of the room wait for each other: many who come at once would drown the media server. */
  readonly turns: Turns;
  readonly log: Log;
  readonly timers: Timers;
}

/** What the media server sends to one participant: one connection, renegotiated only when the number of its lines grows or falls. */
export interface Viewer extends Disposable {
  /** Looks at what is wanted and changes what differs, once the last offer is answered. */
  follow(): void;
  /** What is shown, or how, is another now. */
  lookAgain(): void;
  /** Says again what may have been lost on the way: the offer, or whose the lines are. */
  repeat(): void;
  answer(sdp: string): Promise<void>;
  handle(): JanusHandle | undefined;
}

/** A feed that was gone again before it was viewed: by then the room tells so. */
const retryAfterMs = 300;

export const createViewer = (deps: ViewerDeps): Viewer => new OneViewer(deps);

class OneViewer implements Viewer {
  readonly #deps: ViewerDeps;
  readonly #layers: LayerKeeper;
  #handle: JanusHandle | undefined;
  #lines: readonly HeldLine[] = [];
  #unanswered: string | undefined;
  /** What arrives changed after the offer that is on its way. */
  #isStale = false;
  #isClosed = false;
  #work: Promise<void> = Promise.resolve();
  #retry: Disposable | undefined;

  constructor(deps: ViewerDeps) {
    this.#deps = deps;
    this.#layers = new LayerKeeper({
      ...deps,
      starvedChanged: () => {
        if (this.#unanswered === undefined) deps.changed(this.#coming());
        else this.#isStale = true;
      },
      failed: (error) =>
        deps.log.warn({ error }, "layers of a viewer could not be chosen"),
    });
  }

  lookAgain(): void {
    if (this.#handle !== undefined)
      this.#layers.follow(this.#handle, this.#lines);
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
      this.#deps.offer(this.#unanswered, this.#coming());
    else if (this.#handle !== undefined) this.#deps.changed(this.#coming());
  }

  handle(): JanusHandle | undefined {
    return this.#handle;
  }

  async answer(sdp: string): Promise<void> {
    await this.#enqueue(async () => {
      if (this.#unanswered === undefined || this.#handle === undefined) return;
      await startViewing(this.#handle, sdp);
      this.#unanswered = undefined;
      if (this.#isStale) this.#deps.changed(this.#coming());
      this.#isStale = false;
    });
    this.follow();
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    this.#layers[Symbol.dispose]();
    this.#retry?.[Symbol.dispose]();
  }

  async #step(): Promise<void> {
    if (this.#isClosed || this.#unanswered !== undefined) return;
    if (this.#plan().kind === "none") return;
    await this.#deps.turns.take(() => this.#stepNow());
    await this.#step();
  }

  /* Whatever else happened while this viewer waited for its turn is done with it. */
  async #stepNow(): Promise<void> {
    if (this.#isClosed) return;
    const wanted = this.#deps.wanted(this.#lines);
    const viewed = await this.#change(wanted);
    if (viewed === undefined) return;
    this.#lines = this.#named(viewed.lines, wanted);
    this.#unanswered = viewed.sdp;
    this.lookAgain();
    if (viewed.sdp === undefined) this.#deps.changed(this.#coming());
    else this.#deps.offer(viewed.sdp, this.#coming());
  }

  #plan(wanted = this.#deps.wanted(this.#lines)): Change {
    return planChange(this.#lines, wanted, this.#deps.isThere);
  }

  async #change(wanted: readonly FeedLine[]): Promise<Viewed | undefined> {
    const { attach, room } = this.#deps;
    const plan = this.#plan(wanted);
    const handle = this.#handle;
    switch (plan.kind) {
      case "none":
        return undefined;
      case "less":
        return handle && viewLess(handle, plan.mids);
      case "instead":
        return handle && viewInstead(handle, plan.changes);
      case "more": {
        if (handle !== undefined) return viewMore(handle, plan.lines);
        const attached: JanusHandle = await attach((message) =>
          this.#layers.heard(attached, message),
        );
        const viewed = await viewFirst(attached, room, plan.lines);
        this.#handle = attached;
        return viewed;
      }
    }
  }

  /** What arrives: a picture without room is not told of. */
  #coming(): readonly HeldLine[] {
    return this.#lines.filter((line) => !this.#layers.isStarved(line));
  }

  /** Janus names lines by their feed; what each carries is what it was asked for. */
  #named(
    lines: readonly ViewedLine[],
    wanted: readonly FeedLine[],
  ): readonly HeldLine[] {
    const known: readonly (FeedLine | HeldLine)[] = [...wanted, ...this.#lines];
    return lines.flatMap((line) => {
      const source = known.find((one) => isSameLine(one, line))?.source;
      return source === undefined ? [] : [{ ...line, source }];
    });
  }

  /* One thing after another: two changes in flight break the negotiation. */
  #enqueue(task: () => Promise<void>): Promise<void> {
    const done = this.#work.then(task);
    this.#work = done.catch(() => undefined);
    return done;
  }
}
