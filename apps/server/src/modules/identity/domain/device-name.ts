/** In order: browsers that call themselves by another's name too come before it. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bYaBrowser\//, "Yandex Browser"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrom(e|ium)\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b|\biPad\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Browser and system in words people know, from a user agent: "Firefox, Linux". */
export function deviceName(userAgent: string | undefined): string {
  const text = userAgent ?? "";
  const find = (names: typeof browsers): string | undefined =>
    names.find(([pattern]) => pattern.test(text))?.[1];
  const words = [find(browsers), find(systems)].filter(
    (word) => word !== undefined,
  );
  return words.length === 0 ? "—" : words.join(", ");
}
