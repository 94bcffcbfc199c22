import type { Branding, Language, User } from "@veche/contracts";
import type { Powers, Readable } from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import { createContext, use, type ReactNode } from "react";
import type { PushPlace } from "../offline/push-place.ts";
import type { ShellUpdate } from "../offline/shell-update.ts";
import type { SystemNotices } from "./attention/system-notices.ts";
import type { UnreadMark } from "./attention/unread-mark.ts";
import type { KeptBranding } from "./branding/kept-branding.ts";
import type { Rest } from "./rest/rest-client.ts";
import type { Texts } from "./texts/texts.tsx";
import type { Scheme } from "./theme/scheme.ts";

/** What every screen may use: made once at the start. */
export interface Services {
  readonly rest: Rest;
  readonly powers: Powers;
  readonly scheme: Scheme;
  readonly sounds: Sounds;
  /** Whether a newer build of the application waits on this device. */
  readonly update: ShellUpdate;
  /** This browser as a place that is told when no window is open. */
  readonly push: PushPlace;
  readonly texts: Readable<Texts>;
  /** Shown by the system, outside the window. */
  readonly notices: SystemNotices;
  /** How much is unread, in the title and the icon. */
  readonly unreadMark: UnreadMark;
  /** Calls `listener` with the page that a pressed notification leads to; the answer ends it. */
  readonly onOpen: (listener: (path: string) => void) => () => void;
  /** Shows the app in another language and remembers it in this browser. */
  readonly chooseLanguage: (language: Language) => Promise<void>;
  readonly keptBranding: KeptBranding;
  /** Draws the company's name and colour everywhere. */
  readonly applyBranding: (branding: Branding) => void;
  readonly signedIn: (user: User) => Promise<void>;
  readonly signedOut: () => void;
  /** The server ended the session: sign in again. */
  readonly sessionEnded: () => void;
}

const ServicesContext = createContext<Services | undefined>(undefined);

export function ServicesProvider({
  services,
  children,
}: {
  readonly services: Services;
  readonly children: ReactNode;
}) {
  return <ServicesContext value={services}>{children}</ServicesContext>;
}

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === undefined)
    throw new Error("useServices is used outside ServicesProvider");
  return services;
}

export const useRest = (): Rest => useServices().rest;
