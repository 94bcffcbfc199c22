import type { Insertable, Selectable } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { MailId, NotificationsTables } from "./tables.ts";

type MailsTable = NotificationsTables["mails"];
export type MailRow = Selectable<MailsTable>;

export async function queueMail(
  tx: Tx<NotificationsTables>,
  mail: Insertable<MailsTable>,
): Promise<void> {
  await tx.insertInto("mails").values(mail).execute();
}

/** Takes what is due for a while: whoever dies over it leaves it due again. */
export async function claimMails(
  tx: Tx<NotificationsTables>,
  {
    now,
    leaseMs,
    limit,
  }: { readonly now: Date; readonly leaseMs: number; readonly limit: number },
): Promise<readonly MailRow[]> {
  const until = new Date(now.getTime() + leaseMs);
  return tx
    .with("due", (due) =>
      due
        .selectFrom("mails")
        .select("id")
        .where("dueAt", "<=", now)
        .orderBy("dueAt")
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable("mails as m")
    .from("due")
    .set((one) => ({ dueAt: until, tries: one("m.tries", "+", 1) }))
    .whereRef("m.id", "=", "due.id")
    .returningAll("m")
    .execute();
}

export async function dropMail(
  tx: Tx<NotificationsTables>,
  id: MailId,
): Promise<void> {
  await tx.deleteFrom("mails").where("id", "=", id).execute();
}

export async function delayMail(
  tx: Tx<NotificationsTables>,
  id: MailId,
  dueAt: Date,
): Promise<void> {
  await tx.updateTable("mails").set({ dueAt }).where("id", "=", id).execute();
}

export async function nextMailAt(
  db: Db<NotificationsTables>,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("mails")
    .select("dueAt")
    .orderBy("dueAt")
    .limit(1)
    .executeTakeFirst();
  return row?.dueAt;
}
