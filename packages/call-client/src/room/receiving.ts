import type { JoinId, MediaSource, ReceivedLine } from "@veche/contracts";
import type { PeerConnection } from "../call-platform.ts";
import type { ConnectionDeps } from "./sending.ts";
import { watchConnection } from "./watch-connection.ts";

/** What comes from one participant, by what it is of. */
export type ReceivedTracks = Readonly<
  Partial<Record<MediaSource, MediaStreamTrack>>
>;

export interface RoomOffer {
  readonly sdp: string;
  readonly lines: readonly ReceivedLine[];
}

interface Flow {
  readonly mid: string;
  readonly frames: number;
  readonly bytes: number;
}

/** What the media server sends to me: its offers are answered in their order, over one connection. */
export class Receiving {
  readonly #connection: PeerConnection;
  #lines: readonly ReceivedLine[] = [];

  constructor({ platform, iceServers, changed, found }: ConnectionDeps) {
    this.#connection = platform.createPeerConnection({
      iceServers: iceServers.map((server) => ({ ...server })),
      bundlePolicy: "max-bundle",
    });
    watchConnection(this.#connection, { changed, found });
  }

  /** Takes an offer and hands the answer to `answer`. Rejects when it fits nothing. */
  async take(
    { sdp, lines }: RoomOffer,
    answer: (sdp: string) => Promise<unknown>,
  ): Promise<void> {
    await this.#connection.setRemoteDescription({ type: "offer", sdp });
    await this.#connection.setLocalDescription();
    this.#lines = lines;
    await answer(this.#connection.localDescription?.sdp ?? "");
  }

  /** The lines that stand carry these from now on. */
  relabel(lines: readonly ReceivedLine[]): void {
    this.#lines = lines;
  }

  tracks(): ReadonlyMap<JoinId, ReceivedTracks> {
    const byJoin = new Map<
      JoinId,
      Partial<Record<MediaSource, MediaStreamTrack>>
    >();
    for (const [line, { receiver }] of this.#present()) {
      const tracks = byJoin.get(line.joinId) ?? {};
      byJoin.set(line.joinId, tracks);
      tracks[line.source] = receiver.track;
    }
    return byJoin;
  }

  /** How loud each participant is now, 0 to 1. */
  levels(): ReadonlyMap<JoinId, number> {
    return new Map(
      this.#present().flatMap(([{ joinId, source }, { receiver }]) => {
        const [sound] =
          source === "microphone" ? receiver.getSynchronizationSources() : [];
        return sound === undefined ? [] : [[joinId, sound.audioLevel ?? 0]];
      }),
    );
  }

  /** Do these lines of a participant arrive: a picture decoded, a sound heard? */
  async arrives(
    joinId: JoinId,
    sources: readonly MediaSource[],
  ): Promise<boolean> {
    const flows: Flow[] = [];
    (await this.stats()).forEach(
      (report: Readonly<Record<string, unknown>>) => {
        const { type, mid, framesDecoded, bytesReceived } = report;
        if (type !== "inbound-rtp" || typeof mid !== "string") return;
        flows.push({
          mid,
          frames: typeof framesDecoded === "number" ? framesDecoded : 0,
          bytes: typeof bytesReceived === "number" ? bytesReceived : 0,
        });
      },
    );
    return sources.every((source) =>
      this.#lines.some(
        (line) =>
          line.joinId === joinId &&
          line.source === source &&
          flows.some(
            ({ mid, frames, bytes }) =>
              mid === line.mid &&
              (source === "camera" || source === "screen"
                ? frames > 0
                : bytes > 0),
          ),
      ),
    );
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  close(): void {
    this.#connection.close();
  }

  #present(): (readonly [ReceivedLine, RTCRtpTransceiver])[] {
    const lines = this.#connection.getTransceivers();
    return this.#lines.flatMap((line) => {
      const found = lines.find(({ mid }) => mid === line.mid);
      return found === undefined ? [] : [[line, found] as const];
    });
  }
}
