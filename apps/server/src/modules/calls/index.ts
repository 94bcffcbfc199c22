import type { PrincipalId } from "@veche/contracts";
import { createAlarm } from "../../platform/alarm.ts";
import { createGathering } from "../../platform/gather.ts";
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
import { react } from "./reactions.ts";
import { callQuestions, requestCommands } from "./request-face.ts";
import { openCallsOf } from "./store/calls.ts";
import { endOverdue, holdOrphanedSeats } from "./use-cases/keep-time.ts";
import { eraseName } from "./use-cases/erase-name.ts";

export type { CallOutcome, Calls } from "./calls-face.ts";
export type { CallsDeps } from "./powers.ts";
export type { CallsTables } from "./store/tables.ts";

/** Deadlines set by other nodes are seen at least this often. */
const atLeastEveryMs = 5_000;

export function createCalls(deps: CallsDeps): Calls {
  const powers: CallPowers = {
    ...deps,
    settings: { ...defaultCallSettings, ...deps.settings },
    book: createCallBook(),
  };
  const { db } = powers.database;
  const alarm = createAlarm({
    ...deps,
    atLeastEveryMs,
    round: () => endOverdue(powers),
  });
  const reactions = react(powers, alarm);
  const parts = [reactions, alarm];
  const openCallOf = createGathering({
    read: (principalIds: readonly PrincipalId[]) =>
      openCallsOf(db, principalIds),
  });

  return {
    ...requestCommands(powers),
    ...callQuestions(powers),
    eraseName,
    commands: callCommands(powers),
    routes: [getCallQuality(powers)],
    async snapshot(principal) {
      const call = await openCallOf(principal.id);
      return call === undefined
        ? []
        : [{ type: "call.changed", call: callView(call) }];
    },
    onConnectionClosed: ({ connectionId }) =>
      reactions.lineClosed(connectionId),
    async start() {
      await holdOrphanedSeats(powers);
      alarm.ring();
    },
    async quiet() {
      for (const part of parts) await part.quiet();
    },
    async [Symbol.asyncDispose]() {
      for (const part of parts) await part[Symbol.asyncDispose]();
    },
  };
}
