const originPattern = /^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/;

/** What people paste is an address with a path; what counts is its origin. */
function originOf(line: string): string {
  const written = line.trim().toLowerCase();
  return URL.canParse(written) ? new URL(written).origin : written;
}

/** Origins as they are typed, one per line, each once; what is no origin stays as it is. */
export const originsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .filter((line) => line !== "")
      .map(originOf),
  ),
];

export const areOrigins = (origins: readonly string[]): boolean =>
  origins.every((origin) => originPattern.test(origin));
