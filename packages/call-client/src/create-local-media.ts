import type { CallPlatform } from "./call-platform.ts";
import { blurOf } from "./background-blur.ts";
import { deviceConstraints, screenConstraints } from "./device-constraints.ts";
import { deviceProblem } from "./device-problem.ts";
import type {
  Device,
  DeviceKind,
  DeviceMemory,
  DeviceSource,
  LocalMedia,
  LocalMediaSnapshot,
  OutgoingTracks,
  SourceState,
  Treatment,
} from "./local-media.ts";
import { Store } from "./store.ts";

export interface LocalMediaOptions {
  readonly platform: CallPlatform;
  /** Where chosen devices are remembered; without it they are not. */
  readonly memory?: DeviceMemory;
}

const off: SourceState = { kind: "off", problem: null };
const deviceKinds: Readonly<Record<DeviceKind, MediaDeviceKind>> = {
  microphone: "audioinput",
  camera: "videoinput",
  speaker: "audiooutput",
};
const treatmentKey = (what: Treatment): string => `veche.treatment.${what}`;

/** Noise is taken out unless somebody does not want it; a background is blurred only for who does. */
const rememberedTreatments = (
  memory: DeviceMemory | undefined,
): LocalMediaSnapshot["treatments"] => ({
  noise: memory?.getItem(treatmentKey("noise")) === "off" ? "off" : "on",
  blur: memory?.getItem(treatmentKey("blur")) === "on" ? "on" : "off",
});
const memoryKey = (kind: DeviceKind): string => `veche.device.${kind}`;

class Media implements LocalMedia {
  readonly state: Store<LocalMediaSnapshot>;
  readonly outgoing = new Store<OutgoingTracks>({
    microphone: null,
    camera: null,
    screen: null,
    screenSound: null,
  });
  readonly #platform: CallPlatform;
  readonly #memory: DeviceMemory | undefined;
  readonly #stopListening: () => void;
  /** Grows with every wish for a source: an opening that a later wish overtook is let go again. */
  readonly #wishes = { microphone: 0, camera: 0, screen: 0 };

