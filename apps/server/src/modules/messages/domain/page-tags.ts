/** What a page says of itself in its head. */
export interface PageTags {
  readonly title: string;
  /** By the name of a `meta`, lower case: `og:title`, `description` … */
  readonly metas: ReadonlyMap<string, string>;
}

export interface PagePreview {
  readonly title: string;
  readonly description: string | null;
  readonly siteName: string | null;
  /** As the page names it: perhaps without a host. */
  readonly picture: string | null;
}

const limits = {
  title: 300,
  description: 500,
  siteName: 120,
  picture: 2_000,
} as const;

/** The page in a few words, as it wants to be shown; undefined for one that does not say what it is. */
export function previewOf({ title, metas }: PageTags): PagePreview | undefined {
  const first = (names: readonly string[], longest: number): string | null => {
    const said = names.map((name) => shortened(metas.get(name), longest));
    return said.find((text) => text !== "") ?? null;
  };
  const named =
    first(["og:title", "twitter:title"], limits.title) ??
    shortened(title, limits.title);
  if (named === "") return undefined;
  return {
    title: named,
    description: first(
      ["og:description", "twitter:description", "description"],
      limits.description,
    ),
    siteName: first(["og:site_name", "application-name"], limits.siteName),
    picture: first(
      ["og:image:secure_url", "og:image", "twitter:image"],
      limits.picture,
    ),
  };
}

/** In one line, no half of a pair at the end. */
const shortened = (text = "", longest: number): string =>
  text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, "");
