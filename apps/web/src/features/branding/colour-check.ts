import { contrastOf, textOn } from "@veche/ui";

/** What a typed colour is worth. Any colour carries either white or black text at 4.5:1, so none is refused for contrast. */
export type ColourCheck =
  | { readonly kind: "not_a_colour" }
  | { readonly kind: "good"; readonly colour: string; readonly ratio: number };

export function checkColour(written: string): ColourCheck {
  const colour = written.trim().toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(colour)) return { kind: "not_a_colour" };
  return {
    kind: "good",
    colour,
    ratio: Math.round(contrastOf(colour, textOn(colour)) * 10) / 10,
  };
}
