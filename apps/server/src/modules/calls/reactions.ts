import type { CallId, DomainEventOf } from "@veche/contracts";
import type { Alarm } from "../../platform/alarm.ts";
import { createThrottle } from "../../platform/throttle.ts";
import type { CallPowers } from "./powers.ts";
import { projectCalls } from "./realtime/project-calls.ts";
import { createProbes, type Probes } from "./realtime/probes.ts";
import { followRooms } from "./realtime/follow-rooms.ts";
import {
  createQualityBoard,
  type QualityBoard,
} from "./realtime/quality-board.ts";
import { keepVerdict } from "./use-cases/judge-quality.ts";
import { holdSeatsOf } from "./use-cases/keep-time.ts";
import { moveToNewRooms } from "./use-cases/move-to-new-rooms.ts";
import { unjudgedCalls } from "./store/call-verdicts.ts";
import { keepSeenPeers, type PeersSeen } from "./use-cases/see-peers.ts";
import { showOut } from "./use-cases/show-out.ts";

/** What the module does when something happened to its calls or to a socket. */
export interface Reactions extends AsyncDisposable {
  lineClosed(connectionId: string): void;
  /** Gives their verdict to calls whose end the last process did not live to judge. */
  judgeMissed(): Promise<void>;
  readonly qualities: QualityBoard;
  readonly probes: Probes;
  quiet(): Promise<void>;
}

/** Work that is gathered and done a moment later, also when the database was away meanwhile. */
function createWork(powers: CallPowers) {
  const work = <Key>(
    onFailure: "retry" | "forget",
    flush: (keys: readonly Key[]) => Promise<void>,
  ) => createThrottle<Key>({ ...powers, everyMs: 0, onFailure, flush });
  return {
    // A socket that closed while the database was away still has its seats held, a little later.
    closedLines: work<string>("retry", (connectionIds) =>
      holdSeatsOf(powers, connectionIds),
    ),
    lostRooms: work<CallId>("retry", (callIds) =>
      moveToNewRooms(powers, callIds),
    ),
    seenPeers: work<PeersSeen>("retry", (seen) => keepSeenPeers(powers, seen)),
    strangers: work<DomainEventOf<"members.changed">>("retry", (events) =>
      showOut(powers, events),
    ),
    endedCalls: work<CallId>("forget", async (callIds) => {
      for (const callId of callIds) await keepVerdict(powers, callId);
    }),
  };
}

/** So many at one start; the next has the rest. */
const mostUnjudged = 100;

export function react(powers: CallPowers, alarm: Alarm): Reactions {
  const { bus } = powers;
  const gathered = createWork(powers);
  const { closedLines, strangers, endedCalls } = gathered;
  const qualities = createQualityBoard(powers);
  const probes = createProbes(powers);
  const news = projectCalls(powers);
  const feeds = new DisposableStack();
  feeds.use(qualities.follow(bus));
  feeds.use(probes);
  feeds.use(followRooms({ ...powers, probes }, gathered));
  feeds.use(bus.on("members.changed", (event) => strangers.add(event)));
  feeds.use(bus.on("call.changed", () => alarm.nudge()));
  feeds.use(bus.on("call.ended", ({ callId }) => endedCalls.add(callId)));
  const parts = [...Object.values(gathered), qualities, news];
  return {
    qualities,
    probes,
    lineClosed(connectionId) {
      closedLines.add(connectionId);
      probes.drop({ connectionId });
    },
    async judgeMissed() {
      const missed = await unjudgedCalls(powers.database.db, mostUnjudged);
      for (const callId of missed) endedCalls.add(callId);
    },
    async quiet() {
      for (const part of parts) await part.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      for (const part of parts) await part[Symbol.asyncDispose]();
    },
  };
}
