/** Licences under which others' code may stand in a product that customers change and ship. */
const allowed = new Set([
  "MIT",
  "MIT-0",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "0BSD",
  "BlueOak-1.0.0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "PostgreSQL",
  "Zlib",
]);

/** Packages outside the list, each with the reason it may stay. */
const exceptions: readonly {
  readonly name: RegExp;
  readonly licence: string;
}[] = [
  // libvips is a separate shared library, loaded at run time and replaceable by its user, as the LGPL asks.
  { name: /^@img\/sharp-libvips-/, licence: "LGPL-3.0-or-later" },
  // Of markdown-it's command line, which we neither run nor pass on; the licence is a permissive one.
  { name: /^argparse@/, licence: "PSF-2.0" },
  // MPL-2.0, which its manifests write "MPL 2.0"; it is only loaded by tests and benchmarks.
  {
    name: /^node-datachannel@/,
    licence: "Custom: http://mozilla.org/MPL/2.0/.",
  },
  { name: /^@node-datachannel\//, licence: "UNKNOWN" },
];

/** An expression as SPDX writes it: one of several is enough, all of several are needed. */
function isAllowed(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, "$1");
  if (inner.includes(" OR "))
    return inner.split(" OR ").some((one) => isAllowed(one.trim()));
  if (inner.includes(" AND "))
    return inner.split(" AND ").every((one) => isAllowed(one.trim()));
  return allowed.has(inner.replace(/\*$/, ""));
}

/** A sentence for each installed package (`name@version` → licence) whose licence is not on the list. */
export function refusedLicences(
  packages: Readonly<Record<string, string | readonly string[]>>,
): readonly string[] {
  return Object.entries(packages).flatMap(([name, licences]) => {
    const refused = [licences]
      .flat()
      .filter(
        (one) =>
          !isAllowed(one) &&
          !exceptions.some(
            (exception) =>
              exception.name.test(name) && exception.licence === one,
          ),
      );
    return refused.map((one) => `${name}: ${one}`);
  });
}
