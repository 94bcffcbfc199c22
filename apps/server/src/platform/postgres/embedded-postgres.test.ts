import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { clientConfig, type DatabaseConnection } from "../db/connection.ts";
import { createLog } from "../log.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isPostmasterOf } from "./postmaster-file.ts";

const log = createLog({ level: "silent", isPretty: false });
const waiting = { timeout: 120_000, interval: 20 };

// One cluster for all, since making one takes longest: each test starts it, and leaves it stopped and whole.
let dataDir: string;
beforeAll(async () => {
  dataDir = await makeDataDir();
});
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

async function makeDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "veche-postgres-"));
  // The database runs as another account when we are root: it must be able to pass through.
  await chmod(folder, 0o711);
  return folder;
}

const start = () => startEmbeddedPostgres({ dataDir, log });
const pidFile = () => join(dataDir, "postgres", "postmaster.pid");

async function query(
  connection: DatabaseConnection,
  text: string,
): Promise<readonly unknown[]> {
  const client = new pg.Client(clientConfig(connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function isAnswering(connection: DatabaseConnection): Promise<boolean> {
  try {
    await query(connection, "select 1");
    return true;
  } catch {
    return false;
  }
}

/** Another server process on the same data, which can be killed without a word. */
async function startElsewhere(): Promise<ChildProcess> {
  const module = join(import.meta.dirname, "embedded-postgres.ts");
  const logModule = join(import.meta.dirname, "../log.ts");
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const { createLog } = await import(${JSON.stringify(logModule)});
    await startEmbeddedPostgres({
      dataDir: ${JSON.stringify(dataDir)},
      log: createLog({ level: "silent", isPretty: false }),
    });
    console.log("up");
    setInterval(() => undefined, 1000);`;
  const child = spawn(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await once(createInterface({ input: child.stdout }), "line");
  return child;
}

describe("the embedded database", () => {
  it("keeps what was committed over its own end and return", async () => {
    {
      await using postgres = await start();
      await query(postgres.connection, "create table stays as select 1 as one");
    }
    await using postgres = await start();
    expect(await query(postgres.connection, "table stays")).toEqual([
      { one: 1 },
    ]);
  });

  it("compares and searches Russian text", async () => {
    await using postgres = await start();
    const rows = await query(
      postgres.connection,
      `select lower('ПРИВЕТ') as lower, 'Ёлка' ilike 'ё%' as found,
        to_tsvector('russian', 'Вечерние звонки') @@ to_tsquery('russian', 'вечерний') as searched`,
    );
    expect(rows).toEqual([{ lower: "привет", found: true, searched: true }]);
  });

  it("writes every commit to the disk, and listens to no network", async () => {
    await using postgres = await start();
    const rows = await query(
      postgres.connection,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as "commit",
        current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses`,
    );
    expect(rows).toEqual([
      { fsync: "on", commit: "on", pages: "on", addresses: "" },
    ]);
  });

  it("comes back by itself when its process is killed (F17)", async () => {
    await using postgres = await start();
    await query(postgres.connection, "create table kept as select 1 as one");
    const before = postgres.processId();
    process.kill(before ?? 0, "SIGKILL");
    await vi.waitUntil(
      () => postgres.processId() !== before && postgres.state() === "up",
      waiting,
    );
    await vi.waitUntil(() => isAnswering(postgres.connection), waiting);
    expect(await query(postgres.connection, "table kept")).toEqual([
      { one: 1 },
    ]);
  });

  it("stops with nothing left running", async () => {
    const postgres = await start();
    const processId = postgres.processId() ?? 0;
    expect(isPostmasterOf(join(dataDir, "postgres"), processId)).toBe(true);
    await postgres[Symbol.asyncDispose]();
    expect(isPostmasterOf(join(dataDir, "postgres"), processId)).toBe(false);
    expect(postgres.state()).toBe("stopped");
  });
});

describe("a second server on the same data", () => {
  it("is refused and told which process has it (F17)", async () => {
    await using postgres = await start();
    expect(postgres.state()).toBe("up");
    await expect(start()).rejects.toThrow(
      `${dataDir} is in use by another Veche server (process ${process.pid})`,
    );
    expect(await isAnswering(postgres.connection)).toBe(true);
  });

  it("may start when the first one was killed, whatever that left behind (F1)", async () => {
    const first = await startElsewhere();
    const gone = once(first, "exit");
    first.kill("SIGKILL");
    await gone;
    await using postgres = await start();
    expect(await isAnswering(postgres.connection)).toBe(true);
  });

  it("does not outlive a server that was killed", async () => {
    const first = await startElsewhere();
    const [line = ""] = (await readFile(pidFile(), "utf8")).split("\n");
    first.kill("SIGKILL");
    await vi.waitUntil(
      () => !isPostmasterOf(join(dataDir, "postgres"), Number(line)),
      waiting,
    );
  });
});

describe("a lock file that nobody cleaned up", () => {
  async function leavePidFile(processId: number): Promise<void> {
    {
      await using postgres = await start();
      const file = await readFile(pidFile(), "utf8");
      await postgres[Symbol.asyncDispose]();
      const [, ...rest] = file.split("\n");
      await writeFile(pidFile(), [String(processId), ...rest].join("\n"));
    }
  }

  it("of a dead process does not keep the database from starting (F17)", async () => {
    const child = spawn("true");
    await once(child, "exit");
    await leavePidFile(child.pid ?? 0);
    await using postgres = await start();
    expect(await isAnswering(postgres.connection)).toBe(true);
  });

  it("whose number a stranger has got does not either, and the stranger lives", async () => {
    const stranger = spawn("sleep", ["60"]);
    await leavePidFile(stranger.pid ?? 0);
    {
      await using postgres = await start();
      expect(await isAnswering(postgres.connection)).toBe(true);
    }
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    stranger.kill();
  });
});

it("a first start that was killed half-way leaves nothing that the next one takes for a database", async () => {
  const fresh = await makeDataDir();
  await mkdir(join(fresh, "postgres.new"));
  await writeFile(join(fresh, "postgres.new", "PG_VERSION"), "18\n");
  {
    await using postgres = await startEmbeddedPostgres({ dataDir: fresh, log });
    expect(await isAnswering(postgres.connection)).toBe(true);
  }
  await rm(fresh, { recursive: true });
});

it("a cluster of another major version is refused with what to do", async () => {
  const versionFile = join(dataDir, "postgres", "PG_VERSION");
  await writeFile(versionFile, "17\n");
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17/);
  await writeFile(versionFile, "18\n");
});
