import { serverActor } from "../../../platform/db/database.ts";
import type { Mailer } from "../../../platform/mail/mailer.ts";
import { leaseMs, retryDelayMs } from "../domain/retry.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import {
  claimMails,
  delayMail,
  dropMail,
  nextMailAt,
  type MailRow,
} from "../store/mails.ts";

export type SendMailsDeps = Pick<
  NotificationPowers,
  "database" | "clock" | "log"
> & { readonly mailer: Mailer };

const atOnce = 4;

/** Sends the letters that are due, until none is; answers with when the next is. */
export async function sendMails(
  deps: SendMailsDeps,
): Promise<Date | undefined> {
  const { database, clock } = deps;
  for (;;) {
    const claimed = await database.transact(serverActor, ({ tx }) =>
      claimMails(tx, { now: clock.now(), leaseMs, limit: atOnce }),
    );
    if (claimed.length === 0) return nextMailAt(database.db);
    await Promise.all(claimed.map((mail) => sendOne(deps, mail)));
  }
}

async function sendOne(
  { database, clock, log, mailer }: SendMailsDeps,
  { id, recipient, tries, expiresAt, ...letter }: MailRow,
): Promise<void> {
  const now = clock.now();
  const outcome =
    expiresAt <= now
      ? ({ kind: "refused", cause: new Error("it waited too long") } as const)
      : await mailer.send({ ...letter, id, to: recipient });
  await database.transact(serverActor, async ({ tx }) => {
    switch (outcome.kind) {
      case "sent":
        return dropMail(tx, id);
      case "refused":
        log.warn({ error: outcome.cause, mailId: id }, "a letter is given up");
        return dropMail(tx, id);
      case "delayed": {
        log.info({ error: outcome.cause, mailId: id, tries }, "a letter waits");
        const dueAt = new Date(now.getTime() + retryDelayMs(tries));
        return delayMail(tx, id, dueAt);
      }
    }
  });
}
