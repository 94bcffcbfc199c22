import {
  GRAPHICS_CONTRAST,
  reachContrast,
  TEXT_CONTRAST,
  textOn,
} from "./contrast.ts";
import { hexOf, oklchOf } from "./oklch.ts";

export const colourSchemes = ["light", "dark"] as const;
export type ColourScheme = (typeof colourSchemes)[number];

/** The product's own accent, used until a company sets its colour: petrol. */
export const DEFAULT_ACCENT_COLOUR = "#0b6379";

/** What a colour is for. Every `…Ink` and `text…` is read on canvas, surface, sunken and its own soft ground. */
export interface Palette {
  /** The page behind everything, the panes on it, what lies deeper (fields, tracks) and higher (menus). */
  readonly canvas: string;
  readonly surface: string;
  readonly sunken: string;
  readonly raised: string;
  /** Divides without meaning, and outlines controls (3:1). */
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textMuted: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly onAccent: string;
  readonly accentSoft: string;
  readonly accentInk: string;
  readonly positive: string;
  readonly positiveSoft: string;
  readonly positiveInk: string;
  readonly caution: string;
  readonly cautionSoft: string;
  readonly cautionInk: string;
  readonly danger: string;
  readonly dangerHover: string;
  readonly onDanger: string;
  readonly dangerSoft: string;
  readonly dangerInk: string;
  readonly focus: string;
  /** The ground of video: dark in both schemes, as a cinema is. */
  readonly stage: string;
  readonly stageRaised: string;
  readonly onStage: string;
  readonly onStageMuted: string;
  readonly overlay: string;
}

const stage = {
  stage: "#101316",
  stageRaised: "#22272c",
  onStage: "#f3f5f6",
  onStageMuted: "#b0b8be",
} as const;

const grounds = {
  light: {
    canvas: "#f3f2ee",
    surface: "#fdfdfb",
    sunken: "#ebeae4",
    raised: "#ffffff",
  },
  dark: {
    canvas: "#121517",
    surface: "#1a1e21",
    sunken: "#0e1113",
    raised: "#23282c",
  },
} as const;

const inks = {
  light: {
    text: "#1c2226",
    textMuted: "#535d63",
    line: "#dddcd4",
    lineStrong: "#7b8387",
  },
  dark: {
    text: "#e9ecec",
    textMuted: "#a3adb2",
    line: "#2d3338",
    lineStrong: "#737e85",
  },
} as const;

const statuses = {
  positive: "#1d7f4e",
  caution: "#a86a00",
  danger: "#c02c34",
} as const;

function tinted(
  hex: string,
  scheme: ColourScheme,
): { soft: string; ink: string; solid: string } {
  const own = oklchOf(hex);
  const ground = grounds[scheme];
  const isLight = scheme === "light";
  const soft = hexOf({
    lightness: isLight ? 0.94 : 0.29,
    chroma: Math.min(own.chroma, isLight ? 0.032 : 0.045),
    hue: own.hue,
  });
  const all = [ground.canvas, ground.surface, ground.sunken, ground.raised];
  return {
    soft,
    ink: reachContrast(hex, [...all, soft], TEXT_CONTRAST),
    solid: reachContrast(hex, all, GRAPHICS_CONTRAST),
  };
}

const shifted = (hex: string, by: number): string => {
  const own = oklchOf(hex);
  return hexOf({
    ...own,
    lightness: Math.min(1, Math.max(0, own.lightness + by)),
  });
};

/** The hover shade goes away from the text on it, so the text stays readable. */
const hoverOf = (hex: string): string =>
  shifted(hex, textOn(hex) === "#ffffff" ? -0.05 : 0.05);

/** All colours of one scheme for a company's accent (`#rrggbb`). */
export function paletteOf(scheme: ColourScheme, accentColour: string): Palette {
  const accent = tinted(accentColour, scheme);
  const positive = tinted(statuses.positive, scheme);
  const caution = tinted(statuses.caution, scheme);
  const danger = tinted(statuses.danger, scheme);
  return {
    ...grounds[scheme],
    ...inks[scheme],
    ...stage,
    accent: accent.solid,
    accentHover: hoverOf(accent.solid),
    onAccent: textOn(accent.solid),
    accentSoft: accent.soft,
    accentInk: accent.ink,
    positive: positive.solid,
    positiveSoft: positive.soft,
    positiveInk: positive.ink,
    caution: caution.solid,
    cautionSoft: caution.soft,
    cautionInk: caution.ink,
    danger: statuses.danger,
    dangerHover: hoverOf(statuses.danger),
    onDanger: textOn(statuses.danger),
    dangerSoft: danger.soft,
    dangerInk: danger.ink,
    focus: accent.ink,
    overlay: scheme === "light" ? "rgb(20 24 28 / 45%)" : "rgb(0 0 0 / 60%)",
  };
}
