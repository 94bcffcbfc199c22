/** What must not stand in the tree, and why a reader would stumble over it. */
const forbidden: readonly { readonly pattern: RegExp; readonly why: string }[] =
  [
    {
      pattern: /(?<![\w.:$}@-])\/(?:home|Users|root|wor[k]|tm[p])\/[A-Za-z]/,
      why: "a path of somebody's machine",
    },
    {
      pattern: /"resolved":\s*"https?:/,
      why: "the lock file names a registry: another network cannot use it",
    },
    { pattern: /registry\.npmj[s]\.org/, why: "a registry's address" },
    {
      pattern: /lorem ipsu[m]|coming soo[n]|not implemente[d]/i,
      why: "unfinished",
    },
    { pattern: /^(?:<{7}|>{7}) /, why: "a merge left half-way" },
    {
      pattern: /\b(?:it|test|describe)\.(?:onl[y]|ski[p]|tod[o])\b/,
      why: "a test narrowed, skipped or left to write",
    },
  ];

/** A sentence for each line that holds something forbidden. */
export function forbiddenWordsIn(
  path: string,
  text: string,
): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      forbidden
        .filter(({ pattern }) => pattern.test(line))
        .map(
          ({ why }) =>
            `${path}:${index + 1}: ${why}: ${line.trim().slice(0, 80)}`,
        ),
    );
}
