import {
  createStore,
  type Powers,
  type Readable,
} from "@veche/realtime-client";

/** The browser asks for a newer worker at every navigation; a window that stays open for weeks asks by itself. */
const askEveryMs = 3_600_000;

export interface ShellUpdateDeps {
  /** Absent on pages without encryption and in some private windows. */
  readonly workers: ServiceWorkerContainer | undefined;
  readonly powers: Pick<Powers, "after" | "onWake">;
  readonly reload: () => void;
}

/** The application's files on this device: there without a network, and replaced as a whole. */
export interface ShellUpdate {
  /** Another build is here and waits: it serves from the next start, or now by `apply`. */
  readonly isReady: Readable<boolean>;
  readonly apply: () => void;
}

export function createShellUpdate({
  workers,
  powers,
  reload,
}: ShellUpdateDeps): ShellUpdate {
  const isReady = createStore(false);
  let waiting: ServiceWorker | null = null;

  const look = (registration: ServiceWorkerRegistration): void => {
    waiting = registration.waiting;
    // The very first worker of this browser replaces nothing.
    isReady.set(waiting !== null && workers?.controller !== null);
  };
  const ask = (registration: ServiceWorkerRegistration): void => {
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  };
  const askAgain = (registration: ServiceWorkerRegistration): void => {
    powers.after(askEveryMs, () => {
      ask(registration);
      askAgain(registration);
    });
  };
  const follow = (registration: ServiceWorkerRegistration): void => {
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () =>
        look(registration),
      );
    });
    look(registration);
    askAgain(registration);
  };
  // Without a worker the application works as long as there is a network.
  workers?.register("/sw.js").then(follow, () => undefined);
  return {
    isReady,
    apply: () => {
      if (waiting === null) return;
      workers?.addEventListener("controllerchange", reload, { once: true });
      waiting.postMessage("take over");
    },
  };
}
