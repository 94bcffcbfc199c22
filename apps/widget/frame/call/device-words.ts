import type { Device, DeviceKind, DeviceProblem } from "@veche/call-client";
import type { WidgetTranslator } from "../texts/translator.ts";

/** What happened with a device, and what to do. */
export function problemWords(
  problem: DeviceProblem,
  { t }: WidgetTranslator,
): { readonly happened: string; readonly advice: string } {
  return {
    happened: t(`deviceError.${problem}.happened`),
    advice: t(`deviceError.${problem}.advice`),
  };
}

/** A device's own name; the browser hides it until the person allowed one. */
export function deviceName(
  kind: DeviceKind,
  device: Device,
  {
    place,
    translator,
  }: { readonly place: number; readonly translator: WidgetTranslator },
): string {
  if (device.label !== "") return device.label;
  return translator.t("prejoin.device", {
    kind: translator.t(`device.${kind}`),
    number: place + 1,
  });
}
