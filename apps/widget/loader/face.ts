import type { Language, QueueId, WidgetSettings } from "@veche/contracts";

/** What the page can open the panel on. */
export type Destination = "home" | "chat" | "audio" | "video";

/** Colours of the widget: by the visitor's system, or fixed by the page. */
export type Theme = "auto" | "light" | "dark";
export type Side = "right" | "left";

/** Where this page's visitors wait; without an id, where everybody does. */
export interface PageQueue {
  readonly queueId?: QueueId;
}

/** What the page is told through `Veche.on(name, handler)`; README lists when each happens. */
interface WidgetEvents {
  readonly ready: Record<string, never>;
  readonly opened: Record<string, never>;
  readonly closed: Record<string, never>;
  readonly unread: { readonly count: number };
  readonly identified: { readonly name: string };
  readonly "request.started": { readonly kind: "chat" | "audio" | "video" };
  readonly "request.ended": { readonly reason: string };
  readonly "call.started": { readonly callId: string };
  readonly "call.ended": {
    readonly callId: string;
    readonly durationMs: number;
  };
  readonly failed: { readonly code: string };
}
export type WidgetEventName = keyof WidgetEvents;
export type EmitWidgetEvent = <Name extends WidgetEventName>(
  name: Name,
  detail: WidgetEvents[Name],
) => void;

/** String storage that never throws: a browser that forbids storage gives one that lasts as long as the page. */
export interface Memory {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
}

export interface LauncherState {
  readonly isHidden: boolean;
  readonly unreadCount: number;
}

/** The loader's powers, lent to the chat part. */
export interface FrameHost {
  /** The widget's own shadow root; the chat part adds its elements and sheets to it. */
  readonly root: ShadowRoot;
  /** Where the server answers, with a trailing slash; derived from the loader's own script address. */
  readonly serverUrl: string;
  readonly siteKey: string;
  readonly queue: PageQueue;
  /** Where `settings` are read anew, after `serverUrl`. */
  readonly settingsPath: string;
  readonly settings: WidgetSettings;
  readonly language: Language;
  readonly theme: Theme;
  readonly side: Side;
  /** First-party storage shared by the site's tabs. */
  readonly shared: Memory;
  /** Storage of this tab alone; it survives moving to another page of the site. */
  readonly tab: Memory;
  readonly identityToken: string | null;
  readonly emit: EmitWidgetEvent;
  readonly showLauncher: (state: LauncherState) => void;
  readonly focusLauncher: () => void;
}

/** The chat part as the loader sees it. */
export interface Frame {
  /** Opens the panel; with a destination, at once where the visitor writes or calls. */
  readonly open: (destination?: Destination) => void;
  readonly close: () => void;
  readonly isOpen: () => boolean;
  readonly identify: (token: string) => void;
  readonly setLanguage: (language: Language) => void;
  /** Forgets the visitor on this browser: chat, call and identity. */
  readonly reset: () => void;
}

/** What the module of the chat part exports. */
export interface FrameModule {
  readonly mountFrame: (host: FrameHost) => Frame;
}
