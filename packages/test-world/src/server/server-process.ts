import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "../wait-until.ts";
import { freePort } from "./free-port.ts";
import { makeFolder } from "./make-folder.ts";

const root = join(import.meta.dirname, "../../../..");
/** What `npm start` runs; made by the build. */
export const serverMain = join(root, "apps/server/dist/main.js");
const startTimeoutMs = 180_000;

export interface ServerProcessOptions {
  /** Settings beside those the world makes itself; they win. */
  readonly env?: Readonly<Record<string, string>>;
  /** Flags of the runtime: `--max-old-space-size=…`, a preloaded file. */
  readonly runtimeFlags?: readonly string[];
  /** Where its folder of data is made; otherwise among the temporary ones. */
  readonly dataParent?: string;
  /** Its folder is empty, as the first start of an installation finds it. */
  readonly isFirstStart?: boolean;
  /** Started as its owner does: by the start script's keeper, which starts it again when it dies. */
  readonly isKept?: boolean;
  /** What browsers call it: passkeys belong to names, never to bare addresses. */
  readonly hostName?: "127.0.0.1" | "localhost";
}

/** The product as its owner runs it: one process, one folder of data, one port; killed and started at will. */
export interface ServerProcess extends AsyncDisposable {
  readonly baseUrl: string;
  readonly port: number;
  readonly dataDir: string;
  /** Everything it printed so far, all lives together. */
  readonly output: () => string;
  readonly processId: () => number;
  readonly isRunning: () => boolean;
  /** Starts it and settles once `/readyz` says ready; answers with the time that took. */
  readonly start: () => Promise<number>;
  /** Asks it to stop, as Ctrl-C does, and settles when it is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it in the middle of whatever it does; the database it brought lives on for a moment, as in real life. */
  readonly kill: () => Promise<void>;
  /** The running database's process, while there is one. */
  readonly databaseProcessId: () => number | undefined;
  /** Of Janus, where the world was started with it. */
  readonly mediaServerProcessId: () => number | undefined;
}

/** Prepares a fresh folder and port and starts the server there. */
export async function startServer(
  options: ServerProcessOptions = {},
): Promise<ServerProcess> {
  const server = await prepareServer(options);
  try {
    await server.start();
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
  return server;
}

export async function prepareServer({
  env = {},
  runtimeFlags = [],
  dataParent = tmpdir(),
  isKept = false,
  hostName = "127.0.0.1",
  isFirstStart = env["DATABASE_URL"] !== undefined || env["DEMO"] === "off",
}: ServerProcessOptions = {}): Promise<ServerProcess> {
  const port = await freePort();
  const dataDir = makeFolder({ parent: dataParent, isEmpty: isFirstStart });
  const baseUrl = `http://${hostName}:${port}`;
  const settings = {
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: baseUrl,
    DATA_DIR: dataDir,
    DEMO: "on",
    LOG_LEVEL: "warn",
    TURN_ENABLED: "off",
    JANUS_ENABLED: "off",
    DISK_MIN_FREE_MB: "64",
    ...env,
  };
  let output = "";
  let child: ChildProcess | undefined;

  const isRunning = (): boolean =>
    child?.exitCode === null && child.signalCode === null;
  const databaseProcessId = (): number | undefined =>
    processIn(join(dataDir, "postgres/postmaster.pid"));
  const start = async (): Promise<number> => {
    const started = performance.now();
    const server = [...runtimeFlags, serverMain];
    const own = spawn(process.execPath, isKept ? underKeeper(server) : server, {
      cwd: root,
      env: { ...process.env, ...settings },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = own;
    own.stdout.on("data", (chunk) => (output += String(chunk)));
    own.stderr.on("data", (chunk) => (output += String(chunk)));
    await waitUntil(
      "the server to be ready",
      async () => {
        if (own.exitCode !== null) return "gone" as const;
        const response = await fetch(`${baseUrl}/readyz`, {
          signal: AbortSignal.timeout(1000),
        });
        return response.status === 200 ? "ready" : undefined;
      },
      { timeoutMs: startTimeoutMs, everyMs: 20 },
    ).then((outcome) => {
      if (outcome === "gone")
        throw new Error(
          `the server ended while starting:\n${output.slice(-4000)}`,
        );
    });
    return performance.now() - started;
  };
  const endWith = async (signal: NodeJS.Signals): Promise<void> => {
    const own = child;
    if (own === undefined || !isRunning()) return;
    const gone = new Promise((resolve) => own.once("exit", resolve));
    own.kill(signal);
    await gone;
  };

  return {
    baseUrl,
    port,
    dataDir,
    output: () => output,
    processId: () =>
      (isKept ? processIn(join(dataDir, "veche.pid")) : child?.pid) ?? 0,
    isRunning,
    start,
    databaseProcessId,
    mediaServerProcessId: () => processIn(join(dataDir, "janus/janus.pid")),
    stop: () => endWith("SIGTERM"),
    kill: () => endWith("SIGKILL"),
    async [Symbol.asyncDispose]() {
      await endWith("SIGTERM");
      const left = databaseProcessId();
      if (left !== undefined) {
        process.kill(left, "SIGQUIT");
        await waitUntil("the database to end", () => !isAlive(left));
      }
      rmSync(dataDir, {
        recursive: true,
        force: true,
        maxRetries: 5,
        retryDelay: 100,
      });
    },
  };
}

const keeper = join(root, "scripts/lib/keep-alive.js");

/** What runs the server under the keeper of the start script. */
const underKeeper = (server: readonly string[]): readonly string[] => [
  "--input-type=module",
  "--eval",
  `import { keepAlive } from ${JSON.stringify(keeper)};
  process.exitCode = await keepAlive(process.execPath, ${JSON.stringify(server)});`,
];

/** The living process that a file names in its first line. */
function processIn(path: string): number | undefined {
  try {
    const processId = Number(readFileSync(path, "utf8").split("\n")[0]);
    return Number.isInteger(processId) && processId > 0 && isAlive(processId)
      ? processId
      : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
