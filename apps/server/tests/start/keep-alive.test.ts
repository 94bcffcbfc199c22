import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const keepAliveModule = join(
  import.meta.dirname,
  "../../../../scripts/lib/keep-alive.js",
);
const waiting = { timeout: 120_000, interval: 20 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "veche-start-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Runs a stand-in for the server under the start script's keeper; what every life says is added to a file. */
async function keep(program: string): Promise<ChildProcess> {
  const file = join(folder, "server.mjs");
  await writeFile(
    file,
    `import { appendFileSync } from "node:fs";
    const say = (word) => appendFileSync(${JSON.stringify(join(folder, "said"))}, word + "\\n");
    ${program}`,
  );
  return spawn(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { keepAlive } from ${JSON.stringify(keepAliveModule)};
      process.exitCode = await keepAlive(process.execPath, [${JSON.stringify(file)}]);`,
    ],
    { stdio: "ignore" },
  );
}

async function said(): Promise<readonly string[]> {
  const text = await readFile(join(folder, "said"), "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

/** Its process id is said once it listens: who hears it may kill either of the two. */
const stays = `
  process.on("SIGTERM", () => { say("asked"); setTimeout(() => process.exit(0), 50); });
  process.on("disconnect", () => { say("alone"); process.exit(0); });
  setInterval(() => undefined, 1000);
  process.send("up", () => say(String(process.pid)));`;

async function exitCodeOf(child: ChildProcess): Promise<unknown> {
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}

it("a killed server is started again", async () => {
  const keeper = await keep(stays);
  await vi.waitUntil(async () => (await said()).length === 1, waiting);
  const [first = "0"] = await said();
  process.kill(Number(first), "SIGKILL");
  await vi.waitUntil(async () => (await said()).length === 2, waiting);
  const [, second] = await said();
  expect(second).not.toBe(first);
  keeper.kill("SIGTERM");
  expect(await exitCodeOf(keeper)).toBe(0);
});

it("a server that is asked to stop is asked once, and not started again", async () => {
  const keeper = await keep(stays);
  await vi.waitUntil(async () => (await said()).length === 1, waiting);
  keeper.kill("SIGTERM");
  expect(await exitCodeOf(keeper)).toBe(0);
  expect((await said()).slice(1)).toEqual(["asked"]);
});

it("a server whose keeper was killed is told", async () => {
  const keeper = await keep(stays);
  await vi.waitUntil(async () => (await said()).length === 1, waiting);
  keeper.kill("SIGKILL");
  await vi.waitUntil(async () => (await said()).includes("alone"), waiting);
});

it("a server that needs a person is not started again", async () => {
  const keeper = await keep(`say("life"); process.exit(78);`);
  expect(await exitCodeOf(keeper)).toBe(78);
  expect(await said()).toHaveLength(1);
});

it("a server that never came up is given up after three times", async () => {
  const keeper = await keep(`say("life"); process.exit(1);`);
  expect(await exitCodeOf(keeper)).toBe(1);
  expect(await said()).toHaveLength(3);
});
