/** The socket's protocol version: an integer that grows when an old client would misunderstand a new server. */
export const PROTOCOL_VERSION = 1;

/** Largest frame a client may send, bytes (reliability §3). */
export const MAX_FRAME_BYTES = 65_536;

/** The server pings this often; a side that hears nothing for `DEAD_AFTER_MS` gives the connection up. */
export const PING_INTERVAL_MS = 25_000;
export const DEAD_AFTER_MS = 35_000;

/** The name of the page's WebSocket path. */
export const REALTIME_PATH = "/realtime";

/**
 * Why the server closed a socket. 44xx: do not come back with the same credentials; 45xx: come back and resume.
 */
export const closeReasons = {
  protocol_unsupported: 4400,
  unauthenticated: 4401,
  session_ended: 4403,
  frame_invalid: 4407,
  flood: 4429,
  restart: 4500,
  slow_consumer: 4508,
  dead: 4509,
} as const;
export type CloseReason = keyof typeof closeReasons;
