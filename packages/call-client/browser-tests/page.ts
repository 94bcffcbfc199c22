import type { CallId, Id, PrincipalId } from "@veche/contracts";
import {
  browserCallPlatform,
  createCallSession,
  createLocalMedia,
  type CallPlatform,
  type CallSession,
  type LocalMedia,
} from "../src/index.ts";
import type { Look } from "./driven-page.ts";
import { PageLine } from "./page-line.ts";

const powers = {
  nowMs: () => Date.now(),
  newId: <Kind extends Id<string>>() => crypto.randomUUID() as string as Kind, // a fresh UUID names anything
  after: (delayMs: number, task: () => void) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/* Every peer connection is kept, so that the test can look at the wire. */
const connections: RTCPeerConnection[] = [];
const platform: CallPlatform = {
  ...browserCallPlatform(),
  createPeerConnection: (configuration) => {
    const connection = new RTCPeerConnection(configuration);
    connections.push(connection);
    return connection;
  },
};

const video = (id: string): HTMLVideoElement =>
  document.getElementById(id) as HTMLVideoElement; // the page has it

const show = (id: string, stream: MediaStream | null): void => {
  const element = video(id);
  if (element.srcObject === stream) return;
  element.srcObject = stream;
  // Interrupted by the next stream, and that is shown then.
  void element.play().catch(() => undefined);
};

const shown = (id: string): Look["person"] => ({
  width: video(id).videoWidth,
  time: video(id).currentTime,
});

const isClosed = (connection: RTCPeerConnection): boolean =>
  connection.connectionState === "closed";

const wire = async (
  connection: RTCPeerConnection | undefined,
): Promise<Pick<Look, "codecs" | "received" | "ufrag">> => {
  const received = { audioEnergy: 0, audioPackets: 0, frames: 0 };
  const codecs: string[] = [];
  // Firefox throws at whatever is asked of a closed connection.
  if (connection === undefined || isClosed(connection)) {
    return { received, codecs, ufrag: "" };
  }
  const stats = await connection.getStats().catch(() => undefined);
  stats?.forEach((report: Readonly<Record<string, unknown>>) => {
    if (report["type"] === "codec") codecs.push(String(report["mimeType"]));
    if (report["type"] !== "inbound-rtp") return;
    if (report["kind"] === "video")
      received.frames += Number(report["framesDecoded"] ?? 0);
    else {
      received.audioEnergy += Number(report["totalAudioEnergy"] ?? 0);
      received.audioPackets += Number(report["packetsReceived"] ?? 0);
    }
  });
  const sdp = isClosed(connection) ? "" : connection.localDescription?.sdp;
  const ufrag = /a=ice-ufrag:(\S+)/u.exec(sdp ?? "")?.[1] ?? "";
  return { received, codecs, ufrag };
};

class Harness {
  readonly media: LocalMedia = createLocalMedia({ platform });
  readonly connections = connections;
  line: PageLine | undefined;
  session: CallSession | undefined;

  /** Opens the devices and takes the seat, as a person's click does. */
  async start(principalId: string, callId: string): Promise<void> {
    const line = new PageLine(`ws://${location.host}/?as=${principalId}`);
    this.line = line;
    await line.connect();
    const session = createCallSession({
      signalling: line,
      principalId: principalId as PrincipalId, // the test's
      media: this.media,
      platform,
      powers,
    });
    this.session = session;
    session.snapshot.subscribe(() => {
      const { remoteStream, remoteScreen } = session.snapshot.get();
      show("person", remoteStream);
      show("screen", remoteScreen);
    });
    const opening = this.media.turnOn("microphone", "camera");
    await session.join(callId as CallId); // the test's
    await opening;
  }

  /** What the screen shows and what came over the wire, by now. */
  async look(): Promise<Look | undefined> {
    const snapshot = this.session?.snapshot.get();
    if (snapshot === undefined) return undefined;
    const { state, quality, peer } = snapshot;
    const { microphone, camera } = this.media.state.get();
    return {
      ...(await wire(connections.at(-1))),
      state: state.kind,
      peerMedia: peer?.media ?? null,
      person: shown("person"),
      screen: shown("screen"),
      quality: quality.own,
      peerQuality: quality.peer.level,
      microphone: microphone.kind,
      camera: camera.kind,
      cameraTrack: this.media.outgoing.get().camera?.readyState ?? "none",
      connectionCount: connections.length,
    };
  }
}

Object.assign(globalThis, { harness: new Harness() });
