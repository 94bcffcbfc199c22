import type { Texts } from "../../../platform/texts/texts.tsx";

const kilobyte = 1024;

/** A file's size in the reader's units: "840 KB", "1.2 MB". */
export function sizeWords(
  { t, number }: Pick<Texts, "t" | "number">,
  sizeBytes: number,
): string {
  if (sizeBytes < kilobyte) return t("file.bytes", { count: sizeBytes });
  const kilobytes = sizeBytes / kilobyte;
  if (kilobytes < kilobyte)
    return t("file.kilobytes", { size: number(Math.round(kilobytes)) });
  const megabytes = kilobytes / kilobyte;
  return t("file.megabytes", { size: number(Math.round(megabytes * 10) / 10) });
}
