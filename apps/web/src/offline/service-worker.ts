/* eslint-disable veche/powers-passed-in -- the worker's edge: this file is where the browser hands its powers over */
import { readPush } from "./push-word.ts";
import { createShellCache, type ShellBuild } from "./shell-cache.ts";

/** Filled in by the build. */
declare const __SHELL__: ShellBuild;

interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface WindowOfOurs {
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
  readonly registration: Pick<ServiceWorkerRegistration, "showNotification">;
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
  const { title, body, tag, path, isSilent: silent } = word;
  const shown = { body, tag, silent, data: { path }, icon: "/icon-192.png" };
  event.waitUntil(scope.registration.showNotification(title, shown));
});

async function open(path: string): Promise<void> {
  const [window] = await scope.clients.matchAll({
    type: "window",
    includeUncontrolled: true,
  });
  if (window === undefined) await scope.clients.openWindow(path);
  else {
    await window.focus();
    window.postMessage({ kind: "open", path });
  }
}

scope.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { path } = event.notification.data as { readonly path: string }; // set by the push above
  event.waitUntil(open(path));
});
