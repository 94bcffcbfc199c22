import type {
  PrincipalId,
  TimelineEvent,
  TimelineEventOf,
} from "@veche/contracts";
import type { WidgetTranslator } from "../texts/translator.ts";

interface Reader {
  readonly me: PrincipalId | null;
  readonly translator: WidgetTranslator;
}

/** What happened, in words for the customer; null for what only the log needs. */
export function noteOf(
  event: TimelineEvent,
  { me, translator }: Reader,
): string | null {
  const { t } = translator;
  switch (event.type) {
    case "request.created":
      // A chat begins with the message itself.
      if (event.actorId !== me || event.kind === "chat") return null;
      return t(`note.asked.${event.kind}`);
    case "request.accepted":
      return t("note.accepted", { name: event.operatorName });
    case "request.transferring":
      return transferWords(event, translator);
    case "request.ended":
      return t(`note.ended.${event.reason}`);
    case "call.started":
      return t(`note.callStarted.${event.media}`);
    case "call.ended":
      return callNote(event, translator);
    case "recording.started":
      return t("note.recordingStarted");
    case "recording.ended":
      return t("note.recordingEnded", {
        duration: translator.duration(event.durationMs),
      });
    // Of members the acceptance and the end of the request tell enough.
    default:
      return null;
  }
}

/** To whom one is being handed over. */
export const transferWords = (
  { toName }: { readonly toName: string | null },
  { t }: WidgetTranslator,
): string =>
  toName === null ? t("note.transferOn") : t("note.transfer", { name: toName });

function callNote(
  { durationMs, reason }: TimelineEventOf<"call.ended">,
  { t, duration }: WidgetTranslator,
): string {
  if (durationMs > 0)
    return t("note.callEnded", { duration: duration(durationMs) });
  switch (reason) {
    case "cancelled":
    case "declined":
    case "unanswered":
    case "lost":
      return t(`callEnd.${reason}`);
    // Ended by a hand before anybody was live: nobody is to blame.
    default:
      return t("note.callNotLive");
  }
}
