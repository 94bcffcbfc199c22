import type { SessionId } from "@veche/contracts";

/** Which sessions hold a socket; the realtime edge answers. A day at the Desk asks nothing else of the server. */
export interface SessionSockets {
  connectedSessions(): ReadonlySet<SessionId>;
  /** Closes the sockets of a session. */
  endSession(sessionId: SessionId): void;
}