  constructor({ platform, memory }: LocalMediaOptions) {
    this.#platform = platform;
    this.#memory = memory;
    const chosen = (kind: DeviceKind): string | null =>
      memory?.getItem(memoryKey(kind)) ?? null;
    this.state = new Store<LocalMediaSnapshot>({
      microphone: off,
      camera: off,
      screen: off,
      cameraStream: null,
      screenStream: null,
      microphones: [],
      cameras: [],
      speakers: [],
      chosen: {
        microphone: chosen("microphone"),
        camera: chosen("camera"),
        speaker: chosen("speaker"),
      },
      treatments: rememberedTreatments(memory),
      blur: "unknown",
    });
    this.#stopListening = platform.onDevicesChange(() => {
      void this.#devicesChanged();
    });
  }

  readonly turnOn = async (
    ...sources: readonly DeviceSource[]
  ): Promise<void> => {
    const missing = sources.filter((source) => !this.#wake(source));
    if (missing.length === 0) return;
    await this.#open(missing);
    await this.refreshDevices();
  };

  readonly turnOff = (...sources: readonly DeviceSource[]): void => {
    for (const source of sources) {
      this.#wishes[source] += 1;
      if (source === "microphone") this.#silence();
      else this.#let("camera", off);
    }
  };

  readonly startScreen = async (): Promise<void> => {
    const { getDisplayMedia, createStream } = this.#platform;
    if (getDisplayMedia === undefined) {
      this.#change({ screen: { kind: "off", problem: "not_found" } });
      return;
    }
    if (this.state.get().screen.kind !== "off") return;
    const wish = (this.#wishes.screen += 1);
    this.#change({ screen: { kind: "opening" } });
    try {
      const stream = await getDisplayMedia(screenConstraints);
      const [track] = stream.getVideoTracks();
      if (wish !== this.#wishes.screen || track === undefined) {
        for (const one of stream.getTracks()) one.stop();
        return;
      }
      track.contentHint = "detail";
      // The person may also end it by the browser's own bar.
      track.onended = this.stopScreen;
      this.#send({
        screen: track,
        screenSound: stream.getAudioTracks()[0] ?? null,
      });
      this.#change({
        screen: { kind: "on", track, deviceId: null },
        screenStream: createStream([track]),
      });
    } catch (error) {
      if (wish === this.#wishes.screen)
        this.#change({
          screen: { kind: "off", problem: deviceProblem(error) },
        });
    }
  };

  readonly stopScreen = (): void => {
    this.#wishes.screen += 1;
    const { screen, screenSound } = this.outgoing.get();
    this.#send({ screen: null, screenSound: null });
    for (const track of [screen, screenSound]) this.#stop(track);
    this.#change({ screen: off, screenStream: null });
  };

  readonly choose = async (
    kind: DeviceKind,
    deviceId: string,
  ): Promise<void> => {
    this.#memory?.setItem(memoryKey(kind), deviceId);
    this.#change({ chosen: { ...this.state.get().chosen, [kind]: deviceId } });
    if (kind !== "speaker") await this.#openAnew(kind);
  };

  readonly treat: LocalMedia["treat"] = async (what, wish) => {
    this.#memory?.setItem(treatmentKey(what), wish);
    const { treatments } = this.state.get();
    this.#change({ treatments: { ...treatments, [what]: wish } });
    if (what === "blur") await this.#blur();
    // Browsers do not change it while a microphone is open.
    else await this.#openAnew("microphone");
  };

  readonly refreshDevices = async (): Promise<void> => {
    const devices = await this.#platform.listDevices().catch(() => []);
    const of = (kind: DeviceKind): readonly Device[] =>
      devices
        // Before permission browsers list nameless placeholders without an id.
        .filter(
          (device) =>
            device.kind === deviceKinds[kind] && device.deviceId !== "",
        )
        .map(({ deviceId, label }) => ({ deviceId, label }));
    this.#change({
      microphones: of("microphone"),
      cameras: of("camera"),
      speakers: of("speaker"),
    });
  };

  readonly close = (): void => {
    this.#stopListening();
    this.#wishes.microphone += 1;
    this.#let("microphone", off);
    this.turnOff("camera");
    this.stopScreen();
  };

  async #openAnew(source: DeviceSource): Promise<void> {
    const isOn = this.state.get()[source].kind !== "off";
    // A silenced microphone of the old choice must not come back when it is turned on.
    if (isOn) await this.#open([source]);
    else this.#let(source, off);
  }

  /** The wish reaches a camera that is on without a gap in its picture. */
  async #blur(): Promise<void> {
    const { camera } = this.outgoing.get();
    if (camera === null) return;
    const { video } = deviceConstraints(["camera"], this.state.get());
    if (typeof video === "object")
      await camera.applyConstraints(video).catch(() => undefined);
    if (this.outgoing.get().camera === camera)
      this.#change({ blur: blurOf(camera) });
  }

  /** Turns on what needs no opening. */
  #wake(source: DeviceSource): boolean {
    if (this.state.get()[source].kind !== "off") return true;
    const { microphone } = this.outgoing.get();
    if (source === "camera" || microphone === null) return false;
    microphone.enabled = true;
    this.#change({ microphone: this.#on(microphone) });
    return true;
  }

  #silence(): void {
    const { microphone } = this.outgoing.get();
    if (microphone !== null) microphone.enabled = false;
    this.#change({ microphone: off });
  }

  async #open(sources: readonly DeviceSource[]): Promise<void> {
    const wishes = new Map(
      sources.map((source) => [source, (this.#wishes[source] += 1)]),
    );
    const isWanted = (source: DeviceSource): boolean =>
      wishes.get(source) === this.#wishes[source];
    for (const source of sources) {
      if (this.state.get()[source].kind === "off")
        this.#change({ [source]: { kind: "opening" } });
    }
    try {
      if (!this.#platform.isSecure) throw new Error("devices need HTTPS");
      const stream = await this.#platform.getUserMedia(
        deviceConstraints(sources, this.state.get()),
      );
      for (const track of stream.getTracks()) {
        const source = track.kind === "audio" ? "microphone" : "camera";
        if (isWanted(source)) this.#use(source, track);
        else track.stop();
      }
    } catch (error) {
      await this.#couldNotOpen(sources.filter(isWanted), error);
    }
  }

  async #couldNotOpen(
    sources: readonly DeviceSource[],
    error: unknown,
  ): Promise<void> {
    const [source] = sources;
    if (sources.length > 1) {
      // One of the two is missing or refused: the other is worth having alone.
      await Promise.all(sources.map((one) => this.#open([one])));
    } else if (source !== undefined) {
      const problem = this.#platform.isSecure
        ? deviceProblem(error)
        : "insecure";
      this.#let(source, { kind: "off", problem });
    }
  }

  #use(source: DeviceSource, track: MediaStreamTrack): void {
    const old = this.outgoing.get()[source];
    track.onended = () => {
      this.#unplugged(source, track);
    };
    if (source === "microphone") track.contentHint = "speech";
    this.#send({ [source]: track });
    this.#change({ [source]: this.#on(track) });
    if (source === "camera")
      this.#change({
        cameraStream: this.#platform.createStream([track]),
        blur: blurOf(track),
      });
    this.#stop(old);
  }

  /* The browser's next best device takes over, or the problem is shown; what was off stays off. */
  #unplugged(source: DeviceSource, track: MediaStreamTrack): void {
    if (this.outgoing.get()[source] !== track) return;
    if (this.state.get()[source].kind === "off") this.#let(source, off);
    else void this.#open([source]);
  }

  /** Lets a device go. */
  #let(source: DeviceSource, state: SourceState): void {
    const old = this.outgoing.get()[source];
    this.#send({ [source]: null });
    this.#stop(old);
    this.#change(
      source === "camera"
        ? { camera: state, cameraStream: null, blur: "unknown" }
        : { microphone: state },
    );
  }

  #stop(track: MediaStreamTrack | null): void {
    if (track === null) return;
    track.onended = null;
    track.stop();
  }

  #on(track: MediaStreamTrack): SourceState {
    return {
      kind: "on",
      track,
      deviceId: track.getSettings().deviceId ?? null,
    };
  }

  async #devicesChanged(): Promise<void> {
    await this.refreshDevices();
    const { microphones, cameras, microphone, camera } = this.state.get();
    const isBack = (state: SourceState, devices: readonly Device[]): boolean =>
      state.kind === "off" &&
      state.problem === "not_found" &&
      devices.length > 0;
    // Somebody who plugs a device in while it is missed wants it.
    if (isBack(microphone, microphones)) await this.turnOn("microphone");
    if (isBack(camera, cameras)) await this.turnOn("camera");
  }

  #send(tracks: Partial<OutgoingTracks>): void {
    this.outgoing.set({ ...this.outgoing.get(), ...tracks });
  }

  #change(change: Partial<LocalMediaSnapshot>): void {
    this.state.set({ ...this.state.get(), ...change });
  }
}

/** My devices, all off at first. */
export const createLocalMedia = (options: LocalMediaOptions): LocalMedia =>
  new Media(options);
