import * as datachannel from "node-datachannel";
import { Arrivals, type Arrived } from "./arrivals.ts";
import {
  Camera,
  usualCamera,
  vp8Payload,
  type CameraOptions,
} from "./camera.ts";
import { levelExtensionId, Microphone, opusPayload } from "./microphone.ts";
import { isRtcp, keyframeAsks } from "./rtp.ts";

type Connection = datachannel.PeerConnection;

export interface LightPeerOptions {
  readonly name: string;
  /** What the camera sends; null: there is none. */
  readonly camera?: CameraOptions | null;
}

/** The line a light peer sends its voice, or its picture, on. */
export const microphoneMid = "0";
export const cameraMid = "1";

let lastSsrc = 1_000;
const nextSsrc = (): number => (lastSsrc += 1);

/**
 * Both connections of a participant without a browser: what it sends looks like sound and pictures to a media server, what
 * it receives is counted and thrown away. A hundred of them fit beside the server on two cores.
 */
export class LightPeer implements Disposable {
  readonly name: string;
  readonly #options: LightPeerOptions;
  readonly #arrivals = new Map<string, Arrivals>();
  /* Tracks that nobody holds are collected with their listeners. */
  readonly #received: datachannel.Track[] = [];
  readonly #devices = new DisposableStack();
  #sending: Connection | undefined;
  #receiving: Connection | undefined;
  #microphone: Microphone | undefined;
  #begin = (): void => undefined;

  constructor(options: LightPeerOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Do both connections stand? */
  get isUp(): boolean {
    return (
      this.#sending?.state() === "connected" &&
      this.#receiving?.state() === "connected"
    );
  }

  /** An offer with a microphone, and a camera in three sizes if there is one. */
  async offer(): Promise<string> {
    const connection = newConnection(`${this.name}, sending`);
    this.#sending = connection;
    const { camera = usualCamera } = this.#options;
    const voice = addVoice(connection, this.name);
    const picture =
      camera === null ? undefined : addPicture(connection, this.name);
    this.#begin = () => {
      this.#begin = () => undefined;
      this.#microphone = new Microphone(voice.ssrc, sendOn(voice.track));
      this.#devices.use(this.#microphone);
      if (picture === undefined || camera === null) return;
      const { track, ssrcs } = picture;
      const device = new Camera(camera, { ssrcs, send: sendOn(track) });
      this.#devices.use(device);
      track.onMessage((packet) => {
        if (isRtcp(packet))
          for (const ssrc of keyframeAsks(packet)) device.askKeyframe(ssrc);
      });
    };
    connection.setLocalDescription("offer");
    const sdp = await gathered(connection);
    return picture === undefined ? sdp : withSizes(sdp, picture.ssrcs);
  }

  answered(sdp: string): void {
    this.#sending?.setRemoteDescription(sdp, "answer");
    this.#begin();
  }

  /** Takes what the media server offers and answers it; said again when lines are added or taken away. */
  async answer(offer: string): Promise<string> {
    this.#receiving ??= this.#openReceiving();
    this.#receiving.setRemoteDescription(offer, "offer");
    this.#receiving.setLocalDescription("answer");
    return gathered(this.#receiving);
  }

  say(what: "words" | "silence"): void {
    this.#microphone?.say(what);
  }

  /** What came on this line of the media server's; undefined while there is no such line. */
  arrived(mid: string): Arrived | undefined {
    return this.#arrivals.get(mid);
  }

  /** What came on all lines. */
  allArrived(): readonly Arrived[] {
    return [...this.#arrivals.values()];
  }

  forgetGaps(): void {
    for (const one of this.#arrivals.values()) one.forgetGaps();
  }

  [Symbol.dispose](): void {
    this.#devices.dispose();
    this.#sending?.close();
    this.#receiving?.close();
  }

  #openReceiving(): Connection {
    const connection = newConnection(`${this.name}, receiving`);
    connection.onTrack((track) => {
      const arrivals = new Arrivals();
      this.#arrivals.set(track.mid(), arrivals);
      this.#received.push(track);
      track.onMessage((packet) => arrivals.take(packet));
    });
    return connection;
  }
}

const newConnection = (name: string): Connection =>
  new datachannel.PeerConnection(name, {
    iceServers: [],
    disableAutoNegotiation: true,
  });

/** The description with every address in it. */
function gathered(connection: Connection): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const look = (): void => {
    if (connection.gatheringState() !== "complete") return;
    const sdp = connection.localDescription()?.sdp;
    if (sdp === undefined) reject(new Error("there is no description"));
    else resolve(sdp);
  };
  connection.onGatheringStateChange(look);
  look();
  return promise;
}

const sendOn =
  (track: datachannel.Track) =>
  (packet: Buffer): void => {
    if (track.isOpen()) track.sendMessageBinary(packet);
  };

function addVoice(connection: Connection, name: string) {
  const ssrc = nextSsrc();
  const line = new datachannel.Audio(microphoneMid, "SendOnly");
  line.addOpusCodec(opusPayload);
  line.addSSRC(ssrc, name, name, "voice");
  line.parseSdpLine(
    `a=extmap:${levelExtensionId} urn:ietf:params:rtp-hdrext:ssrc-audio-level`,
  );
  return { ssrc, track: connection.addTrack(line) };
}

function addPicture(connection: Connection, name: string) {
  const ssrcs = [nextSsrc(), nextSsrc(), nextSsrc()];
  const line = new datachannel.Video(cameraMid, "SendOnly");
  line.addVP8Codec(vp8Payload);
  for (const ssrc of ssrcs) line.addSSRC(ssrc, name, name, "picture");
  return { ssrcs, track: connection.addTrack(line) };
}

/** Says that these streams are sizes of one picture; the library has no word for it. */
function withSizes(sdp: string, ssrcs: readonly number[]): string {
  const at = sdp.indexOf(`a=ssrc:${String(ssrcs[0])}`);
  return `${sdp.slice(0, at)}a=ssrc-group:SIM ${ssrcs.join(" ")}\r\n${sdp.slice(at)}`;
}
