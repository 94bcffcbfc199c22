import type { IceConfiguration } from "@veche/contracts";
import type { CallPlatform, PeerConnection } from "../call-platform.ts";
import type { CallPowers } from "../call-powers.ts";
import type { OutgoingTracks } from "../local-media.ts";

export interface RelayLoopDeps {
  readonly platform: CallPlatform;
  readonly powers: CallPowers;
  readonly ice: IceConfiguration;
  readonly tracks: OutgoingTracks;
}

/** How long the relay is waited for. */
const patienceMs = 8_000;

/** I call myself by the relay alone: two connections of this page, whose packets all go there and back. */
export class RelayLoop {
  readonly #ends: readonly [PeerConnection, PeerConnection];
  #hasFound = false;

  constructor({ platform, ice, tracks }: RelayLoopDeps) {
    const create = (): PeerConnection =>
      platform.createPeerConnection({
        iceServers: ice.iceServers.map((server) => ({ ...server })),
        iceTransportPolicy: "relay",
        bundlePolicy: "max-bundle",
      });
    this.#ends = [create(), create()];
    const [here, there] = this.#ends;
    const pass =
      (to: PeerConnection) =>
      ({ candidate }: RTCPeerConnectionIceEvent): void => {
        if (candidate === null || candidate.candidate === "") return;
        this.#hasFound = true;
        // One that comes before the description is found again in it.
        to.addIceCandidate(candidate).catch(() => undefined);
      };
    here.onicecandidate = pass(there);
    there.onicecandidate = pass(here);
    const { microphone, camera } = tracks;
    for (const track of [microphone, camera])
      if (track !== null) here.addTransceiver(track, { direction: "sendonly" });
    if (microphone === null && camera === null)
      here.addTransceiver("audio", { direction: "sendonly" });
  }

  /** `open` packets pass · `one_way` the relay answers, but not to itself · `unreachable` it does not answer. */
  async connect(
    powers: CallPowers,
  ): Promise<"open" | "one_way" | "unreachable"> {
    const [here, there] = this.#ends;
    const connected = new Promise<boolean>((resolve) => {
      const cancel = powers.after(patienceMs, () => resolve(false));
      here.onconnectionstatechange = () => {
        const isOver =
          here.connectionState === "connected" ||
          here.connectionState === "failed";
        if (!isOver) return;
        cancel();
        resolve(here.connectionState === "connected");
      };
    });
    await here.setLocalDescription();
    await there.setRemoteDescription(descriptionOf(here));
    await there.setLocalDescription();
    await here.setRemoteDescription(descriptionOf(there));
    if (await connected) return "open";
    return this.#hasFound ? "one_way" : "unreachable";
  }

  /** Of both ends in one: what goes is of the one, what comes of the other. */
  async stats(): Promise<RTCStatsReport> {
    const [here, there] = this.#ends;
    return joined(await here.getStats(), await there.getStats());
  }

  close(): void {
    for (const end of this.#ends) end.close();
  }
}

const descriptionOf = ({
  localDescription,
}: PeerConnection): RTCSessionDescriptionInit => {
  if (localDescription === null) throw new Error("nothing was described");
  return { type: localDescription.type, sdp: localDescription.sdp };
};

/** Two reports as one; the first one's connection speaks for the way. */
export function joined(
  one: RTCStatsReport,
  other: RTCStatsReport,
): RTCStatsReport {
  const all = new Map<string, unknown>();
  one.forEach((report, id) => all.set(id, report));
  other.forEach((report, id) => all.set(`other ${id}`, report));
  // A report is a map to be read.
  return all;
}
