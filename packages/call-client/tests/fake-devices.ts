import type { CallPlatform, MediaDeviceList } from "../src/index.ts";
import { FakePeerConnection } from "./fake-peer-connection.ts";
import { fakeTrack } from "./fake-track.ts";

const fakeStream = (ofTracks: readonly MediaStreamTrack[]): MediaStream => {
  const tracks = new Set(ofTracks);
  const of = (kind: string) => [...tracks].filter((one) => one.kind === kind);
  return {
    getTracks: () => [...tracks],
    getAudioTracks: () => of("audio"),
    getVideoTracks: () => of("video"),
    addTrack: (track: MediaStreamTrack) => void tracks.add(track),
    removeTrack: (track: MediaStreamTrack) => void tracks.delete(track),
  } as unknown as MediaStream;
};

/** A camera that blurs when it is asked to. */
function blurring(
  camera: MediaStreamTrack,
  asked: MediaTrackConstraints | boolean | undefined,
): void {
  const isAsked = (constraints: typeof asked) =>
    typeof constraints === "object" && constraints.backgroundBlur === true;
  const settings = { deviceId: "cam-1", backgroundBlur: isAsked(asked) };
  Object.assign(camera, {
    getCapabilities: () => ({ backgroundBlur: [false, true] }),
    getSettings: () => settings,
    applyConstraints: async (constraints: MediaTrackConstraints) => {
      settings.backgroundBlur = isAsked(constraints);
    },
  });
}

const named = (name: string): Error => Object.assign(new Error(name), { name });

/** A browser with devices, screens and connections that the test holds in its hand. */
export class FakePlatform implements CallPlatform {
  isSecure = true;
  readonly browser = "Browser 1";
  devices: MediaDeviceList = [
    { deviceId: "mic-1", kind: "audioinput", label: "Microphone" },
    { deviceId: "cam-1", kind: "videoinput", label: "Camera" },
    { deviceId: "out-1", kind: "audiooutput", label: "Speaker" },
  ];
  /** Names of exceptions by the kind of device asked for. */
  readonly problems: { audio?: string; video?: string; screen?: string } = {};
  readonly asked: MediaStreamConstraints[] = [];
  readonly opened: MediaStreamTrack[] = [];
  readonly connections: FakePeerConnection[] = [];
  /** Its cameras blur what is behind a person. */
  canBlur = false;
  /** While set, devices open only when it resolves. */
  gate: Promise<void> = Promise.resolve();
  /** While set, connections take descriptions only when it resolves. */
  negotiation: Promise<void> = Promise.resolve();
  readonly #deviceListeners = new Set<() => void>();
  readonly #networkListeners = new Set<() => void>();

  readonly createPeerConnection = (
    configuration: RTCConfiguration,
  ): RTCPeerConnection => {
    const connection = new FakePeerConnection(
      configuration,
      () => this.negotiation,
    );
    this.connections.push(connection);
    return connection.real;
  };

  readonly videoCodecs = (): readonly RTCRtpCodec[] =>
    ["video/H264", "video/VP8", "video/rtx", "video/VP9", "video/AV1"].map(
      (mimeType) => ({ mimeType, clockRate: 90_000 }),
    );

  readonly getUserMedia = async (
    constraints: MediaStreamConstraints,
  ): Promise<MediaStream> => {
    this.asked.push(constraints);
    await this.gate;
    const { audio, video } = this.problems;
    if (constraints.audio !== false && audio !== undefined) throw named(audio);
    if (constraints.video !== false && video !== undefined) throw named(video);
    const wants = (["audio", "video"] as const).filter(
      (kind) => constraints[kind] !== false,
    );
    const tracks = wants.map((kind) =>
      fakeTrack(kind, kind, this.#deviceOf(constraints[kind], kind)),
    );
    const [camera] = tracks.filter(({ kind }) => kind === "video");
    if (this.canBlur && camera !== undefined)
      blurring(camera, constraints.video);
    return this.#open(...tracks);
  };

  readonly getDisplayMedia = async (): Promise<MediaStream> => {
    if (this.problems.screen !== undefined) throw named(this.problems.screen);
    return this.#open(
      fakeTrack("video", "screen"),
      fakeTrack("audio", "screen sound"),
    );
  };

  readonly listDevices = (): Promise<MediaDeviceList> =>
    Promise.resolve(this.devices);

  readonly onDevicesChange = (listener: () => void): (() => void) => {
    this.#deviceListeners.add(listener);
    return () => this.#deviceListeners.delete(listener);
  };

  readonly onNetworkChange = (listener: () => void): (() => void) => {
    this.#networkListeners.add(listener);
    return () => this.#networkListeners.delete(listener);
  };

  readonly createStream = fakeStream;

  readonly createAudioContext = (): AudioContext => {
    throw new Error("no sound in this browser");
  };

  changeDevices(devices: MediaDeviceList): void {
    this.devices = devices;
    for (const listener of [...this.#deviceListeners]) listener();
  }

  changeNetwork(): void {
    for (const listener of [...this.#networkListeners]) listener();
  }

  #open(...fresh: MediaStreamTrack[]): MediaStream {
    this.opened.push(...fresh);
    return fakeStream(fresh);
  }

  #deviceOf(
    constraint: MediaTrackConstraints | boolean | undefined,
    kind: "audio" | "video",
  ): string {
    const wanted =
      typeof constraint === "object" ? constraint.deviceId : undefined;
    const ideal =
      typeof wanted === "object" && "ideal" in wanted
        ? String(wanted.ideal)
        : undefined;
    return ideal ?? (kind === "audio" ? "mic-1" : "cam-1");
  }
}
