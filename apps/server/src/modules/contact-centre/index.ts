import { createAlarm, type Alarm } from "../../platform/alarm.ts";
import type { Route } from "../../platform/http/route.ts";
import type { ContactCentre } from "./centre-face.ts";
import { defaultSettings } from "./domain/settings.ts";
import { cannedAnswers } from "./http/canned-answers.ts";
import { getCustomer } from "./http/get-customer.ts";
import { getHistoryEntry } from "./http/get-history-entry.ts";
import { getLiveBoard } from "./http/get-live-board.ts";
import { listHistory } from "./http/list-history.ts";
import { listOperators } from "./http/list-operators.ts";
import { getReport } from "./http/get-report.ts";
import { queueRoutes } from "./http/queue-routes.ts";
import { wrapUpRules } from "./http/wrap-up-rules.ts";
import { listTransferTargets } from "./http/list-transfer-targets.ts";
import type { ContactCentreDeps, Powers } from "./powers.ts";
import { questions } from "./questions.ts";
import { react } from "./reactions.ts";
import { centreCommands } from "./realtime/commands.ts";
import { showHelp } from "./realtime/show-help.ts";
import { showOffers } from "./realtime/show-offers.ts";
import { showOperators } from "./realtime/show-operators.ts";
import { showRequests } from "./realtime/show-requests.ts";
import { createSnapshot } from "./realtime/snapshot.ts";
import {
  createStaffOnLine,
  type StaffOnLine,
} from "./realtime/staff-on-line.ts";
import { watchQueue } from "./realtime/watch-queue.ts";
import { createRouter } from "./router.ts";
import { noteEverybodyAway } from "./use-cases/follow-presence.ts";
import { foldReports } from "./use-cases/fold-reports.ts";
import { endSessionsOfEndedCalls } from "./use-cases/sweep.ts";
import { eraseName } from "./use-cases/erase-name.ts";

export { daySpansOf } from "./domain/report-span.ts";
export type { ContactCentre } from "./centre-face.ts";
export type { ContactCentreDeps } from "./powers.ts";
export type { ContactCentreTables } from "./store/tables.ts";

export function createContactCentre(deps: ContactCentreDeps): ContactCentre {
  const powers: Powers = {
    ...deps,
    settings: { ...defaultSettings, ...deps.settings },
  };
  const staff = createStaffOnLine(powers.hub);
  const router = createRouter(powers);
  const reactions = react(powers, router);
  const folding = createFolding(powers);
  const parts = [reactions, router, folding, ...createShows(powers, staff)];
  const snapshot = createSnapshot(powers);

  return {
    ...questions(powers),
    eraseName,
    commands: centreCommands(powers, () => router.ring()),
    routes: routesOf(powers),
    async snapshot(principal) {
      staff.note(principal);
      reactions.look(principal.id);
      return snapshot(principal);
    },
    onConnectionClosed({ principal, wasLast }) {
      if (wasLast) reactions.look(principal.id);
    },
    async start() {
      await noteEverybodyAway(powers);
      for (const principalId of powers.hub.connectedPrincipals())
        reactions.look(principalId);
      await endSessionsOfEndedCalls(powers);
      router.ring();
      folding.ring();
    },
    async quiet() {
      for (const part of parts) await part.quiet();
    },
    async [Symbol.asyncDispose]() {
      for (const part of parts) await part[Symbol.asyncDispose]();
    },
  };
}

const routesOf = (powers: Powers): readonly Route[] => [
  listHistory(powers),
  getHistoryEntry(powers),
  getLiveBoard(powers),
  listOperators(powers),
  listTransferTargets(powers),
  getCustomer(powers),
  ...wrapUpRules(powers),
  ...queueRoutes(powers),
  getReport(powers),
  ...cannedAnswers(powers),
];

/** A day that is over, or that changed afterwards, is added up for the reports so soon. */
const foldEveryMs = 10 * 60_000;

const createFolding = (powers: Powers): Alarm =>
  createAlarm({
    ...powers,
    atLeastEveryMs: foldEveryMs,
    round: async () =>
      (await foldReports(powers)) ? powers.clock.now() : undefined,
  });

/** What people on line are shown of what changes. */
function createShows(powers: Powers, staff: StaffOnLine) {
  const watch = watchQueue(powers, staff);
  return [
    showOffers(powers),
    showOperators(powers, staff),
    showHelp(powers, staff),
    showRequests(powers, watch),
    watch,
  ] as const;
}
