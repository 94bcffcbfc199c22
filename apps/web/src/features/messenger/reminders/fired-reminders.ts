import type { Reminder } from "@veche/contracts";
import {
  createStore,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";

/** Reminders whose time has come and that are not done with; heard from the line's first word on, whatever is drawn. */
export interface FiredReminders {
  readonly all: Readable<readonly Reminder[]>;
  /** It is gone from here at once; rejects as the command does. */
  readonly done: (reminder: Reminder) => Promise<unknown>;
  readonly close: () => void;
}

export function createFiredReminders(
  realtime: Pick<RealtimeClient, "on" | "send">,
): FiredReminders {
  const all = createStore<readonly Reminder[]>([]);
  const without = ({ reminderId }: Reminder) =>
    all.get().filter((one) => one.reminderId !== reminderId);
  const close = realtime.on("reminder.fired", ({ reminder }) =>
    all.set([...without(reminder), reminder]),
  );
  return {
    all,
    done: (reminder) => {
      all.set(without(reminder));
      const { reminderId } = reminder;
      return realtime.send("reminder.cancel", { reminderId });
    },
    close,
  };
}
