import type { LadderStep } from "@veche/contracts";
import type { CallPlatform, PeerConnection } from "../call-platform.ts";
import { limitsOf } from "../ladder/ladder.ts";
import type { OutgoingTracks } from "../local-media.ts";
import { changeEncodings } from "./change-encodings.ts";
import { forCamera, forScreen } from "./codec-preferences.ts";
import { TrackCarrier } from "./track-carrier.ts";

export type MediaRole = keyof OutgoingTracks;
export type RemoteTracks = Readonly<Record<MediaRole, MediaStreamTrack | null>>;

const screenRoles: readonly MediaRole[] = ["screen", "screenSound"];

/**
 * A camera begins with half its width and height: that fits the rate at which a browser begins, so that the first
 * picture goes out at once instead of after several that are thrown away.
 */
const firstScale = 2;

const personRoles: Readonly<Record<string, MediaRole>> = {
  audio: "microphone",
  video: "camera",
};
const screenRolesByKind: Readonly<Record<string, MediaRole>> = {
  audio: "screenSound",
  video: "screen",
};

/**
 * The four lines of a connection, both ways each, there from the first offer on: whatever is switched on later needs
 * no new negotiation, only a track.
 */
export class MediaLines {
  readonly #connection: PeerConnection;
  readonly #platform: CallPlatform;
  readonly #lines = new Map<MediaRole, RTCRtpTransceiver>();
  readonly #carrier = new TrackCarrier();
  #firstScale = firstScale;
  #limits = limitsOf("full");

  constructor(connection: PeerConnection, platform: CallPlatform) {
    this.#connection = connection;
    this.#platform = platform;
  }

  /** The offering side makes the lines. */
  create(): void {
    const codecs = this.#platform.videoCodecs();
    const add = (
      role: MediaRole,
      kind: "audio" | "video",
    ): RTCRtpTransceiver => {
      const line = this.#connection.addTransceiver(kind, {
        direction: "sendrecv",
        ...(role === "camera" && {
          sendEncodings: [{ scaleResolutionDownBy: firstScale }],
        }),
      });
      this.#lines.set(role, line);
      return line;
    };
    add("microphone", "audio");
    const camera = add("camera", "video");
    const screen = add("screen", "video");
    add("screenSound", "audio");
    if (codecs === undefined) return;
    camera.setCodecPreferences(forCamera(codecs));
    screen.setCodecPreferences(forScreen(codecs));
  }

  /** The answering side takes those the offer made; `screenMids` tells which carry a screen. */
  adopt(screenMids: readonly string[]): void {
    for (const line of this.#connection.getTransceivers()) {
      if (line.mid === null) continue;
      const roles = screenMids.includes(line.mid)
        ? screenRolesByKind
        : personRoles;
      const role = roles[line.receiver.track.kind];
      if (role === undefined || this.#lines.has(role)) continue;
      line.direction = "sendrecv";
      this.#lines.set(role, line);
      if (role === "camera") this.#size();
    }
  }

  /** The connection carries pictures: from now on whole ones. */
  sharpen(): void {
    this.#firstScale = 1;
    this.#size();
  }

  /** No more of the camera than this step of the ladder lets through. */
  limit(step: LadderStep): void {
    this.#limits = limitsOf(step);
    this.#size();
  }

  screenMids(): string[] {
    return screenRoles.flatMap((role) => this.#lines.get(role)?.mid ?? []);
  }

  /** Sends these tracks from now on. */
  carry(tracks: OutgoingTracks): void {
    this.#carrier.carry(this.#lines, tracks);
  }

  #size(): void {
    const camera = this.#lines.get("camera");
    if (camera === undefined) return;
    const { scale, framesPerSecond, maxKbps } = this.#limits;
    changeEncodings(camera.sender, (encoding) => ({
      ...withoutLimits(encoding),
      scaleResolutionDownBy: Math.max(this.#firstScale, scale),
      ...(framesPerSecond === undefined
        ? {}
        : { maxFramerate: framesPerSecond }),
      ...(maxKbps === undefined ? {} : { maxBitrate: maxKbps * 1000 }),
    }));
  }

  received(): RemoteTracks {
    const track = (role: MediaRole): MediaStreamTrack | null =>
      this.#lines.get(role)?.receiver.track ?? null;
    return {
      microphone: track("microphone"),
      camera: track("camera"),
      screen: track("screen"),
      screenSound: track("screenSound"),
    };
  }
}

function withoutLimits({
  maxFramerate: _frames,
  maxBitrate: _rate,
  ...rest
}: RTCRtpEncodingParameters): RTCRtpEncodingParameters {
  return rest;
}
