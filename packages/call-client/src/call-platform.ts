/** What a call needs of a peer connection; the browser's has it, the fake of tests has no more. */
export type PeerConnection = Pick<
  RTCPeerConnection,
  | "addIceCandidate"
  | "addTransceiver"
  | "close"
  | "connectionState"
  | "getStats"
  | "getTransceivers"
  | "localDescription"
  | "restartIce"
  | "setConfiguration"
  | "setLocalDescription"
  | "setRemoteDescription"
  | "signalingState"
  | "onconnectionstatechange"
  | "onicecandidate"
  | "remoteDescription"
>;

export type MediaDeviceList = readonly Pick<
  MediaDeviceInfo,
  "deviceId" | "kind" | "label"
>[];

/** The browser as a call sees it. Differences between browsers end here. */
export interface CallPlatform {
  /** Name and version, for who looks for the cause of a trouble. */
  readonly browser: string;
  /** False on pages over plain HTTP: the browser then gives no devices. */
  readonly isSecure: boolean;
  readonly createPeerConnection: (
    configuration: RTCConfiguration,
  ) => PeerConnection;
  /** What this browser can receive and thus prefer, in its own order; undefined where it does not tell. */
  readonly videoCodecs: () => readonly RTCRtpCodec[] | undefined;
  readonly getUserMedia: (
    constraints: MediaStreamConstraints,
  ) => Promise<MediaStream>;
  /** Undefined where screens cannot be shared. */
  readonly getDisplayMedia:
    | ((constraints: DisplayMediaStreamOptions) => Promise<MediaStream>)
    | undefined;
  readonly listDevices: () => Promise<MediaDeviceList>;
  /** Calls `listener` when a device comes or goes; the answer ends it. */
  readonly onDevicesChange: (listener: () => void) => () => void;
  /** Calls `listener` when the machine changed its network; the answer ends it. */
  readonly onNetworkChange: (listener: () => void) => () => void;
  readonly createStream: (tracks: readonly MediaStreamTrack[]) => MediaStream;
  readonly createAudioContext: () => AudioContext;
}
