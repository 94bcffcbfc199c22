import { useNavigate } from "@tanstack/react-router";
import type { Reminder } from "@veche/contracts";
import { lazy, Suspense, useEffect, useState } from "react";
import { notifyFailure } from "../platform/kit/notify.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { chatsPath } from "./sections.ts";
import { useWorkplace } from "./workplace-context.ts";

const ReminderCards = lazy(() =>
  import("../features/messenger/reminders/reminder-cards.tsx").then((file) => ({
    default: file.ReminderCards,
  })),
);

/** What I asked to be reminded of, on whatever page one is, when its time has come. */
export function ReminderLayer() {
  const texts = useTexts();
  const { realtime } = useWorkplace();
  const navigate = useNavigate();
  const [fired, setFired] = useState<readonly Reminder[]>([]);
  useEffect(
    () =>
      realtime.on("reminder.fired", ({ reminder }) =>
        setFired((all) => [
          ...all.filter(({ reminderId }) => reminderId !== reminder.reminderId),
          reminder,
        ]),
      ),
    [realtime],
  );
  if (fired.length === 0) return null;
  const done = ({ reminderId }: Reminder) => {
    setFired((all) => all.filter((one) => one.reminderId !== reminderId));
    realtime
      .send("reminder.cancel", { reminderId })
      .catch((failure: unknown) => notifyFailure(texts, failure));
  };
  const show = (reminder: Reminder) => {
    const { conversationId, message } = reminder;
    void navigate({
      to: chatsPath,
      params: { conversationId, seq: String(message.seq) },
    });
    done(reminder);
  };
  return (
    <Suspense fallback={null}>
      <ReminderCards reminders={fired} onShow={show} onDone={done} />
    </Suspense>
  );
}
