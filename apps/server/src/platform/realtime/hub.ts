import type {
  DeviceClass,
  Notice,
  PrincipalId,
  SessionId,
} from "@veche/contracts";
import type { Principal } from "../principal.ts";

/** Speaks to whoever is connected. Everything said here is a hint; the tables are the truth. */
export interface Hub {
  /**
   * Sends a notice to all connections of these principals, or to those whose device it is for; one frame is built for
   * all.
   */
  notify(
    principalIds: Iterable<PrincipalId>,
    notice: Notice,
    isFor?: (device: DeviceClass | null) => boolean,
  ): void;
  /** Sends a notice to one connection (a seat in a call), if it is still there. */
  notifyConnection(connectionId: string, notice: Notice): void;
  isConnected(principalId: PrincipalId): boolean;
  /** True while this very socket is open. */
  isOpen(connectionId: string): boolean;
  /** Wants a sign of life of this connection now; one that gives none within some seconds is cut. */
  ask(connectionId: string): void;
  connectedPrincipals(): Iterable<PrincipalId>;
  /** Closes the sockets of a session, within 2 s of its end (reliability §3). */
  endSession(sessionId: SessionId): void;
  endPrincipal(principalId: PrincipalId): void;
}

/** A module's say in what a fresh connection is told after `welcome`: the present state of its things. */
export type SnapshotSource = (
  principal: Principal,
) => Promise<readonly Notice[]>;

/** Told when a socket closes: calls start a seat's hold, the contact centre the operator's grace. */
export type ConnectionClosedListener = (closed: {
  readonly principal: Principal;
  readonly connectionId: string;
  /** No other connection of this principal is left on this node. */
  readonly wasLast: boolean;
}) => void;
