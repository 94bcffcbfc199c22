import type { Texts } from "../texts/texts.tsx";
import { ratedWords } from "./rated-words.ts";
import type { NoteRow } from "./timeline-rows.ts";

/** A note of the log in the reader's words. */
export function noteWords(
  { t, duration }: Texts,
  { event, isOfCustomer }: NoteRow,
): string {
  switch (event.type) {
    case "request.created":
      return t(isOfCustomer ? "chat.requestCreated" : "chat.requestByStaff", {
        kind: t(`requestKind.${event.kind}`).toLocaleLowerCase(),
      });
    case "request.accepted":
      return t("chat.requestAccepted", { name: event.operatorName });
    case "request.transferring":
      return event.toName === null
        ? t("chat.transferringOn")
        : t("chat.transferring", { name: event.toName });
    case "request.ended":
      return event.reason === "completed"
        ? t("session.over")
        : t(`requestEnd.${event.reason}`);
    case "request.rated":
      return ratedWords(t, event);
    case "call.started":
      return t("chat.callStarted", { media: t(`requestKind.${event.media}`) });
    case "call.ended":
      return event.durationMs > 0
        ? t("chat.callEnded", {
            reason: t(`callEnd.${event.reason}`),
            time: duration(event.durationMs),
          })
        : t(`callEnd.${event.reason}`);
    case "recording.started":
      return t("chat.recordingStarted");
    case "recording.ended":
      return t("chat.recordingEnded", { time: duration(event.durationMs) });
  }
}
