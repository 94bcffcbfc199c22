import type { Language, Site } from "@veche/contracts";

/** What the form of a site holds; addresses as typed, one per line. */
export interface SiteDraft {
  readonly name: string;
  readonly origins: string;
  readonly language: Language;
  readonly greeting: string;
}

export const draftOf = (
  site: Site | undefined,
  language: Language,
): SiteDraft => ({
  name: site?.name ?? "",
  origins: site?.origins.join("\n") ?? "",
  language: site?.language ?? language,
  greeting: site?.greeting ?? "",
});

const originPattern = /^https?:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/;

/** What people paste is an address with a path; what counts is its origin. */
function originOf(line: string): string {
  const written = line.trim().toLowerCase();
  return URL.canParse(written) ? new URL(written).origin : written;
}

const originsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .filter((line) => line !== "")
      .map(originOf),
  ),
];

export type SiteProblems = Partial<
  Record<keyof SiteDraft, "sites.nameMissing" | "sites.originsInvalid">
>;

export const problemsOf = (draft: SiteDraft): SiteProblems => ({
  ...(draft.name.trim() === "" ? { name: "sites.nameMissing" } : {}),
  ...(originsOf(draft.origins).every((origin) => originPattern.test(origin))
    ? {}
    : { origins: "sites.originsInvalid" }),
});

/** As the contract wants it. */
export const fieldsOf = (draft: SiteDraft) => ({
  name: draft.name.trim(),
  origins: originsOf(draft.origins),
  language: draft.language,
  greeting: draft.greeting.trim() === "" ? null : draft.greeting.trim(),
});

/** The lines a company puts on its pages. */
export const snippetOf = (serverOrigin: string, siteKey: string): string =>
  `<script async src="${serverOrigin}/widget/loader.js" data-site="${siteKey}"></script>`;
