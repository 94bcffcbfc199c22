import type { Notice } from "@veche/contracts";
import type { Log } from "../log.ts";
import { deviceOf } from "../principal.ts";
import { ConnectionIndex } from "./connection-index.ts";
import { mayHear } from "./guest-sight.ts";
import type { ConnectionClosedListener, Hub } from "./hub.ts";
import { encodeFrame } from "./socket.ts";

/**
 * Who is connected. Made before the modules, which speak through its hub; `createRealtime` is made after them, out of
 * their commands and snapshots, and fills it.
 */
export interface Connections {
  readonly hub: Hub;
  onConnectionClosed(listener: ConnectionClosedListener): Disposable;
  readonly index: ConnectionIndex;
  /** Tells the listeners; one's failure is logged and harms no other. */
  tellClosed: ConnectionClosedListener;
}

export function createConnections({ log }: { readonly log: Log }): Connections {
  const index = new ConnectionIndex();
  const listeners = new Set<ConnectionClosedListener>();
  return {
    index,
    hub: createHub(index),
    onConnectionClosed(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    tellClosed(closed) {
      for (const listener of listeners) {
        try {
          listener(closed);
        } catch (error) {
          log.error({ error }, "a listener to closed connections failed");
        }
      }
    },
  };
}

function createHub(index: ConnectionIndex): Hub {
  return {
    notify(principalIds, notice, isFor = () => true) {
      const frame = once(notice);
      for (const principalId of principalIds)
        for (const connection of index.of(principalId))
          if (
            isFor(deviceOf(connection.principal)) &&
            mayHear(connection.principal, notice)
          )
            connection.notify(frame());
    },
    notifyConnection(connectionId, notice) {
      const connection = index.find(connectionId);
      if (connection !== undefined && mayHear(connection.principal, notice))
        connection.notify(once(notice)());
    },
    isConnected: (principalId) => index.isConnected(principalId),
    isOpen: (connectionId) => index.find(connectionId)?.isOpen ?? false,
    ask: (connectionId) => index.find(connectionId)?.ask(),
    connectedPrincipals: () => index.principals(),
    endSession(sessionId) {
      for (const connection of [...index.ofSession(sessionId)])
        connection.close("session_ended");
    },
    endPrincipal(principalId) {
      for (const connection of [...index.all()])
        if (connection.principal.id === principalId)
          connection.close("session_ended");
    },
  };
}

/** The notice's frame, built when the first reader is found and shared by all. */
function once(notice: Notice): () => ReturnType<typeof encodeFrame> {
  let frame: ReturnType<typeof encodeFrame> | undefined;
  return () => (frame ??= encodeFrame({ t: "notice", notice }));
}
