import type { CallId, DomainEventOf } from "@veche/contracts";
import { createThrottle } from "../../platform/throttle.ts";
import type { FloorRecord } from "./domain/floor.ts";
import type { CallPowers } from "./powers.ts";
import { showFloors } from "./realtime/project-floors.ts";
import { dropFloors, tidyFloors } from "./use-cases/tidy-floor.ts";
import { leaveClosedLines } from "./use-cases/wait-in-lobby.ts";

/** Whoever waits behind a socket that closed has so long to come back by another. */
const lobbyGraceMs = 15_000;

/** What becomes of the order of calls when seats change, calls end and sockets close. */
export interface FloorReactions extends AsyncDisposable {
  lineClosed(connectionId: string): void;
  quiet(): Promise<void>;
}

export function reactToFloors(powers: CallPowers): FloorReactions {
  const { bus, floors } = powers;
  const work = { ...powers, everyMs: 0, onFailure: "retry" } as const;
  const closedLines = createThrottle<string>({
    ...work,
    gatherMs: lobbyGraceMs,
    flush: (connectionIds) => leaveClosedLines(powers, connectionIds),
  });
  const shown = createThrottle<DomainEventOf<"floor.changed">>({
    ...work,
    flush: (changes) => showFloors(powers, changes),
  });
  const changed = createThrottle<CallId>({
    ...work,
    flush: (callIds) => tidyFloors(powers, callIds),
  });
  const ended = createThrottle<CallId>({
    ...work,
    flush: (callIds) => dropFloors(powers, callIds),
  });
  const parts = [closedLines, changed, ended, shown];
  const feeds = new DisposableStack();
  feeds.use(bus.on("floor.changed", (change) => shown.add(change)));
  feeds.use(
    bus.on("call.changed", ({ callId }) => {
      if (speaksOfSomebody(floors.get(callId))) changed.add(callId);
    }),
  );
  feeds.use(bus.on("call.ended", ({ callId }) => ended.add(callId)));
  return {
    lineClosed: (connectionId) => closedLines.add(connectionId),
    async quiet() {
      for (const part of parts) await part.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      for (const part of parts) await part[Symbol.asyncDispose]();
    },
  };
}

const speaksOfSomebody = (floor: FloorRecord | undefined): boolean =>
  floor !== undefined &&
  (floor.hands.length > 0 ||
    floor.silences.length > 0 ||
    floor.spotlightId !== null);
