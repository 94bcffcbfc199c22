import { tokensCss } from "@veche/ui";
import { adoptSheet } from "./adopt-sheet.ts";
import chatCss from "./chat.css?inline";
import panelCss from "./panel.css?inline";

const tokensFor = (accentColour: string): string =>
  tokensCss(accentColour, {
    light: ".veche",
    dark: '.veche[data-scheme="dark"]',
    systemDark: '.veche[data-scheme="auto"]',
  });

export function adoptLook(root: ShadowRoot, accentColour: string): void {
  for (const css of [tokensFor(accentColour), panelCss, chatCss])
    adoptSheet(root, css);
}
