import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";
import type { Mail } from "../../../platform/mail/mailer.ts";
import { escapeHtml } from "../../../platform/mail/escape-html.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import type { MailId } from "../store/tables.ts";

/** A letter of another module; without HTML of its own its paragraphs are that. */
export type QueuedLetter = Omit<Mail, "id" | "unsubscribeUrl" | "html"> &
  Partial<Pick<Mail, "html">>;

/** Calendars of people who are away take it when their mail server is back. */
const letterLifeMs = 3 * 24 * 3_600_000;

/** Puts a letter on its way in the caller's transaction; where no letters are sent, it does nothing. */
export async function queueLetter(
  { clock, ids, mailer }: Pick<NotificationPowers, "clock" | "ids" | "mailer">,
  unit: LentUnit,
  { to, subject, text, html = paragraphs(text), calendar }: QueuedLetter,
): Promise<void> {
  if (mailer === undefined) return;
  const now = clock.now();
  await rowsOf(
    unit.tx,
    `INSERT INTO mails (id, recipient, subject, text, html, calendar, due_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ids.next<MailId>(),
      ...[to, subject, text, html],
      calendar && JSON.stringify(calendar),
      now.toISOString(),
      new Date(now.getTime() + letterLifeMs).toISOString(),
    ],
  );
  unit.happened({ type: "letter.queued" });
}

const paragraphs = (text: string): string =>
  text
    .split("\n\n")
    .map((one) => `<p>${escapeHtml(one)}</p>`)
    .join("\n");
