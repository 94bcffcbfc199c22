import {
  hasAttention,
  windowToOpenIn,
  type OpenWindow,
} from "./open-window.ts";
import { readPush, type PushWord } from "./push-word.ts";
import { createShellCache, type ShellBuild } from "./shell-cache.ts";

/** Filled in by the build. */
declare const __SHELL__: ShellBuild;

interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface WindowOfOurs extends OpenWindow {
  readonly focus: () => Promise<unknown>;
  readonly postMessage: (word: unknown) => void;
}

interface WorkerEvents {
  readonly install: Lasting;
  readonly activate: Lasting;
  readonly fetch: Event & {
    readonly request: Request;
    readonly respondWith: (answer: Promise<Response>) => void;
  };
  readonly message: MessageEvent<unknown>;
  readonly push: Lasting & {
    readonly data: { readonly json: () => unknown } | null;
  };
  readonly notificationclick: Lasting & { readonly notification: Notification };
}

/** The parts of a worker's scope that are used here; the page's own types describe a window. */
interface WorkerScope {
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly registration: Pick<
    ServiceWorkerRegistration,
    "showNotification" | "getNotifications"
  >;
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly openWindow: (path: string) => Promise<unknown>;
    readonly matchAll: (
      of: Readonly<Record<string, unknown>>,
    ) => Promise<readonly WindowOfOurs[]>;
  };
  readonly addEventListener: <Kind extends keyof WorkerEvents>(
    kind: Kind,
    listener: (event: WorkerEvents[Kind]) => void,
  ) => void;
}

// This file runs as a service worker and nowhere else.
const scope = globalThis as unknown as WorkerScope;
const shell = createShellCache({
  caches,
  fetch: (request) => fetch(request),
  build: __SHELL__,
  origin: scope.location.origin,
});

scope.addEventListener("install", (event) => {
  event.waitUntil(shell.install());
});

scope.addEventListener("activate", (event) => {
  event.waitUntil(shell.activate().then(() => scope.clients.claim()));
});

scope.addEventListener("fetch", (event) => {
  const answer = shell.answer(event.request);
  if (answer !== null) event.respondWith(answer);
});

scope.addEventListener("message", ({ data }) => {
  if (data === "take over") void scope.skipWaiting();
});

scope.addEventListener("push", (event) => {
  const word = readPush(event.data?.json() ?? null);
  if (word === null) return;
  event.waitUntil(show(word));
});

const windows = () =>
  scope.clients.matchAll({ type: "window", includeUncontrolled: true });

/** A window that is worked in tells by itself, and what a window has shown already is not told again. */
async function show(word: PushWord): Promise<void> {
  const { registration } = scope;
  const { title, body, tag, path, isSilent: silent } = word;
  if (hasAttention(await windows())) return;
  const before = await registration.getNotifications({ tag });
  if (before.some(({ data }) => pathOf(data) === path)) return;
  const shown = { body, tag, silent, data: { path }, icon: "/icon-192.png" };
  // The types know no `renotify`; without it a second message under the same tag would not be heard.
  const options: NotificationOptions = Object.assign(shown, { renotify: true });
  await registration.showNotification(title, options);
}

// Set by `show`, or by a window of ours.
const pathOf = (data: unknown): string =>
  (data as { readonly path: string }).path;

async function open(path: string): Promise<void> {
  const window = windowToOpenIn(await windows());
  if (window === undefined) await scope.clients.openWindow(path);
  else {
    window.postMessage({ kind: "open", path });
    await window.focus();
  }
}

scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(pathOf(event.notification.data)));
});
