import { DEAD_AFTER_MS, PING_INTERVAL_MS } from "@veche/contracts";
import type { Clock } from "../clock.ts";
import type { Timers } from "../timers.ts";
import type { ConnectionIndex } from "./connection-index.ts";
import { HELLO_TIMEOUT_MS } from "./realtime-options.ts";

const LOOK_INTERVAL_MS = 5_000;
/** A sign of life that was asked for comes within that time, or never. */
const ANSWER_WITHIN_MS = 10_000;

export interface HeartbeatDeps {
  readonly index: ConnectionIndex;
  readonly clock: Clock;
  readonly timers: Timers;
}

/** Pings the silent, gives up the dead, and shows out who never said hello. */
export function startHeartbeat({
  index,
  clock,
  timers,
}: HeartbeatDeps): Disposable {
  const pingedAtMs = new WeakMap<object, number>();
  return timers.every(LOOK_INTERVAL_MS, () => {
    const nowMs = clock.monotonicMs();
    for (const connection of [...index.all()]) {
      const silentMs = nowMs - connection.lastHeardAtMs;
      const sincePingMs =
        nowMs - (pingedAtMs.get(connection) ?? connection.openedAtMs);
      if (
        connection.isGreeting &&
        nowMs - connection.openedAtMs >= HELLO_TIMEOUT_MS
      ) {
        connection.close("dead");
      } else if (
        silentMs >= DEAD_AFTER_MS ||
        nowMs - (connection.unansweredSinceMs ?? nowMs) >= ANSWER_WITHIN_MS
      ) {
        connection.close("dead");
      } else if (sincePingMs >= PING_INTERVAL_MS) {
        pingedAtMs.set(connection, nowMs);
        connection.ping();
      }
    }
  });
}
