import type { MailCalendar } from "../../../platform/mail/mailer.ts";
import {
  calendarFile,
  type CalendarConference,
  type CalendarMethod,
} from "../calendar-file.ts";
import type { Exception } from "../domain/occurrences.ts";
import type { LetterKind } from "../invitation-letter.ts";
import type { StoredConference } from "../store/conferences.ts";

/** What a letter tells calendars of. */
export interface Appointed {
  readonly kind: LetterKind;
  readonly conference: StoredConference;
  readonly exceptions: readonly Exception[];
  /** Of one that is skipped. */
  readonly occurrence?: Date;
}

/** The appointment as one letter carries it; null: it has no time, or calendars know it already. */
export function appointmentOf(
  { kind, conference, exceptions, occurrence }: Appointed,
  told: Pick<CalendarConference, "organiser" | "attendees"> & {
    readonly url: string | null;
  },
): MailCalendar | null {
  const { id, title, about, schedule, sequence, changedAt } = conference;
  if (schedule === null || kind === "soon") return null;
  const method: CalendarMethod =
    kind === "cancelled" || kind === "skipped" ? "CANCEL" : "REQUEST";
  const file = {
    ...{ id, title, about, schedule, sequence, changedAt, exceptions },
    ...told,
  };
  return { method, content: calendarFile(file, method, occurrence) };
}
