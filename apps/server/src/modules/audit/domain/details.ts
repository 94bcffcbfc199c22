import type { DurableEvent } from "@veche/contracts";

/** An event's own fields as words; nulls are left out. Events hold no secrets and no texts of people. */
export function detailsOf(event: DurableEvent): Record<string, string> {
  const details: Record<string, string> = {};
  for (const [name, value] of Object.entries(event)) {
    if (name === "type" || value === null) continue;
    details[name] = String(value);
  }
  return details;
}
