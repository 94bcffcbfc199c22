import { times, type Rate } from "../rate-limiter.ts";
import type { SendBudget } from "./socket.ts";

export interface RealtimeLimits {
  /** Commands of one connection: what a person does. */
  readonly commandsPerConnection: Rate;
  /** The same over all connections of one principal. */
  readonly commandsPerPrincipal: Rate;
  /** Signalling and reports of a call, and pings: what a machine does. Per connection. */
  readonly signalsPerConnection: Rate;
  /**
   * Refused frames beyond which a connection is cut as `flood`. Well above what a client meets that tries again when
   * it was told to: a cut client stays away.
   */
  readonly excess: Rate;
  readonly maxPendingCommands: number;
  readonly maxSocketsPerUser: number;
  readonly maxSocketsPerCustomer: number;
  readonly handshakesPerAddress: Rate;
  /** Sockets that said no hello yet, over all addresses. */
  readonly maxGreeting: number;
  readonly sendBudget: SendBudget;
}

export const defaultRealtimeLimits: RealtimeLimits = {
  commandsPerConnection: { perSecond: 10, burst: 30 },
  commandsPerPrincipal: { perSecond: 20, burst: 60 },
  signalsPerConnection: { perSecond: 60, burst: 300 },
  excess: { perSecond: 20, burst: 150 },
  maxPendingCommands: 200,
  maxSocketsPerUser: 128,
  maxSocketsPerCustomer: 20,
  handshakesPerAddress: { perSecond: 100, burst: 1000 },
  maxGreeting: 5_000,
  sendBudget: { maxQueuedBytes: 1_048_576, maxQueuedFrames: 1_000 },
};

/** All rates so many times as wide, and room for as many more sockets and commands at once: for measurements. */
export function widened(
  limits: RealtimeLimits,
  factor: number,
): RealtimeLimits {
  return {
    ...limits,
    commandsPerConnection: times(limits.commandsPerConnection, factor),
    commandsPerPrincipal: times(limits.commandsPerPrincipal, factor),
    signalsPerConnection: times(limits.signalsPerConnection, factor),
    handshakesPerAddress: times(limits.handshakesPerAddress, factor),
    maxPendingCommands: limits.maxPendingCommands * factor,
    maxSocketsPerUser: limits.maxSocketsPerUser * factor,
    maxSocketsPerCustomer: limits.maxSocketsPerCustomer * factor,
    maxGreeting: limits.maxGreeting * factor,
  };
}

/** How long a socket may stay without saying hello. */
export const HELLO_TIMEOUT_MS = 10_000;
/** A longer gap is not sent: the client reads the log anew by pages. */
export const MAX_GAP_EVENTS = 1_000;
/** Notices held back for a connection that is being told the present state. */
export const MAX_HELD_NOTICES = 1_000;
