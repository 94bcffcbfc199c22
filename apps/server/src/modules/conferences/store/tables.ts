import type { Generated, JSONColumnType } from "kysely";
import type {
  ClientId,
  ConferenceAnswer,
  ConferenceId,
  ConferenceSchedule,
  ConversationId,
  Id,
  PresenterKind,
  UserId,
} from "@veche/contracts";

/** Somebody outside the company in one conference. */
export type OutsiderId = Id<"outsider">;

interface ConferencesTable {
  id: ConferenceId;
  conversationId: ConversationId;
  title: string;
  about: string | null;
  /** Null: a lasting room. */
  schedule: JSONColumnType<ConferenceSchedule> | null;
  /** When the last occurrence ends; null where there is no last one. */
  overAt: Date | null;
  createdBy: UserId;
  clientId: ClientId;
  createdAt: Date;
  cancelledAt: Date | null;
  /** How often calendars were told of a change. */
  sequence: Generated<number>;
  changedAt: Date;
  hasLobby: boolean;
  presenters: PresenterKind;
  isRecorded: boolean;
  passwordHash: string | null;
  /** The secret in the link for guests; null: there is none. */
  guestToken: string | null;
  /** When its people are reminded next, or it is looked at again; null: never. */
  lookAt: Date | null;
}

interface ConferenceOutsidersTable {
  id: OutsiderId;
  conferenceId: ConferenceId;
  /** In lower case. */
  email: string;
  answer: ConferenceAnswer;
}

interface ConferenceInviteesTable {
  conferenceId: ConferenceId;
  userId: UserId;
  isOrganiser: boolean;
  answer: ConferenceAnswer;
}

/** An occurrence that is not where the rule has it; both null: it does not take place. */
interface ConferenceExceptionsTable {
  conferenceId: ConferenceId;
  originalAt: Date;
  startsAtLocal: string | null;
  durationMinutes: number | null;
}

/** A beginning that people were reminded of. */
interface ConferenceRemindersTable {
  conferenceId: ConferenceId;
  startsAt: Date;
}

interface CalendarFeedsTable {
  userId: UserId;
  /** The secret in its address. */
  token: string;
  createdAt: Date;
}

export interface ConferencesTables {
  conferences: ConferencesTable;
  conferenceInvitees: ConferenceInviteesTable;
  conferenceExceptions: ConferenceExceptionsTable;
  conferenceOutsiders: ConferenceOutsidersTable;
  conferenceReminders: ConferenceRemindersTable;
  calendarFeeds: CalendarFeedsTable;
}
