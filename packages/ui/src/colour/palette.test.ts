import { describe, expect, it } from "vitest";
import { contrastOf, GRAPHICS_CONTRAST, TEXT_CONTRAST } from "./contrast.ts";
import {
  colourSchemes,
  DEFAULT_ACCENT_COLOUR,
  paletteOf,
  type Palette,
} from "./palette.ts";

const accents = [
  DEFAULT_ACCENT_COLOUR,
  "#000000",
  "#ffffff",
  "#ffe600",
  "#ff0000",
  "#1a73e8",
  "#7f7f7f",
  "#00c853",
];

const grounds = (palette: Palette) => [
  palette.canvas,
  palette.surface,
  palette.sunken,
  palette.raised,
];

describe.each(colourSchemes)("the %s palette", (scheme) => {
  describe.each(accents)("with the accent %s", (accent) => {
    const palette = paletteOf(scheme, accent);

    it("keeps every text at 4.5:1 on every ground it stands on", () => {
      const onGrounds = [
        "text",
        "textMuted",
        "accentInk",
        "positiveInk",
        "cautionInk",
        "dangerInk",
      ] as const;
      const pairs = [
        ...onGrounds.flatMap((role) =>
          grounds(palette).map((ground) => [palette[role], ground] as const),
        ),
        [palette.accentInk, palette.accentSoft],
        [palette.positiveInk, palette.positiveSoft],
        [palette.cautionInk, palette.cautionSoft],
        [palette.dangerInk, palette.dangerSoft],
        [palette.text, palette.accentSoft],
        [palette.textMuted, palette.accentSoft],
        [palette.onAccent, palette.accent],
        [palette.onAccent, palette.accentHover],
        [palette.onDanger, palette.danger],
        [palette.onDanger, palette.dangerHover],
        [palette.onStage, palette.stage],
        [palette.onStage, palette.stageRaised],
        [palette.onStageMuted, palette.stage],
        [palette.onStageMuted, palette.stageRaised],
      ] as const;
      const tooWeak = pairs.filter(
        ([ink, ground]) => contrastOf(ink, ground) < TEXT_CONTRAST,
      );
      expect(tooWeak).toEqual([]);
    });

    it("keeps outlines of controls, status colours and the focus ring at 3:1", () => {
      const marks = [
        "lineStrong",
        "accent",
        "positive",
        "caution",
        "focus",
      ] as const;
      const tooWeak = marks.flatMap((role) =>
        grounds(palette)
          .filter(
            (ground) => contrastOf(palette[role], ground) < GRAPHICS_CONTRAST,
          )
          .map((ground) => [role, palette[role], ground]),
      );
      expect(tooWeak).toEqual([]);
    });
  });
});
