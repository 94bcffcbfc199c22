import { createAlarm } from "../../platform/alarm.ts";
import { createCallBook } from "./call-book.ts";
import { callView } from "./call-view.ts";
import type { Calls } from "./calls-face.ts";
import { getCallQuality } from "./http/get-call-quality.ts";
import {
  defaultCallSettings,
  type CallPowers,
  type CallsDeps,
} from "./powers.ts";
import { callCommands } from "./realtime/commands.ts";
import { projectCalls } from "./realtime/project-calls.ts";
import { callQuestions, requestCommands } from "./request-face.ts";
import { openCallOf } from "./store/calls.ts";
import { keepVerdict } from "./use-cases/judge-quality.ts";
import {
  endOverdue,
  holdOrphanedSeats,
  holdSeatsOf,
} from "./use-cases/keep-time.ts";

export type { CallOutcome, Calls, Joiner } from "./calls-face.ts";
export type { Party } from "./domain/new-seat.ts";
export type {
  CallsDeps,
  CallSettings,
  IceProvider,
  SessionDirectory,
} from "./powers.ts";
export type { CallsTables } from "./store/tables.ts";

/** Deadlines set by other nodes are seen at least this often. */
const atLeastEveryMs = 5_000;

export function createCalls(deps: CallsDeps): Calls {
  const powers: CallPowers = {
    ...deps,
    settings: { ...defaultCallSettings, ...deps.settings },
    book: createCallBook(),
  };
  const { database, bus, log } = powers;
  const alarm = createAlarm({
    ...deps,
    atLeastEveryMs,
    round: () => endOverdue(powers),
  });
  const subscriptions = new DisposableStack();
  subscriptions.use(projectCalls(powers));
  subscriptions.use(bus.on("call.changed", () => alarm.ring()));
  subscriptions.use(
    bus.on("call.ended", ({ callId }) => keepVerdict(powers, callId)),
  );

  return {
    ...requestCommands(powers),
    ...callQuestions(powers),
    commands: callCommands(powers),
    routes: [getCallQuality(powers)],
    async snapshot(principal) {
      const call = await openCallOf(database.db, principal.id);
      return call === undefined
        ? []
        : [{ type: "call.changed", call: callView(call) }];
    },
    onConnectionClosed({ connectionId }) {
      holdSeatsOf(powers, connectionId).catch((error: unknown) => {
        log.error(
          { error, connectionId },
          "seats of a closed socket could not be held",
        );
      });
    },
    async start() {
      await holdOrphanedSeats(powers);
      alarm.ring();
    },
    async [Symbol.asyncDispose]() {
      subscriptions.dispose();
      await alarm[Symbol.asyncDispose]();
    },
  };
}
