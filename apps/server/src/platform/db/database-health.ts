import pg from "pg";
import type { Log } from "../log.ts";
import type { Timers } from "../timers.ts";
import { clientConfig, type DatabaseConnection } from "./connection.ts";

export interface DatabaseHealthDeps {
  readonly connection: DatabaseConnection;
  readonly log: Log;
  readonly timers: Timers;
}

/** Whether the database answers now, known without asking it. */
export interface DatabaseHealth extends AsyncDisposable {
  readonly isReady: () => boolean;
  /** Told of every change, with the new state. */
  readonly onChange: (listener: (isReady: boolean) => void) => Disposable;
}

const pingEveryMs = 400;
const pingTimeoutMs = 600;
const reconnectEveryMs = 200;

/**
 * Watches the database over a line of its own: a cut is known at once, a database that is frozen within a second,
 * and its return within half a second. Settles after the first look.
 */
export async function watchDatabase(
  deps: DatabaseHealthDeps,
): Promise<DatabaseHealth> {
  const readiness = createReadiness(deps.log);
  let line: Line | undefined;
  let next: Disposable | undefined;
  let isDisposed = false;

  const lose = (): void => {
    line = undefined;
    readiness.become("not_ready");
  };

  async function look(): Promise<void> {
    try {
      line ??= await openLine(deps.connection, lose);
      await line.ping();
      readiness.become("ready");
    } catch {
      // Why it is gone is told by those who wanted something of it; here only that it is.
      void line?.close();
      lose();
    }
    if (isDisposed) return;
    const pauseMs = readiness.isReady() ? pingEveryMs : reconnectEveryMs;
    next = deps.timers.after(pauseMs, () => void look());
  }

  await look();
  return {
    isReady: readiness.isReady,
    onChange: readiness.onChange,
    async [Symbol.asyncDispose]() {
      isDisposed = true;
      next?.[Symbol.dispose]();
      await line?.close();
    },
  };
}

interface Readiness {
  readonly isReady: () => boolean;
  readonly onChange: (listener: (isReady: boolean) => void) => Disposable;
  readonly become: (state: "ready" | "not_ready") => void;
}

function createReadiness(log: Log): Readiness {
  const listeners = new Set<(isReady: boolean) => void>();
  let isReady = false;
  return {
    isReady: () => isReady,
    onChange(listener) {
      listeners.add(listener);
      return { [Symbol.dispose]: () => listeners.delete(listener) };
    },
    become(state) {
      if (isReady === (state === "ready")) return;
      isReady = state === "ready";
      log[isReady ? "info" : "warn"]({ database: state }, "readiness changed");
      for (const listener of listeners) listener(isReady);
    },
  };
}

interface Line {
  ping(): Promise<void>;
  close(): Promise<void>;
}

async function openLine(
  connection: DatabaseConnection,
  onLost: () => void,
): Promise<Line> {
  const client = new pg.Client({
    ...clientConfig(connection),
    connectionTimeoutMillis: pingTimeoutMs,
    query_timeout: pingTimeoutMs,
    application_name: "veche health",
  });
  let isClosing = false;
  client.on("error", () => undefined);
  client.on("end", () => {
    if (!isClosing) onLost();
  });
  await client.connect();
  return {
    async ping() {
      await client.query("select 1");
    },
    async close() {
      isClosing = true;
      await client.end().catch(() => undefined);
    },
  };
}
