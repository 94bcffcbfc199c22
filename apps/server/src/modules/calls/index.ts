import { createAlarm } from "../../platform/alarm.ts";
import { createSnapshot } from "./snapshot.ts";
import { createCallBook } from "./call-book.ts";
import { createFloorBook } from "./floor-book.ts";
import { reactToFloors } from "./floor-reactions.ts";
import { dropEndedFloors } from "./use-cases/tidy-floor.ts";
import { knock, leaveLobby, orphanedLines } from "./use-cases/wait-in-lobby.ts";
import type { Calls } from "./calls-face.ts";
import { callRoutes } from "./http/routes.ts";
import {
  defaultCallSettings,
  type CallPowers,
  type CallsDeps,
} from "./powers.ts";
import { callCommands } from "./realtime/commands.ts";
import { react } from "./reactions.ts";
import { callQuestions, requestCommands } from "./request-face.ts";
import { endOverdue, holdOrphanedSeats } from "./use-cases/keep-time.ts";
import { countStandingCalls } from "./store/standing-calls.ts";
import { eraseName } from "./use-cases/erase-name.ts";

export type { ConferenceRules } from "./conference-directory.port.ts";
export type { CallOutcome, Calls } from "./calls-face.ts";
export type { CallsDeps } from "./powers.ts";
export type { StandingCalls } from "./store/standing-calls.ts";
export type { CallsTables } from "./store/tables.ts";

/** Deadlines set by other nodes are seen at least this often. */
const atLeastEveryMs = 5_000;

export function createCalls(deps: CallsDeps): Calls {
  const powers: CallPowers = {
    ...deps,
    settings: { ...defaultCallSettings, ...deps.settings },
    book: createCallBook(),
    floors: createFloorBook(),
  };
  const { db } = powers.database;
  const alarm = createAlarm({
    ...deps,
    atLeastEveryMs,
    round: () => endOverdue(powers),
  });
  const reactions = react(powers, alarm);
  const floorReactions = reactToFloors(powers);
  const parts = [reactions, floorReactions, alarm];
  return {
    ...requestCommands(powers),
    ...callQuestions(powers),
    eraseName,
    commands: callCommands(powers, reactions),
    routes: callRoutes(powers),
    snapshot: createSnapshot(powers),
    onConnectionClosed({ connectionId }) {
      reactions.lineClosed(connectionId);
      floorReactions.lineClosed(connectionId);
    },
    lobby: {
      knock: (knocker) => knock(powers, knocker),
      leave: (conversationId, principalId) =>
        leaveLobby(powers, conversationId, principalId),
    },
    async start() {
      await holdOrphanedSeats(powers);
      await dropEndedFloors(powers);
      for (const line of await orphanedLines(powers))
        floorReactions.lineClosed(line);
      alarm.ring();
      await reactions.judgeMissed();
    },
    countStanding: () => countStandingCalls(db),
    async quiet() {
      for (const part of parts) await part.quiet();
    },
    async [Symbol.asyncDispose]() {
      for (const part of parts) await part[Symbol.asyncDispose]();
    },
  };
}
