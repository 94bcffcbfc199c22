/** Put before a page's own scripts: keeps its peer connections within reach of the questions below and marks instants. */
export const pageProbe = `(() => {
  const probe = { connections: [], violations: [], firstRemoteFrameAt: null, firstFrameDecodedAt: null, clickedAt: null };
  Object.defineProperty(globalThis, "vecheProbe", { value: probe });
  document.addEventListener("securitypolicyviolation", (event) => {
    probe.violations.push(event.violatedDirective + " " + event.blockedURI);
  });
  document.addEventListener("click", () => { probe.clickedAt = performance.timeOrigin + performance.now(); }, true);
  const Original = globalThis.RTCPeerConnection;
  if (Original === undefined) return;
  globalThis.RTCPeerConnection = class extends Original {
    constructor(...settings) {
      super(...settings);
      probe.connections.push(this);
      this.addEventListener("track", ({ track }) => {
        if (track.kind !== "video" || probe.firstRemoteFrameAt !== null) return;
        if (globalThis.MediaStreamTrackProcessor !== undefined) {
          const decoded = new MediaStreamTrackProcessor({ track: track.clone() }).readable.getReader();
          decoded.read().then(({ value }) => {
            probe.firstFrameDecodedAt ??= performance.timeOrigin + performance.now();
            value?.close();
            return decoded.cancel();
          });
        }
        const video = document.createElement("video");
        video.muted = true;
        video.srcObject = new MediaStream([track]);
        video.requestVideoFrameCallback(() => { probe.firstRemoteFrameAt ??= performance.timeOrigin + performance.now(); });
        video.play().catch(() => undefined);
      });
    }
  };
})();`;

/** What flows in a page's calls at this moment, all its living connections together. */
export interface MediaFlow {
  readonly connectionCount: number;
  readonly receivedFrames: number;
  readonly sentFrames: number;
  readonly receivedAudioEnergy: number;
  readonly receivedAudioPackets: number;
  /** Pictures that arrive: a camera and a screen are two. */
  readonly receivedVideoTracks: number;
  /** Does DTLS protect it? */
  readonly isEncrypted: boolean;
}

export const mediaFlowExpression = `(async () => {
  const flow = { connectionCount: 0, receivedFrames: 0, sentFrames: 0, receivedAudioEnergy: 0, receivedAudioPackets: 0, receivedVideoTracks: 0, isEncrypted: true };
  for (const connection of globalThis.vecheProbe?.connections ?? []) {
    if (connection.connectionState === "closed") continue;
    flow.connectionCount += 1;
    for (const report of (await connection.getStats()).values()) {
      if (report.type === "inbound-rtp" && report.kind === "video") {
        flow.receivedFrames += report.framesDecoded ?? 0;
        if ((report.framesDecoded ?? 0) > 0) flow.receivedVideoTracks += 1;
      }
      if (report.type === "inbound-rtp" && report.kind === "audio") {
        flow.receivedAudioEnergy += report.totalAudioEnergy ?? 0;
        flow.receivedAudioPackets += report.packetsReceived ?? 0;
      }
      if (report.type === "outbound-rtp" && report.kind === "video") flow.sentFrames += report.framesSent ?? report.framesEncoded ?? 0;
      if (report.type === "transport" && report.dtlsState !== undefined && report.dtlsState !== "connected") flow.isEncrypted = false;
    }
  }
  return flow;
})()`;
