import type { Presence } from "@veche/contracts";
import type { Texts } from "../texts/texts.tsx";

const justMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function lastSeen(texts: Texts, at: string, nowMs: number): string {
  const agoMs = nowMs - Date.parse(at);
  if (agoMs < justMs) return texts.t("presence.seenNow");
  if (agoMs < hourMs)
    return texts.t("presence.seenMinutes", {
      count: Math.floor(agoMs / justMs),
    });
  return texts.t("presence.seenAt", {
    when: agoMs < dayMs ? texts.time(at) : texts.dateTime(at),
  });
}

function stateWords(texts: Texts, presence: Presence, nowMs: number): string {
  const { state, isInCall, lastSeenAt } = presence;
  if (isInCall) return texts.t("presence.inCall");
  if (state === "offline" && lastSeenAt !== null)
    return lastSeen(texts, lastSeenAt, nowMs);
  return texts.t(`presence.${state}`);
}

/** Whether somebody is there, in words: "Do not disturb · on the road". */
export function presenceWords(
  texts: Texts,
  presence: Presence | null,
  nowMs: number,
): string {
  if (presence === null) return "";
  const words = stateWords(texts, presence, nowMs);
  return presence.text === null ? words : `${words} · ${presence.text}`;
}
