import {
  decideNotification,
  excerptOf,
  messageSounds,
  type Reminder,
} from "@veche/contracts";
import type { TellNewsDeps } from "./tell-news.ts";
import { isTurnHere } from "./turn.ts";

/** What fired while nobody was here is shown by the page; it is old news for the ear. */
const newsMs = 60_000;
const longestWords = 160;
const anyPlace = { notify: "all", mutedUntil: null } as const;

/** Sounds and shows reminders whose time has come. Answers with the end of it. */
export function tellReminders(
  deps: Omit<TellNewsDeps, "openId" | "tagIds">,
): () => void {
  const { realtime, settings, presence, nowMs, notices, focus } = deps;
  const tell = async ({
    reminderId,
    firedAt,
    conversationId,
    message,
    authorName,
  }: Reminder) => {
    if (firedAt === null || Date.parse(firedAt) < nowMs() - newsMs) return;
    const state = presence.get();
    const verdict = decideNotification({
      cause: "reminder",
      place: anyPlace,
      settings: settings.get(),
      isDoNotDisturb: state?.state === "do_not_disturb",
      isInCall: deps.isTalking() || state?.isInCall === true,
      now: new Date(nowMs()),
    });
    if (verdict.kind === "silent" || !(await isTurnHere(deps))) return;
    const sound = messageSounds.find((one) => one === verdict.sound);
    if (sound !== undefined) deps.sounds.message(sound);
    if (focus.isHere()) return;
    const { showsText } = settings.get();
    const words = excerptOf(message.body, longestWords);
    await notices.show({
      title: deps.texts.get().t("told.reminder"),
      body: showsText && words !== "" ? `${authorName}: ${words}` : "",
      tag: `reminder/${reminderId}`,
      path: `/chats/${conversationId}/${message.seq}`,
    });
  };
  return realtime.on("reminder.fired", ({ reminder }) => void tell(reminder));
}
