import { messageEndpoints } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import {
  presentReminders,
  type ReminderReadingDeps,
} from "../reactions/when-reminder-fired.ts";
import { reminderPlacesOf } from "../store/reminders.ts";

export const listReminders = (deps: ReminderReadingDeps) =>
  route(messageEndpoints.listReminders, async ({ principal }) => ({
    items: await presentReminders(
      deps,
      principal,
      await reminderPlacesOf(deps.db, principal.id),
    ),
  }));
