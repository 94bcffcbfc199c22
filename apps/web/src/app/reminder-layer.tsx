import { useNavigate } from "@tanstack/react-router";
import type { Reminder } from "@veche/contracts";
import { lazy, Suspense } from "react";
import { notifyFailure } from "../platform/kit/notify.ts";
import { useStore } from "../platform/store/use-store.ts";
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
  const { reminders } = useWorkplace();
  const navigate = useNavigate();
  const fired = useStore(reminders.all);
  if (fired.length === 0) return null;
  const done = (reminder: Reminder) => {
    reminders
      .done(reminder)
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
