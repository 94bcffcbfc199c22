import type { Branding, Language, User } from "@veche/contracts";
import {
  browserPowers,
  createStore,
  type Readable,
  type Store,
} from "@veche/realtime-client";
import { createSounds, DEFAULT_ACCENT_COLOUR } from "@veche/ui";
import { createPushPlace } from "../offline/push-place.ts";
import { createShellUpdate } from "../offline/shell-update.ts";
import { createKeptUser, type KeptUser } from "../offline/kept-user.ts";
import {
  firstLanguage,
  keepLanguage,
} from "../platform/language/language-choice.ts";
import { createKeptBranding } from "../platform/branding/kept-branding.ts";
import { deviceIdOf } from "../platform/device-id.ts";
import { deviceHeaders } from "../platform/installed-app.ts";
import { createRest } from "../platform/rest/rest-client.ts";
import { RestFailure } from "../platform/rest/rest-failure.ts";
import type { Services } from "../platform/services.tsx";
import { loadTexts } from "../platform/texts/load-texts.ts";
import type { Texts } from "../platform/texts/texts.tsx";
import { createScheme } from "../platform/theme/scheme.ts";
import { createTokenSheet } from "../platform/theme/token-sheet.ts";
import { createOpenings } from "../offline/openings.ts";
import type { Account } from "./account.ts";
import { createSystemNotices } from "../platform/attention/system-notices.ts";
import { createUnreadMark } from "../platform/attention/unread-mark.ts";

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

/** Who is in, and who this browser remembers. */
interface Whose {
  readonly account: Store<Account>;
  readonly kept: KeptUser;
}

/** Leaves the workplace, if there is one, and shows the door. */
function leave({ account, kept }: Whose, how: { readonly isExpired: boolean }) {
  const present = account.get();
  kept.set(null);
  if (present.kind === "in") present.workplace.close();
  if (present.kind === "in" || !how.isExpired)
    account.set({ kind: "out", ...how });
}

function createEntering({ account, kept }: Whose, services: () => Services) {
  return async (user: User): Promise<void> => {
    const before = account.get();
    kept.set(user);
    if (before.kind === "in" && before.user.id === user.id) {
      account.set({ ...before, user });
      return;
    }
    const [{ createWorkplace }] = await Promise.all([
      import("./create-workplace.ts"),
      services().chooseLanguage(user.language),
    ]);
    if (before.kind === "in") before.workplace.close();
    const workplace = createWorkplace(user, services());
    account.set({ kind: "in", user, workplace });
  };
}

// Pages without encryption have no workers, in spite of what the types promise.
const browserWorkers = () => (navigator as Partial<Navigator>).serviceWorker;

// Many browsers have no badges, in spite of what the types promise.
const badging = navigator as Partial<
  Pick<Navigator, "setAppBadge" | "clearAppBadge">
>;

// Some browsers have none, in spite of what the types promise.
const browserNotifications = () =>
  (globalThis as Partial<typeof globalThis>).Notification;

function createPage() {
  const setAccent = createTokenSheet(document);
  setAccent(DEFAULT_ACCENT_COLOUR);
  const unreadMark = createUnreadMark({
    page: document,
    badge: {
      set: badging.setAppBadge?.bind(navigator),
      clear: badging.clearAppBadge?.bind(navigator),
    },
  });
  return {
    unreadMark,
    applyBranding: ({ productName, accentColour }: Branding) => {
      unreadMark.named(productName);
      setAccent(accentColour);
    },
  };
}

const createNotices = (open: (path: string) => void) =>
  createSystemNotices({
    workers: browserWorkers(),
    notifications: browserNotifications(),
    open: (path) => {
      window.focus();
      open(path);
    },
  });

/**
 * Whoever used this browser last is in at once, without a network too; the server's word follows and decides. Others
 * wait for it.
 */
function createLoading({ account, kept }: Whose, services: Services) {
  return async (): Promise<void> => {
    const user = kept.get();
    if (user !== null) await services.signedIn(user);
    try {
      await services.signedIn(await services.rest("getMe", {}));
    } catch (failure) {
      const { kind } = account.get();
      if (kind === "in" || kind === "out") return;
      const isOut =
        failure instanceof RestFailure && failure.code.startsWith("auth.");
      account.set(
        isOut ? { kind: "out", isExpired: false } : { kind: "failed", failure },
      );
    }
  };
}

/** Puts the browser's powers together: the only place of the app that touches them. */
export async function createServices(): Promise<Started> {
  const { applyBranding, unreadMark } = createPage();
  const language = firstLanguage(localStorage, navigator.languages);
  document.documentElement.lang = language;
  const texts = createStore<Texts>(await loadTexts(language));
  const account = createStore<Account>({ kind: "unknown" });
  const whose = { account, kept: createKeptUser(localStorage) };
  const sessionEnded = () => leave(whose, { isExpired: true });
  const rest = createRest({
    fetch: fetch.bind(globalThis),
    headers: deviceHeaders,
    onSignedOut: sessionEnded,
  });
  const opened = createOpenings(browserWorkers());
  const services: Services = {
    rest,
    powers: browserPowers,
    scheme: createScheme({
      storage: localStorage,
      root: document.documentElement,
    }),
    sounds: createSounds({ createContext: () => new AudioContext() }),
    update: createShellUpdate({
      // A development server rebuilds its files at every change: nothing of it is kept.
      workers: import.meta.env.PROD ? browserWorkers() : undefined,
      powers: browserPowers,
      reload: () => location.reload(),
    }),
    texts,
    unreadMark,
    notices: createNotices(opened.tell),
    onOpen: opened.listen,
    push: createPushPlace({
      workers: browserWorkers(),
      notifications: browserNotifications(),
      deviceId: () => deviceIdOf(browserPowers, localStorage),
    }),
    chooseLanguage: createLanguage(texts),
    applyBranding,
    keptBranding: createKeptBranding(localStorage),
    signedIn: createEntering(whose, () => services),
    sessionEnded,
    signedOut: () => leave(whose, { isExpired: false }),
  };
  const loadAccount = createLoading(whose, services);
  void loadAccount();
  return { services, texts, account, loadAccount };
}
