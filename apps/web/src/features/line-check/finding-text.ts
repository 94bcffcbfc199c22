import type { ProbeVerdict } from "@veche/call-client";
import type { Texts } from "../../platform/texts/texts.tsx";

export type Finding = ProbeVerdict["findings"][number];

/** What a finding means, and what to do about it. */
export function findingText(
  { aspect, grade, figure }: Finding,
  { t, number }: Pick<Texts, "t" | "number">,
): { readonly title: string; readonly words: string } {
  const shown = number(
    Math.round(aspect === "loss" ? (figure ?? 0) * 100 : (figure ?? 0)),
  );
  switch (aspect) {
    case "server":
    case "relay":
      return {
        title: t(`line.${aspect}Way`),
        words: t(`line.${aspect}Way.${grade === "fair" ? "good" : grade}`),
      };
    case "sound":
      return {
        title: t("line.sound"),
        words: t(`line.sound.${grade === "unknown" ? "poor" : grade}`),
      };
    case "picture":
      return {
        title: t("line.picture"),
        words:
          grade === "good"
            ? t("line.picture.good", { figure: shown })
            : t(`line.picture.${grade}`),
      };
    case "bandwidth":
    case "delay":
      return {
        title: t(`line.${aspect}`),
        words:
          grade === "unknown"
            ? t(`line.${aspect}.unknown`)
            : t(`line.${aspect}.${grade}`, { figure: shown }),
      };
    case "loss":
      return {
        title: t("line.loss"),
        words:
          grade === "good" || grade === "unknown"
            ? t(`line.loss.${grade}`)
            : t(`line.loss.${grade}`, { figure: shown }),
      };
  }
}
