import type { Branding, Language, User } from "@veche/contracts";
import {
  browserPowers,
  createStore,
  type Readable,
  type Store,
} from "@veche/realtime-client";
import { createSounds, DEFAULT_ACCENT_COLOUR } from "@veche/ui";
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
  return async (language: Language): Promise<void> => {
    keepLanguage(localStorage, language);
    if (texts.get().language === language) return;
    const next = await loadTexts(language);
    document.documentElement.lang = language;
    texts.set(next);
  };
}

/** Leaves the workplace, if there is one, and shows the door. */
function leave(account: Store<Account>, how: { readonly isExpired: boolean }) {
  const present = account.get();
  if (present.kind === "in") present.workplace.close();
  if (present.kind === "in" || !how.isExpired)
    account.set({ kind: "out", ...how });
}

function createEntering(account: Store<Account>, services: () => Services) {
  return async (user: User): Promise<void> => {
    const [{ createWorkplace }] = await Promise.all([
      import("./create-workplace.ts"),
      services().chooseLanguage(user.language),
    ]);
    const workplace = createWorkplace(user, services());
    account.set({ kind: "in", user, workplace });
  };
}

function createPage() {
  const setAccent = createTokenSheet(document);
  setAccent(DEFAULT_ACCENT_COLOUR);
  return ({ productName, accentColour }: Branding) => {
    document.title = productName;
    setAccent(accentColour);
  };
}

/** Puts the browser's powers together: the only place of the app that touches them. */
export async function createServices(): Promise<Started> {
  const applyBranding = createPage();
  const language = firstLanguage(localStorage, navigator.languages);
  document.documentElement.lang = language;
  const texts = createStore<Texts>(await loadTexts(language));
  const account = createStore<Account>({ kind: "unknown" });
  const sessionEnded = () => leave(account, { isExpired: true });
  const rest = createRest({
    fetch: fetch.bind(globalThis),
    onSignedOut: sessionEnded,
  });
  const services: Services = {
    rest,
    powers: browserPowers,
    scheme: createScheme({
      storage: localStorage,
      root: document.documentElement,
    }),
    sounds: createSounds({ createContext: () => new AudioContext() }),
    chooseLanguage: createLanguage(texts),
    applyBranding,
    signedIn: createEntering(account, () => services),
    sessionEnded,
    signedOut: () => leave(account, { isExpired: false }),
  };
  const loadAccount = async () => {
    try {
      await services.signedIn(await rest("getMe", {}));
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
