import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import type { ChromiumScreen } from "@veche/test-world";

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Breaches of WCAG 2.2 A and AA on the screen as it stands, in words. */
export async function breaches(
  screen: ChromiumScreen,
): Promise<readonly string[]> {
  // Evaluated past the page's content policy, as a browser extension would be.
  await screen.page.evaluate(axeSource);
  const { violations } = await screen.evaluate<{
    readonly violations: readonly AxeViolation[];
  }>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

const policyViolations = (screen: ChromiumScreen): Promise<readonly string[]> =>
  screen.evaluate("vecheProbe.violations");

/** The screen breaks no rule of accessibility, nothing of its content policy, and complains of nothing. */
export async function isSound(
  screen: ChromiumScreen,
  name: string,
): Promise<void> {
  await screen.shot(`screen-${name}`);
  expect.soft(await breaches(screen), name).toEqual([]);
  expect.soft(await policyViolations(screen), name).toEqual([]);
  expect.soft(screen.problems(), name).toEqual([]);
}

/** The same of a page of the staff's application in light and in dark, one after the other, without walking there twice. */
export async function isSoundInBothSchemes(
  screen: ChromiumScreen,
  name: string,
): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // A colour on its way to another one would be judged half-way.
    await screen.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await screen.page
      .locator(`html[data-mantine-color-scheme="${colorScheme}"]`)
      .waitFor();
    await isSound(screen, `${name}-${colorScheme}`);
  }
}
