import type { CommandResult, JoinId, RoomId } from "@veche/contracts";
import type { CallPlatform } from "../call-platform.ts";
import type { CallPowers } from "../call-powers.ts";
import type { LocalMedia, OutgoingTracks } from "../local-media.ts";
import { readCounters } from "../quality/counters.ts";
import { measure } from "../quality/sample.ts";
import { RoomLink } from "../room/room-link.ts";
import type { Signalling } from "../signalling.ts";
import { Store, type Readable } from "../store.ts";
import { joined, RelayLoop } from "./relay-loop.ts";
import {
  judgeProbe,
  type ProbeFigures,
  type ProbeVerdict,
  type WayFigures,
  type WayResult,
} from "./verdict.ts";

export type ProbeState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly way: "server" | "relay" }
  | { readonly kind: "done"; readonly verdict: ProbeVerdict }
  /** The server gave no room to try in. */
  | { readonly kind: "failed"; readonly error: unknown };

export interface ProbeDeps {
  readonly signalling: Signalling;
  readonly platform: CallPlatform;
  readonly powers: CallPowers;
  readonly media: LocalMedia;
}

/** Tries the line before a call: I sit in a room of the media server twice, and call myself by the relay. */
export interface Probe {
  readonly state: Readable<ProbeState>;
  /** Tries once; again when it is over. Devices are used as they are on. */
  readonly run: () => Promise<void>;
}

type Opened = CommandResult<"probe.open">;

const nothing: OutgoingTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenSound: null,
};
const connectWithinMs = 10_000;
const lookEveryMs = 200;
/** Until the browser's estimate of the line has grown. */
const warmUpMs = 3_000;
const measureMs = 5_000;
/** Of the microphone's own scale, 0 to 1: a quiet room with an open microphone is above it. */
const silence = 0.0005;

class LineProbe implements Probe {
  readonly state = new Store<ProbeState>({ kind: "idle" });
  readonly #deps: ProbeDeps;
  #loudest = 0;

  constructor(deps: ProbeDeps) {
    this.#deps = deps;
  }

  readonly run = async (): Promise<void> => {
    if (this.state.get().kind === "running") return;
    const { signalling } = this.#deps;
    this.#loudest = 0;
    this.state.set({ kind: "running", way: "server" });
    try {
      const opened = await signalling.send("probe.open", {});
      try {
        const figures = await this.#measure(opened);
        this.state.set({ kind: "done", verdict: judgeProbe(figures) });
      } finally {
        const { callId } = opened;
        signalling.send("probe.close", { callId }).catch(() => undefined);
      }
    } catch (error) {
      this.state.set({ kind: "failed", error });
    }
  };

  async #measure(opened: Opened): Promise<ProbeFigures> {
    const server: WayResult =
      opened.roomId === null
        ? { kind: "absent" }
        : await this.#byServer(opened, opened.roomId);
    this.state.set({ kind: "running", way: "relay" });
    const relay = await this.#byRelay(opened);
    const { microphone, camera } = this.#deps.media.outgoing.get();
    return {
      microphone:
        microphone === null
          ? "missing"
          : this.#loudest > silence
            ? "heard"
            : "silent",
      camera: camera === null ? "missing" : "seen",
      server,
      relay,
    };
  }

  async #byServer(opened: Opened, roomId: RoomId): Promise<WayResult> {
    const { powers, media } = this.#deps;
    const tracks = media.outgoing.get();
    const me = this.#seat(opened, { roomId, tracks });
    const spectator = this.#seat(opened, { roomId, tracks: nothing });
    try {
      const isUp = await this.#until(() => me.link.isUp && spectator.link.isUp);
      if (!isUp) return { kind: "unreachable" };
      const stats = async (): Promise<RTCStatsReport> =>
        joined(await me.link.stats(), await spectator.link.stats());
      return { kind: "measured", figures: await this.#watch(stats) };
    } finally {
      me.close();
      spectator.close();
      await pause(powers, 0);
    }
  }

  async #byRelay({ ice }: Opened): Promise<WayResult> {
    const { platform, powers, media } = this.#deps;
    if (!ice.iceServers.some(({ credential }) => credential !== undefined))
      return { kind: "absent" };
    const loop = new RelayLoop({
      ...{ platform, powers, ice },
      tracks: media.outgoing.get(),
    });
    try {
      const kind = await loop.connect(powers);
      if (kind !== "open") return { kind };
      const figures = await this.#watch(() => loop.stats());
      return { kind: "measured", figures };
    } finally {
      loop.close();
    }
  }

  #seat(
    { callId, ice }: Opened,
    {
      roomId,
      tracks,
    }: { readonly roomId: RoomId; readonly tracks: OutgoingTracks },
  ): { readonly link: RoomLink; readonly close: () => void } {
    const { platform, powers, signalling } = this.#deps;
    const joinId = powers.newId<JoinId>();
    const place = { callId, roomId, joinId };
    const link = new RoomLink({
      ...{ platform, powers, ice, tracks },
      post: {
        publish: async (sdp, lines) =>
          (await signalling.send("call.publish", { ...place, sdp, lines })).sdp,
        receive: (sdp) => signalling.send("call.receive", { ...place, sdp }),
        trickle: (connection, { candidate, sdpMid, sdpMLineIndex }) =>
          signalling.send("call.trickle", {
            ...place,
            connection,
            candidate: { candidate, sdpMid, sdpMLineIndex },
          }),
      },
      events: { remote: () => undefined, changed: () => undefined },
    });
    const stopListening = signalling.on("call.offered", (offered) => {
      if (offered.joinId === joinId) link.offered(offered);
    });
    return {
      link,
      close() {
        stopListening();
        link.close();
      },
    };
  }

  async #until(isSo: () => boolean): Promise<boolean> {
    const { powers } = this.#deps;
    const byMs = powers.nowMs() + connectWithinMs;
    while (!isSo()) {
      if (powers.nowMs() >= byMs) return false;
      await pause(powers, lookEveryMs);
    }
    return true;
  }

  async #watch(stats: () => Promise<RTCStatsReport>): Promise<WayFigures> {
    const { powers } = this.#deps;
    await pause(powers, warmUpMs);
    const before = readCounters(await stats(), powers.nowMs());
    await pause(powers, measureMs);
    const report = await stats();
    const measured = measure(before, readCounters(report, powers.nowMs()));
    this.#loudest = loudnessIn(report) ?? 1;
    const { roundTripMs, jitterMs, receivedKbps, framesPerSecond } = measured;
    return {
      ...{ roundTripMs, jitterMs, receivedKbps, framesPerSecond },
      lossRatio: measured.receivedLossRatio,
      availableKbps: measured.availableOutgoingKbps,
    };
  }
}

/** How loud the microphone was on average, 0 to 1; null where the browser does not tell. */
function loudnessIn(report: RTCStatsReport): number | null {
  let loudness: number | null = null;
  report.forEach((one: Readonly<Record<string, unknown>>) => {
    const { type, kind, totalAudioEnergy, totalSamplesDuration } = one;
    if (
      type === "media-source" &&
      kind === "audio" &&
      typeof totalAudioEnergy === "number" &&
      typeof totalSamplesDuration === "number" &&
      totalSamplesDuration > 0
    )
      loudness = Math.sqrt(totalAudioEnergy / totalSamplesDuration);
  });
  return loudness;
}

const pause = (powers: CallPowers, ms: number): Promise<void> =>
  new Promise((resolve) => void powers.after(ms, resolve));

export const createProbe = (deps: ProbeDeps): Probe => new LineProbe(deps);
