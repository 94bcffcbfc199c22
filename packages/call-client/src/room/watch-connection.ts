import type { PeerConnection } from "../call-platform.ts";

export type ConnectionState = "connected" | "connecting" | "lost";

/** Tells how a connection fares, until it is closed, and every candidate that is found for it. */
export function watchConnection(
  connection: PeerConnection,
  {
    changed,
    found,
  }: {
    readonly changed: (state: ConnectionState) => void;
    readonly found: (candidate: RTCIceCandidate) => void;
  },
): void {
  connection.onconnectionstatechange = () => {
    const { connectionState } = connection;
    if (connectionState === "connected") changed("connected");
    else if (connectionState === "disconnected" || connectionState === "failed")
      changed("lost");
    else if (connectionState !== "closed") changed("connecting");
  };
  connection.onicecandidate = ({ candidate }) => {
    if (candidate !== null && candidate.candidate !== "") found(candidate);
  };
}
