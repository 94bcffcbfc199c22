import type { RoomId, SentLine } from "@veche/contracts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import {
  openJanusSession,
  type JanusHandle,
  type JanusSession,
} from "../janus/janus-handle.ts";
import type { JanusLine, JanusMessage } from "../janus/janus-line.ts";
import { connectionSaid, Incoming } from "./incoming.ts";
import { FeedRecorder } from "./feed-recorder.ts";
import type { Published, Trickled } from "./room-face.ts";
import { trackFilesOf, type TrackFile } from "./track-files.ts";
import { publishFeed, type FeedId } from "./video-room.ts";
import { Voice } from "./voice.ts";
import { createViewer, type Viewer, type ViewerDeps } from "./viewer.ts";

export interface ParticipantDeps extends Pick<
  ViewerDeps,
  "shown" | "nowMs" | "wanted" | "isThere" | "offer" | "changed" | "turns"
> {
  readonly line: JanusLine;
  readonly room: RoomId;
  readonly feedId: FeedId;
  /** What they send, by line. */
  readonly lines: readonly SentLine[];
  readonly log: Log;
  readonly timers: Timers;
  /** Their feed can be viewed, or no longer. */
  readonly feedChanged: () => void;
  /** They began to talk, or ended. */
  readonly talked: () => void;
  /** Nothing comes of them any more, and Janus doesn't know why: it never asks whether anybody is there. */
  readonly fellSilent: () => void;
}

/** One life of a participant at the media server: a session with a connection for sending and one for receiving. */
export class Participant {
  readonly viewer: Viewer;
  readonly feedId: FeedId;
  readonly lines: readonly SentLine[];
  readonly recorder: FeedRecorder;
  readonly voice: Voice;
  readonly #deps: ParticipantDeps;
  readonly #incoming = new Incoming();
  #files: readonly TrackFile[] = [];
  #session: JanusSession | undefined;
  #sending: JanusHandle | undefined;
  #isUp = false;
  #isPublished = false;
  #isClosed = false;

  constructor(deps: ParticipantDeps) {
    this.#deps = deps;
    this.feedId = deps.feedId;
    this.lines = deps.lines;
    this.recorder = new FeedRecorder(deps.timers);
    this.voice = new Voice(deps.nowMs);
    this.viewer = createViewer({
      ...deps,
      attach: (onNews) => {
        if (this.#session === undefined)
          throw new Error("nobody is there to view");
        return this.#session.attach(onNews);
      },
    });
  }

  /** Can what they send be viewed? */
  get isUp(): boolean {
    return this.#isUp;
  }

  /** Looks at what they are to get. Before they are answered they know of no life here, and are offered nothing. */
  follow(): void {
    if (this.#isPublished) this.viewer.follow();
  }

  /** What would be written of them. */
  get files(): readonly TrackFile[] {
    return this.#files;
  }

  /** The media server knows nothing of this life any more. */
  lost(): void {
    this.#setUp("down");
  }

  async record(base: string): Promise<void> {
    if (this.#sending === undefined || !this.#isUp || this.#isClosed)
      throw new Error("nothing comes of this life");
    await this.recorder.begin(this.#sending, base);
  }

  async stopRecording(): Promise<void> {
    if (this.#sending === undefined || this.#isClosed) return;
    await this.recorder.stop(this.#sending);
  }

  async publish(sdp: Published["sdp"]): Promise<string> {
    const { line, room, feedId, lines } = this.#deps;
    this.#files = trackFilesOf({ sdp, lines });
    const session = await openJanusSession(line);
    this.#session = session;
    if (this.#isClosed) {
      await session.destroy();
      throw new Error("gone before it came");
    }
    this.#sending = await session.attach((message) => this.#heard(message));
    const answer = await publishFeed(this.#sending, { room, id: feedId, sdp });
    this.#isPublished = true;
    return answer;
  }

  async trickle({ connection, candidate }: Trickled): Promise<void> {
    const handle =
      connection === "sending" ? this.#sending : this.viewer.handle();
    await handle?.trickle(candidate);
  }

  /** Settles when nothing of them is left at the media server, what was written included. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.viewer[Symbol.dispose]();
    // Its files are closed with the session; nothing is asked of it any more.
    this.recorder.quiet();
    await this.#session?.destroy();
  }

  /* What is written ends with the connection; the others hear of it when the files are whole. */
  async #endRecording(): Promise<void> {
    if (this.recorder.base === null) return;
    await this.stopRecording().catch(() => undefined);
    this.recorder.forget();
    this.#deps.feedChanged();
  }

  #heard(message: JanusMessage): void {
    const { plugindata } = message;
    // Everybody's handle is told of everybody's voice.
    if (
      plugindata?.data["id"] === this.feedId &&
      this.voice.heard(plugindata.data)
    )
      this.#deps.talked();
    if (this.#incoming.heard(message)) this.#deps.fellSilent();
    this.#setUp(connectionSaid(message, this.feedId));
  }

  /* A feed exists from the moment its connection stands: before, nobody can view it. */
  #setUp(said: "down" | "up" | undefined): void {
    const isUp = said === undefined ? this.#isUp : said === "up";
    if (isUp === this.#isUp || this.#isClosed) return;
    this.#isUp = isUp;
    this.#deps.feedChanged();
    if (!isUp) void this.#endRecording();
  }
}
