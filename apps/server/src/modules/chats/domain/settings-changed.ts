import type { Conversation } from "@veche/contracts";

type Settings = Pick<
  Conversation,
  "title" | "about" | "pictureId" | "access" | "posting" | "confidentiality"
>;

/** Those of the wanted settings that are not so already. */
export function settingsChanged(
  present: Settings,
  wanted: Partial<Settings>,
): Partial<Settings> {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) =>
        // The entries of a partial `Settings` are named by its keys.
        !areSame(present[name as keyof Settings], value),
    ),
  );
}

function areSame(
  one: Settings[keyof Settings],
  other: Settings[keyof Settings],
): boolean {
  if (typeof one !== "object" || typeof other !== "object")
    return one === other;
  if (one === null || other === null) return one === other;
  return (
    one.messageLifetimeMs === other.messageLifetimeMs &&
    one.allowedDevices.length === other.allowedDevices.length &&
    one.allowedDevices.every((name) => other.allowedDevices.includes(name))
  );
}
