import type { Widget } from "./widget.ts";

/** Reads anew whether somebody is at work; without an answer the last known stays. */
export async function refreshSettings({
  http,
  host,
  settings,
}: Widget): Promise<void> {
  const fresh = await http.readSettings(host.siteKey).catch(() => null);
  if (fresh !== null) settings.set(fresh);
}
