import type { Language } from "@veche/contracts";
import { readableOn } from "./contrast.ts";
import type { LauncherState, Side } from "./face.ts";
import { launcherStyle } from "./launcher-style.ts";

const labels = {
  ru: { open: "Написать или позвонить нам", unread: "непрочитанных сообщений" },
  en: { open: "Write to us or call us", unread: "unread messages" },
} as const;

const svgNamespace = "http://www.w3.org/2000/svg";

export interface Launcher {
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  readonly show: (state: LauncherState) => void;
  readonly setLanguage: (language: Language) => void;
  readonly focus: () => void;
}

export interface LauncherLook {
  readonly accentColour: string;
  readonly language: Language;
  readonly side: Side;
  readonly hasButton: boolean;
  readonly onPress: () => void;
}

/** Draws the round button in a shadow root of its own. Constructed sheets need no `style-src` of the page. */
export function drawLauncher(page: Document, look: LauncherLook): Launcher {
  const host = page.createElement("veche-widget");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${launcherStyle}:host{--veche-accent:${look.accentColour}!important;--veche-on-accent:${readableOn(look.accentColour)}!important}`,
  );
  root.adoptedStyleSheets = [sheet];

  const { button, badge } = drawButton(page, look);
  root.append(button);
  keepKeysInside(root);

  let language = look.language;
  let state: LauncherState = { isHidden: false, unreadCount: 0 };
  const draw = () => {
    const { unreadCount } = state;
    badge.textContent =
      unreadCount > 0 ? String(Math.min(unreadCount, 99)) : "";
    button.hidden = state.isHidden || !look.hasButton;
    const words = labels[language];
    button.setAttribute(
      "aria-label",
      unreadCount > 0
        ? `${words.open} (${words.unread}: ${String(unreadCount)})`
        : words.open,
    );
    host.lang = language;
  };
  draw();
  return {
    root,
    host,
    show(next) {
      state = next;
      draw();
    },
    setLanguage(next) {
      language = next;
      draw();
    },
    focus() {
      button.focus();
    },
  };
}

function drawButton(page: Document, look: LauncherLook) {
  const button = page.createElement("button");
  button.type = "button";
  button.className = `launcher ${look.side}`;
  button.addEventListener("click", look.onPress);
  const badge = page.createElement("span");
  badge.className = "badge";
  badge.setAttribute("aria-hidden", "true");
  button.append(drawBubble(page), badge);
  return { button, badge };
}

/** The page's shortcuts must not act on what is typed in the widget: it sees only our host as the target. */
function keepKeysInside(root: ShadowRoot): void {
  for (const type of ["keydown", "keyup", "keypress"]) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
    });
  }
}

function drawBubble(page: Document): SVGElement {
  const icon = page.createElementNS(svgNamespace, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("fill", "none");
  icon.setAttribute("stroke", "currentColor");
  icon.setAttribute("stroke-width", "1.8");
  icon.setAttribute("stroke-linecap", "round");
  icon.setAttribute("stroke-linejoin", "round");
  icon.setAttribute("aria-hidden", "true");
  for (const line of [
    "M4 5.5h16a1 1 0 0 1 1 1v9.5a1 1 0 0 1-1 1h-8.5L7 20.5V17H4a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1Z",
    "M8 10h8M8 13.2h5",
  ]) {
    const path = page.createElementNS(svgNamespace, "path");
    path.setAttribute("d", line);
    icon.append(path);
  }
  return icon;
}
