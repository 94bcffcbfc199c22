import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "@veche/test-world/ports";

const main = join(import.meta.dirname, "../../src/main.ts");
const timeout = 180_000;

// One folder for all: making a database takes longest, and every life leaves it whole.
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "veche-main-"));
  await chmod(dataDir, 0o711);
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

interface Life extends AsyncDisposable {
  readonly processId: number;
  readonly port: number;
  readonly output: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly stop: (signal: NodeJS.Signals) => void;
}

async function start(env: Readonly<Record<string, string>>): Promise<Life> {
  const port = Number(env["PORT"] ?? (await freePort()));
  const child = spawn(process.execPath, [main], {
    env: {
      DATA_DIR: dataDir,
      DISK_MIN_FREE_MB: "64",
      TURN_ENABLED: "off",
      LOG_LEVEL: "warn",
      PORT: String(port),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    processId: child.pid ?? 0,
    port,
    output: () => output,
    ended,
    stop: (signal) => child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function startReady(): Promise<Life> {
  const life = await start({});
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${life.port}/readyz`).catch(
      () => undefined,
    );
    if (response?.status === 200) return life;
    const isOver = await Promise.race([life.ended.then(() => true), tick()]);
    if (isOver) throw new Error(life.output());
  }
}

function tick(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), 50);
  });
}

it(
  "settings that can't be used are all named, and nothing is started",
  async () => {
    await using life = await start({ PORT: "http", DEMO: "maybe" });
    expect(await life.ended).toBe(78);
    expect(life.output()).toContain("PORT: must be a whole number");
    expect(life.output()).toContain("DEMO: must be one of on, off");
    expect(life.output()).not.toContain("    at ");
  },
  timeout,
);

it(
  "a first start says where to go and who to be, and ends cleanly when asked",
  async () => {
    await using life = await startReady();
    expect(life.output()).toContain(`http://localhost:${life.port}/`);
    expect(life.output()).toContain("Password");
    life.stop("SIGTERM");
    expect(await life.ended).toBe(0);
  },
  timeout,
);

it(
  "a second copy on the same data is refused with the first one's number (F17)",
  async () => {
    await using first = await startReady();
    await using second = await start({});
    expect(await second.ended).toBe(78);
    expect(second.output()).toContain(`(process ${first.processId})`);
    const health = await fetch(`http://127.0.0.1:${first.port}/healthz`);
    expect(health.status).toBe(200);
  },
  timeout,
);

it(
  "a port that is taken is named with a way out",
  async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    await using life = await start({ PORT: port });
    expect(await life.ended).toBe(78);
    expect(life.output()).toContain(`PORT ${port} is in use`);
    taken.close();
  },
  timeout,
);

it(
  "a server that was killed comes back on the same data (F1)",
  async () => {
    const first = await startReady();
    first.stop("SIGKILL");
    await first.ended;
    await using second = await startReady();
    expect(second.processId).not.toBe(first.processId);
  },
  timeout,
);
