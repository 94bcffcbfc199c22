import type { TimelineEntry } from "@veche/contracts";
import type { Texts } from "../../../platform/texts/texts.tsx";
import { ratedWords } from "../../../platform/timeline/rated-words.ts";
import { rulesWords } from "../confidential/rules-words.ts";
import type { NoteEntry } from "../conversation/timeline-rows.ts";

type Settings = Extract<
  TimelineEntry,
  { type: "conversation.settings_changed" }
>;

function settingsWords(texts: Texts, who: string, entry: Settings): string {
  const { t } = texts;
  if (entry.confidentiality === null) return t("note.confidentialOff", { who });
  if (entry.confidentiality !== undefined)
    return t("note.confidentialOn", {
      who,
      rules: rulesWords(texts, entry.confidentiality),
    });
  if (entry.pictureId !== undefined) return t("note.picture", { who });
  if (entry.access !== undefined)
    return t(entry.access === "open" ? "note.opened" : "note.closed", { who });
  if (entry.posting !== undefined)
    return t(
      entry.posting === "admins" ? "note.postingAdmins" : "note.postingMembers",
      { who },
    );
  return t("note.about", { who });
}

const transferWords = ({ t }: Texts, name: string | null): string =>
  name === null ? t("chat.transferringOn") : t("chat.transferring", { name });

const callWords = (
  { t, duration }: Texts,
  entry: Extract<TimelineEntry, { type: "call.ended" }>,
): string =>
  entry.durationMs > 0
    ? t("chat.callEnded", {
        reason: t(`callEnd.${entry.reason}`),
        time: duration(entry.durationMs),
      })
    : t(`callEnd.${entry.reason}`);

/** A service line in the reader's words. `who` is whoever did it. */
export function noteWords(texts: Texts, who: string, entry: NoteEntry): string {
  const { t, duration, time } = texts;
  switch (entry.type) {
    case "message.pinned":
      return t(entry.isPinned ? "note.pinned" : "note.unpinned", {
        who,
        words: entry.excerpt,
      });
    case "member.joined": {
      const { name, principalId } = entry.member;
      return entry.actorId === null || entry.actorId === principalId
        ? t("note.joined", { name })
        : t("note.added", { who, name });
    }
    case "member.left":
      return entry.actorId === null || entry.actorId === entry.principalId
        ? t("note.left", { name: entry.name })
        : t("note.removed", { who, name: entry.name });
    case "member.role_changed":
      return t("note.role", {
        name: entry.name,
        role: t(`memberRole.${entry.role}`),
      });
    case "conversation.renamed":
      return t("note.renamed", { who, title: entry.title });
    case "conversation.settings_changed":
      return settingsWords(texts, who, entry);
    case "request.created":
      return t("note.request", { kind: t(`requestKind.${entry.kind}`) });
    case "request.accepted":
      return t("chat.requestAccepted", { name: entry.operatorName });
    case "request.transferring":
      return transferWords(texts, entry.toName);
    case "request.ended":
      return t(`requestEnd.${entry.reason}`);
    case "request.rated":
      return ratedWords(t, entry);
    case "call.started":
      return t("chat.callStarted", { media: t(`requestKind.${entry.media}`) });
    case "call.ended":
      return callWords(texts, entry);
    case "conference.soon":
      return t("note.conferenceSoon", { time: time(entry.startsAt) });
    case "recording.started":
      return t("chat.recordingBy", { who });
    case "recording.ended":
      return t("chat.recordingEnded", { time: duration(entry.durationMs) });
  }
}
