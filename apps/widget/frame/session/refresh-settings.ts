import type { Widget } from "./widget.ts";

type Settled = Pick<Widget, "host" | "http" | "settings">;

/** Reads anew whether somebody is at work; without an answer the last known stays. */
export async function refreshSettings({
  http,
  host,
  settings,
}: Settled): Promise<void> {
  const fresh = await http.readSettings(host.settingsPath).catch(() => null);
  if (fresh !== null) settings.set(fresh);
}

/** Clocks differ, and everybody's widget opens at the same moment. */
const laterMs = 5_000;
/** Timers of browsers hold no more than 24 days. */
const longestMs = 86_400_000;

/** Looks again when calls are taken again, at least once a day. Answers with its end. */
export function refreshAtOpening(
  widget: Settled & Pick<Widget, "powers" | "serverNowMs">,
): () => void {
  const { settings, powers, serverNowMs } = widget;
  const { opensAt } = settings.get();
  if (opensAt === null) return () => undefined;
  const waitMs = Math.max(0, Date.parse(opensAt) - serverNowMs()) + laterMs;
  return powers.after(
    Math.min(waitMs, longestMs),
    () => void refreshSettings(widget),
  );
}
