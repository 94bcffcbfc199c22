import type { PastCall } from "@veche/contracts";
import type { Texts } from "../../platform/texts/texts.tsx";

/** What became of a call: how long it lasted, or why it did not come about. */
export function resultWords(
  { t, duration }: Pick<Texts, "t" | "duration">,
  { direction, durationMs, endReason }: PastCall,
): string {
  if (endReason === null) return t("myCalls.goesOn");
  if (durationMs > 0) return duration(durationMs);
  switch (endReason) {
    case "busy":
      return t(direction === "outgoing" ? "myCalls.busy" : "myCalls.youBusy");
    case "declined":
    case "unanswered":
    case "cancelled":
      return direction === "outgoing" ? t(`myCalls.${endReason}`) : "";
    case "lost":
      return t("myCalls.lost");
    case "hung_up":
    case "ended":
    case "moved":
      return "";
  }
}
