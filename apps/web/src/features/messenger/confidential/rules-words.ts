import { deviceClasses, type Confidentiality } from "@veche/contracts";
import type { Texts } from "../../../platform/texts/texts.tsx";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long messages may be told to live; null: they stay. */
export const lifetimesMs = [
  null,
  5 * minuteMs,
  hourMs,
  dayMs,
  7 * dayMs,
  30 * dayMs,
] as const;

export function lifetimeWords({ t }: Texts, lifetimeMs: number | null): string {
  if (lifetimeMs === null) return t("confidential.lifetimeNone");
  if (lifetimeMs % dayMs === 0)
    return t("confidential.days", { count: lifetimeMs / dayMs });
  if (lifetimeMs % hourMs === 0)
    return t("confidential.hours", { count: lifetimeMs / hourMs });
  return t("confidential.minutes", {
    count: Math.round(lifetimeMs / minuteMs),
  });
}

export const devicesWords = (
  { t }: Texts,
  { allowedDevices }: Confidentiality,
): string =>
  deviceClasses
    .filter((device) => allowedDevices.includes(device))
    .map((device) => t(`device.${device}`))
    .join(", ");

/** The rules of a confidential conversation in a line. */
export const rulesWords = (
  texts: Texts,
  confidentiality: Confidentiality,
): string =>
  texts.t("confidential.rules", {
    lifetime: lifetimeWords(texts, confidentiality.messageLifetimeMs),
    devices: devicesWords(texts, confidentiality),
  });
