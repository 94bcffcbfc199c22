import {
  DEFAULT_ACCENT_COLOUR,
  paletteOf,
  type ColourScheme,
} from "../colour/palette.ts";
import {
  fontFamily,
  motion,
  radii,
  shadows,
  spacing,
  typeScale,
} from "./scale.ts";

export interface TokensCssOptions {
  /** Selectors that carry the variables; by default the page, with `data-scheme` overriding the system's choice. */
  readonly light: string;
  readonly dark: string;
  /** Where the reader's system asks for dark and nothing overrides it; null leaves the choice to the page. */
  readonly systemDark: string | null;
}

const pageSelectors: TokensCssOptions = {
  light: ":root",
  dark: ':root[data-scheme="dark"]',
  systemDark: ':root:not([data-scheme="light"])',
};

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One scheme's colours and shadows as `[custom property, value]` pairs: `--v-text-muted`, `--v-shadow-high`. */
export function colourVariables(
  scheme: ColourScheme,
  accentColour: string,
): readonly (readonly [string, string])[] {
  return [
    ["color-scheme", scheme],
    ...Object.entries(paletteOf(scheme, accentColour)).map(
      ([role, value]) => [`--v-${kebab(role)}`, value] as const,
    ),
    ...Object.entries(shadows[scheme]).map(
      ([name, value]) => [`--v-shadow-${name}`, value] as const,
    ),
  ];
}

const sizeVariables: readonly (readonly [string, string])[] = [
  ...Object.entries(spacing).map(
    ([step, value]) => [`--v-space-${step}`, value] as const,
  ),
  ...Object.entries(radii).map(
    ([name, value]) => [`--v-radius-${name}`, value] as const,
  ),
  ...Object.entries(typeScale).flatMap(([name, { size, line }]) => [
    [`--v-size-${name}`, size] as const,
    [`--v-line-${name}`, line] as const,
  ]),
  ["--v-font", fontFamily],
  ["--v-quick", motion.quick],
  ["--v-calm", motion.calm],
  ["--v-curve", motion.curve],
];

const block = (
  selector: string,
  variables: readonly (readonly [string, string])[],
): string =>
  `${selector}{${variables.map(([name, value]) => `${name}:${value}`).join(";")}}`;

/**
 * The whole token sheet as CSS custom properties (`--v-…`) for an accent `#rrggbb`.
 * With `prefers-reduced-motion` every duration is 1 ms: ends of transitions still fire.
 */
export function tokensCss(
  accentColour: string = DEFAULT_ACCENT_COLOUR,
  selectors: TokensCssOptions = pageSelectors,
): string {
  const dark = colourVariables("dark", accentColour);
  return [
    block(selectors.light, [
      ...sizeVariables,
      ...colourVariables("light", accentColour),
    ]),
    selectors.systemDark === null
      ? ""
      : `@media (prefers-color-scheme:dark){${block(selectors.systemDark, dark)}}`,
    block(selectors.dark, dark),
    `@media (prefers-reduced-motion:reduce){${block(selectors.light, [
      ["--v-quick", "1ms"],
      ["--v-calm", "1ms"],
    ])}}`,
  ].join("\n");
}
