import type { ClientId, Language } from "@veche/contracts";
import { browserPowers, createStore } from "@veche/realtime-client";
import { DEFAULT_ACCENT_COLOUR, tokensCss } from "@veche/ui";
import { render } from "preact";
import { useReadable } from "../../frame/parts/use-readable.ts";
import chatCss from "../../frame/look/chat.css?inline";
import panelCss from "../../frame/look/panel.css?inline";
import { isPageWord, isScheme, type FrameSays, type Scheme } from "../face.ts";
import { App } from "./app.tsx";
import { createAsks } from "./ask.ts";
import embedCss from "./embed.css?inline";
import { watchSeen } from "./seen.ts";
import { EmbedSession } from "./session.ts";
import { firstToken } from "./first-token.ts";
import { tellPage } from "./tell-page.ts";

const languageOf = (text: string | null): Language =>
  text === "ru" ? "ru" : "en";
const asked = new URLSearchParams(location.search);
const language = createStore<Language>(languageOf(asked.get("language")));
const askedTheme = asked.get("theme");
const theme = createStore<Scheme>(isScheme(askedTheme) ? askedTheme : "auto");
const isSeen = watchSeen(document);

/** A page that has not answered by then has no token: a frame without our element around it, say. */
const tokenWaitMs = 15_000;

/** Sheets made by script need nothing inline. */
function adoptLook(): void {
  const tokens = tokensCss(DEFAULT_ACCENT_COLOUR, {
    light: ".veche",
    dark: '.veche[data-scheme="dark"]',
    systemDark: '.veche[data-scheme="auto"]',
  });
  document.adoptedStyleSheets = [tokens, panelCss, chatCss, embedCss].map(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return sheet;
    },
  );
}

// The page around it is one of the application's: the server lets no other hold this frame (frame-ancestors).
const say = (word: FrameSays): void => parent.postMessage(word, "*");

let tokenCame: ((token: string | null) => void) | undefined;
addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
  if (source !== parent || !isPageWord(data)) return;
  if (data.veche === "language") language.set(data.language);
  else if (data.veche === "theme") theme.set(data.theme);
  else tokenCame?.(data.veche === "token" ? data.token : null);
});

const givenToken = firstToken(location, history);
const session = new EmbedSession({
  asks: createAsks({ fetch: fetch.bind(globalThis) }),
  freshToken: () =>
    givenToken() ??
    new Promise((resolve) => {
      tokenCame = resolve;
      browserPowers.after(tokenWaitMs, () => resolve(null));
      say({ veche: "token-wanted" });
    }),
  wait: (delayMs) =>
    new Promise((resolve) => void browserPowers.after(delayMs, resolve)),
  newClientId: () => browserPowers.newId<ClientId>(),
});

function Frame() {
  return (
    <App
      session={session}
      language={useReadable(language)}
      isSeen={useReadable(isSeen)}
    />
  );
}

adoptLook();
const place = document.createElement("main");
place.className = "veche";
const adoptTheme = (): void => {
  place.dataset["scheme"] = theme.get();
};
adoptTheme();
theme.subscribe(adoptTheme);
document.body.append(place);
render(<Frame />, place);
tellPage(session.state, say);
void session.run();
