import type { ReminderId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Alarm } from "../../../platform/alarm.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Chats } from "../../chats/index.ts";
import {
  countReminders,
  deleteReminder,
  insertReminder,
} from "../store/reminders.ts";
import type { MessagesTables } from "../store/tables.ts";
import { requireMessage } from "./require-message.ts";

export interface ReminderDeps {
  readonly database: Database<MessagesTables>;
  readonly ids: Ids;
  readonly chats: Pick<Chats, "readEvents" | "profile">;
  readonly due: Pick<Alarm, "nudge">;
}

/** Those that have fired and are not done with count too. */
const reminderLimit = 500;

/**
 * Reminds of a message at a time; one that has passed fires at once. Refuses `message.not_found`, `message.deleted`,
 * `request.conflict` when there are too many.
 */
export function setReminder({
  database,
  ids,
  chats,
  due,
}: ReminderDeps): CommandHandler<"reminder.set"> {
  return async ({ principal, actor }, { clientId, at, ...named }) => {
    const { db } = database;
    const { message } = await requireMessage({ db, chats }, principal, named);
    if (message.deletedAt !== undefined) throw new AppError("message.deleted");
    if ((await countReminders(db, principal.id)) >= reminderLimit)
      throw new AppError("request.conflict");
    const reminderId = await database.transact(actor, (unit) =>
      insertReminder(unit, {
        id: ids.next<ReminderId>(),
        principalId: principal.id,
        clientId,
        messageId: named.messageId,
        remindAt: new Date(at),
      }),
    );
    due.nudge();
    return { reminderId };
  };
}

/** Takes one's own reminder away; one that is not there is away already. */
export function cancelReminder({
  database,
}: Pick<ReminderDeps, "database">): CommandHandler<"reminder.cancel"> {
  return async ({ principal, actor }, { reminderId }) => {
    await database.transact(actor, (unit) =>
      deleteReminder(unit, reminderId, principal.id),
    );
    return {};
  };
}
