import type { LentUnit } from "../../platform/db/statements.ts";
import type { FiredReminder } from "./store/reminders.ts";

/** Reaches devices that are not connected. Joins the transaction in which the reminders fire. */
export interface ReminderCalls {
  remind(unit: LentUnit, fired: readonly FiredReminder[]): Promise<void>;
}
