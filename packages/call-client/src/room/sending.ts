import type { IceServer, LadderStep, SentLine } from "@veche/contracts";
import type { CallPlatform, PeerConnection } from "../call-platform.ts";
import type { OutgoingTracks } from "../local-media.ts";
import { limitsOf } from "../ladder/ladder.ts";
import { changeEncodings } from "../transport/change-encodings.ts";
import { TrackCarrier } from "../transport/track-carrier.ts";
import { withQuickStart } from "../transport/quick-start.ts";
import { watchConnection, type ConnectionState } from "./watch-connection.ts";

/** A picture in three sizes: everybody is sent the one that fits their line and their tile. */
const cameraLayers: RTCRtpEncodingParameters[] = [
  { rid: "h", maxBitrate: 900_000 },
  { rid: "m", maxBitrate: 300_000, scaleResolutionDownBy: 2 },
  { rid: "l", maxBitrate: 100_000, scaleResolutionDownBy: 4 },
];
const kinds: Readonly<Record<keyof OutgoingTracks, "audio" | "video">> = {
  microphone: "audio",
  camera: "video",
  screen: "video",
  screenSound: "audio",
};

const placeOf = ({ rid }: RTCRtpEncodingParameters): number =>
  cameraLayers.findIndex((layer) => layer.rid === rid);

export interface ConnectionDeps {
  readonly platform: CallPlatform;
  readonly iceServers: readonly IceServer[];
  readonly changed: (state: ConnectionState) => void;
  readonly found: (candidate: RTCIceCandidate) => void;
}

/** What I send to the media server: four lines from the start, so that whatever is switched on later needs a track only. */
export class Sending {
  readonly #connection: PeerConnection;
  readonly #lines = new Map<keyof OutgoingTracks, RTCRtpTransceiver>();
  readonly #carrier = new TrackCarrier();

  constructor({ platform, iceServers, changed, found }: ConnectionDeps) {
    this.#connection = platform.createPeerConnection({
      iceServers: iceServers.map((server) => ({ ...server })),
      bundlePolicy: "max-bundle",
    });
    watchConnection(this.#connection, { changed, found });
    // The keys are those of the record above.
    for (const source of Object.keys(kinds) as (keyof OutgoingTracks)[]) {
      const line = this.#connection.addTransceiver(kinds[source], {
        direction: "sendonly",
        ...(source === "camera" && { sendEncodings: cameraLayers }),
      });
      this.#lines.set(source, line);
    }
  }

  /** Offers all lines by `publish` and takes its answer. Rejects with what `publish` rejects with. */
  async begin(
    publish: (sdp: string, lines: SentLine[]) => Promise<string>,
  ): Promise<void> {
    await this.#connection.setLocalDescription();
    const sdp = this.#connection.localDescription?.sdp ?? "";
    const lines = [...this.#lines].flatMap(([source, { mid }]) =>
      mid === null ? [] : [{ mid, source }],
    );
    const answer = await publish(sdp, lines);
    await this.#connection.setRemoteDescription({
      type: "answer",
      sdp: withQuickStart(answer),
    });
  }

  /** Sends these tracks from now on. */
  carry(tracks: OutgoingTracks): void {
    this.#carrier.carry(this.#lines, tracks);
  }

  /** No more of the camera's sizes than this step of the ladder lets through, and the last ones with few frames. */
  limit(step: LadderStep): void {
    const camera = this.#lines.get("camera");
    if (camera === undefined) return;
    const { layers, framesPerSecond } = limitsOf(step);
    changeEncodings(camera.sender, ({ maxFramerate: _, ...encoding }) => ({
      ...encoding,
      active: placeOf(encoding) >= cameraLayers.length - layers,
      ...(framesPerSecond === undefined
        ? {}
        : { maxFramerate: framesPerSecond }),
    }));
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  close(): void {
    this.#connection.close();
  }
}
