import {
  browserPowers,
  createStore,
  type Readable,
  type Store,
} from "@veche/realtime-client";
import { createSounds, DEFAULT_ACCENT_COLOUR } from "@veche/ui";
import type { Branding, Language, User } from "@veche/contracts";
import {
  firstLanguage,
  keepLanguage,
} from "../platform/language/language-choice.ts";
import { createRest } from "../platform/rest/rest-client.ts";
import { RestFailure } from "../platform/rest/rest-failure.ts";
import type { Services } from "../platform/services.tsx";
import { loadTexts } from "../platform/texts/load-texts.ts";
import type { Texts } from "../platform/texts/texts.tsx";
import { createScheme } from "../platform/theme/scheme.ts";
import { createTokenSheet } from "../platform/theme/token-sheet.ts";
import type { Account } from "./account.ts";

export interface Started {
  readonly services: Services;
  readonly texts: Readable<Texts>;
  readonly account: Readable<Account>;
  readonly loadAccount: () => Promise<void>;
}

function createLanguage(texts: Store<Texts>) {
  const show = (next: Texts) => {
    document.documentElement.lang = next.language;
    texts.set(next);
  };
  return async (language: Language): Promise<void> => {
    keepLanguage(localStorage, language);
    if (texts.get().language !== language) show(await loadTexts(language));
  };
}

/** Puts the browser's powers together: the only place of the app that touches them. */
export async function createServices(): Promise<Started> {
  const setAccent = createTokenSheet(document);
  setAccent(DEFAULT_ACCENT_COLOUR);
  const language = firstLanguage(localStorage, navigator.languages);
  document.documentElement.lang = language;
  const texts = createStore<Texts>(await loadTexts(language));
  const account = createStore<Account>({ kind: "unknown" });
  const sessionEnded = () => {
    if (account.get().kind === "in")
      account.set({ kind: "out", isExpired: true });
  };
  const rest = createRest({
    fetch: fetch.bind(globalThis),
    onSignedOut: sessionEnded,
  });
  const chooseLanguage = createLanguage(texts);
  const signedIn = (user: User) => {
    void chooseLanguage(user.language);
    account.set({ kind: "in", user });
  };
  const services: Services = {
    rest,
    powers: browserPowers,
    scheme: createScheme({
      storage: localStorage,
      root: document.documentElement,
    }),
    sounds: createSounds({ createContext: () => new AudioContext() }),
    chooseLanguage,
    applyBranding: ({ productName, accentColour }: Branding) => {
      document.title = productName;
      setAccent(accentColour);
    },
    signedIn,
    sessionEnded,
    signedOut: () => account.set({ kind: "out", isExpired: false }),
  };
  const loadAccount = async () => {
    try {
      signedIn(await rest("getMe", {}));
    } catch (failure) {
      const isOut =
        failure instanceof RestFailure && failure.code.startsWith("auth.");
      account.set(
        isOut ? { kind: "out", isExpired: false } : { kind: "failed", failure },
      );
    }
  };
  void loadAccount();
  return { services, texts, account, loadAccount };
}
