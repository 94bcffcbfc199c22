import type { Texts } from "../texts/texts.tsx";

/** Reasons offered in the menu; the word goes over the wire, each reader sees it in their language. */
export const breakReasons = ["lunch", "short", "meeting", "training"] as const;

/** A reason in words; one set elsewhere stands as it was written. */
export function breakWords(
  { t }: Texts,
  reason: string | null,
): string | undefined {
  const known = breakReasons.find((one) => one === reason);
  return known === undefined ? (reason ?? undefined) : t(`break.${known}`);
}
