import type { Language, Site } from "@veche/contracts";
import { areOrigins, originsOf } from "../../platform/origins.ts";

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

export type SiteProblems = Partial<
  Record<keyof SiteDraft, "sites.nameMissing" | "sites.originsInvalid">
>;

export const problemsOf = (draft: SiteDraft): SiteProblems => ({
  ...(draft.name.trim() === "" ? { name: "sites.nameMissing" } : {}),
  ...(areOrigins(originsOf(draft.origins))
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
