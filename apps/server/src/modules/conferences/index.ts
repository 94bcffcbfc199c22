import type { ConversationId, UserId } from "@veche/contracts";
import { createAlarm } from "../../platform/alarm.ts";
import type { Log } from "../../platform/log.ts";
import type { Timers } from "../../platform/timers.ts";
import type { FileRoute } from "../../platform/http/file-route.ts";
import type { Route } from "../../platform/http/route.ts";
import type { LetterPage } from "../../platform/http/letter-pages.ts";
import {
  createPasswordHash,
  type PasswordHash,
} from "../../platform/password-hash.ts";
import { createAnswerTokens } from "./answer-token.ts";
import type { ConferencePowers } from "./conference-powers.ts";
import { answerPage } from "./http/answer-page.ts";
import { guestDoor, type GuestDoorView } from "./guest-door.ts";
import { conferenceRoutes } from "./http/conference-routes.ts";
import { callRulesIn, type CallRules } from "./store/call-rules.ts";
import { calendarFile } from "./http/calendar-file-route.ts";
import { remindOfConferences } from "./use-cases/remind.ts";
import { erasePlaces } from "./store/erase-places.ts";
import { tellPlans } from "./store/tell-plans.ts";

export type { ConferencesTables } from "./store/tables.ts";

/** Planned calls: their time, their people, and the conversations they take place in. */
export interface Conferences extends AsyncDisposable {
  /** Begins to remind people of what begins soon. */
  start(): void;
  /** Settles when everybody was reminded of what is due; for tests. */
  quiet(): Promise<void>;
  readonly routes: readonly Route[];
  readonly letterPages: readonly LetterPage[];
  /** People's calendars, for the programs that subscribe to them. */
  readonly fileRoutes: readonly FileRoute[];
  /** Where a link for guests leads; undefined for one that ended. */
  guestDoor(guestToken: string): Promise<GuestDoorView | undefined>;
  /** Takes a person out of all conferences; in the caller's transaction. Out of how many. */
  readonly erasePlaces: typeof erasePlaces;
  /** What was planned for the calls of a conversation; undefined where no conference takes place in it. */
  callRulesIn(conversationId: ConversationId): Promise<CallRules | undefined>;
  /** What a person is invited to, for them. */
  tellPlans(userId: UserId): AsyncIterable<unknown>;
}

export interface ConferencesDeps extends Omit<
  ConferencePowers,
  "answerTokens" | "passwords"
> {
  /** Seals the answer links in letters. */
  readonly answerKey: string;
  readonly timers: Timers;
  readonly log: Log;
}

export function createConferences(deps: ConferencesDeps): Conferences {
  const passwords: PasswordHash = createPasswordHash();
  const answerTokens = createAnswerTokens(deps.answerKey, deps.clock);
  const powers: ConferencePowers = { ...deps, passwords, answerTokens };
  const reminders = createAlarm({
    ...deps,
    atLeastEveryMs: 60_000,
    round: () => remindOfConferences(powers),
  });
  return {
    routes: conferenceRoutes(powers),
    letterPages: [answerPage(powers)],
    fileRoutes: [calendarFile(powers)],
    start: () => reminders.ring(),
    quiet: async () => {
      reminders.ring();
      await reminders.quiet();
    },
    [Symbol.asyncDispose]: () => reminders[Symbol.asyncDispose](),
    guestDoor: (guestToken) => guestDoor(powers, guestToken),
    erasePlaces,
    callRulesIn: (conversationId) =>
      callRulesIn(powers.database.db, conversationId),
    tellPlans: (userId) => tellPlans(powers.database.db, userId),
  };
}
