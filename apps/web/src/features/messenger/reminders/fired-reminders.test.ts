import type { NoticeOf, Reminder, ReminderId } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import { expect, it } from "vitest";
import { createFiredReminders } from "./fired-reminders.ts";

// Only its name is looked at.
const reminder = (name: string) =>
  ({ reminderId: name as ReminderId }) as Reminder;

type Listener = (notice: NoticeOf<"reminder.fired">) => void;

function createLine() {
  const listeners = new Set<Listener>();
  const sent: unknown[] = [];
  const realtime = {
    on: (_kind: string, listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (name: string, params: unknown) => {
      sent.push([name, params]);
      return Promise.resolve();
    },
    // What the subject takes of a line, for this one notice.
  } as unknown as Pick<RealtimeClient, "on" | "send">;
  const fire = (one: Reminder) => {
    for (const listener of listeners)
      listener({ type: "reminder.fired", reminder: one });
  };
  return { realtime, fire, sent };
}

it("a reminder is kept for whoever looks later, once, until it is done with", async () => {
  const { realtime, fire, sent } = createLine();
  const reminders = createFiredReminders(realtime);
  const [call, write] = [reminder("call"), reminder("write")];
  fire(call);
  fire(write);
  fire(call);
  expect(reminders.all.get()).toEqual([write, call]);
  await reminders.done(write);
  expect(reminders.all.get()).toEqual([call]);
  expect(sent).toEqual([["reminder.cancel", { reminderId: "write" }]]);
  reminders.close();
  fire(write);
  expect(reminders.all.get()).toEqual([call]);
});
