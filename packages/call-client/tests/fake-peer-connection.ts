import type { PeerConnection } from "../src/index.ts";
import { fakeTrack } from "./fake-track.ts";

interface FakeLine {
  mid: string | null;
  direction: RTCRtpTransceiverDirection;
  readonly kind: "audio" | "video";
  codecs: readonly RTCRtpCodec[];
  readonly sender: {
    track: MediaStreamTrack | null;
    readonly replaceTrack: (track: MediaStreamTrack | null) => Promise<void>;
    encodings: RTCRtpEncodingParameters[];
    readonly getParameters: () => { encodings: RTCRtpEncodingParameters[] };
    readonly setParameters: (parameters: {
      encodings: RTCRtpEncodingParameters[];
    }) => Promise<void>;
  };
  readonly receiver: { readonly track: MediaStreamTrack };
  readonly setCodecPreferences: (codecs: readonly RTCRtpCodec[]) => void;
}

/** What a fake description says, in place of SDP. */
interface FakeSdp {
  readonly ice: string;
  readonly lines: readonly {
    readonly mid: string;
    readonly kind: "audio" | "video";
  }[];
}

const fakeLine = (kind: "audio" | "video", mid: string | null): FakeLine => {
  const line: FakeLine = {
    mid,
    kind,
    direction: mid === null ? "sendrecv" : "recvonly",
    codecs: [],
    sender: {
      track: null,
      // As in browsers: a moment later, in order.
      replaceTrack: async (track) => {
        await Promise.resolve();
        line.sender.track = track;
      },
      encodings: [{}],
      getParameters: () =>
        structuredClone({ encodings: line.sender.encodings }),
      setParameters: async ({ encodings }) => {
        line.sender.encodings = encodings;
      },
    },
    receiver: { track: fakeTrack(kind) },
    setCodecPreferences: (codecs) => {
      line.codecs = codecs;
    },
  };
  return line;
};

/** What a connection was asked before it was closed never settles (W3C WebRTC, "chain an operation"). */
const never = new Promise<never>(() => undefined);

let connections = 0;

/**
 * Negotiates like a browser (states, implicit rollback, mids, a new ufrag after `restartIce`) and connects when the
 * test says so. Anything a browser would refuse is refused.
 */
export class FakePeerConnection {
  readonly name = (connections += 1);
  configuration: RTCConfiguration;
  connectionState: RTCPeerConnectionState = "new";
  signalingState: RTCSignalingState = "stable";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onicecandidate: PeerConnection["onicecandidate"] = null;
  onconnectionstatechange: PeerConnection["onconnectionstatechange"] = null;
  readonly lines: FakeLine[] = [];
  readonly candidates: RTCIceCandidateInit[] = [];
  stats: readonly Readonly<Record<string, unknown>>[] = [];
  readonly #ready: () => Promise<void>;
  #ice = 0;

  /** Descriptions are worked off when `ready` says so. */
  constructor(
    configuration: RTCConfiguration,
    ready: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.configuration = configuration;
    this.#ready = ready;
  }

  /** What it sends now, by the kind and order of its lines. */
  sending(): (string | null)[] {
    return this.lines.map(({ sender }) => sender.track?.label ?? null);
  }

  /** By how much each of its pictures is made smaller before it is sent. */
  scales(): number[] {
    return this.lines.flatMap(({ kind, sender }) =>
      kind === "video" ? [sender.encodings[0]?.scaleResolutionDownBy ?? 1] : [],
    );
  }

  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.onconnectionstatechange?.call(
      this.real,
      new Event("connectionstatechange"),
    );
  }

  /** The browser found a way it may be reached. */
  find(candidate: string): void {
    const found = {
      candidate,
      sdpMid: "0",
      sdpMLineIndex: 0,
      usernameFragment: this.#ufrag,
    };
    this.onicecandidate?.call(this.real, {
      candidate: found,
    } as RTCPeerConnectionIceEvent);
  }

  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }

  get #ufrag(): string {
    return `${this.name}.${this.#ice}`;
  }

  addTransceiver(
    kind: "audio" | "video",
    { sendEncodings = [{}] }: RTCRtpTransceiverInit = {},
  ): FakeLine {
    const line = fakeLine(kind, null);
    line.sender.encodings = sendEncodings;
    this.lines.push(line);
    return line;
  }

  getTransceivers(): readonly FakeLine[] {
    return this.lines;
  }

  restartIce(): void {
    this.#ice += 1;
  }

  setConfiguration(configuration: RTCConfiguration): void {
    this.configuration = configuration;
  }

  async setLocalDescription(): Promise<void> {
    this.#refuseIfClosed();
    await this.#ready();
    if (this.#isClosed) await never;
    const isAnswer = this.signalingState === "have-remote-offer";
    for (const [index, line] of this.lines.entries())
      line.mid ??= String(index);
    const lines = this.lines.map(({ mid, kind }) => ({ mid: mid ?? "", kind }));
    const sdp: FakeSdp = { ice: this.#ufrag, lines };
    this.localDescription = {
      type: isAnswer ? "answer" : "offer",
      sdp: JSON.stringify(sdp),
    };
    this.signalingState = isAnswer ? "stable" : "have-local-offer";
  }

  async setRemoteDescription(
    description: RTCSessionDescriptionInit,
  ): Promise<void> {
    this.#refuseIfClosed();
    await this.#ready();
    if (this.#isClosed) await never;
    const { lines } = JSON.parse(description.sdp ?? "") as FakeSdp;
    if (
      description.type === "answer" &&
      this.signalingState !== "have-local-offer"
    )
      throw new Error("no offer to answer");
    for (const { mid, kind } of lines) {
      if (!this.lines.some((line) => line.mid === mid))
        this.lines.push(fakeLine(kind, mid));
    }
    if (this.lines.length > lines.length)
      throw new Error("the lines of both sides do not match");
    this.remoteDescription = description;
    this.signalingState =
      description.type === "answer" ? "stable" : "have-remote-offer";
  }

  async addIceCandidate(candidate: RTCIceCandidateInit): Promise<void> {
    this.#refuseIfClosed();
    if (this.remoteDescription === null)
      throw new Error("no remote description");
    this.candidates.push(candidate);
  }

  async getStats(): Promise<RTCStatsReport> {
    this.#refuseIfClosed();
    return new Map(this.stats.map((report) => [String(report["id"]), report]));
  }

  close(): void {
    this.connectionState = "closed";
    this.signalingState = "closed";
  }

  get #isClosed(): boolean {
    return this.signalingState === "closed";
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new Error("the connection is closed");
  }
}
