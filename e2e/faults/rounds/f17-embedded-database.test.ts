import { expect, it } from "vitest";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, serverMain } from "@veche/test-world";
import { isReady, timeUntil } from "../injections/readiness.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();

it("F17: a second server on the same data refuses and names the first", async () => {
  const { server } = world();
  const second = spawn(process.execPath, [serverMain], {
    env: {
      ...process.env,
      DATA_DIR: server.dataDir,
      PORT: String(await freePort()),
      HOST: "127.0.0.1",
      TURN_ENABLED: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  second.stdout.on("data", (chunk) => (said += String(chunk)));
  second.stderr.on("data", (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((resolve) =>
    second.on("exit", resolve),
  );
  expect(code).not.toBe(0);
  expect(said).toContain(String(server.processId()));
  expect(await isReady(world())).toBe(true);
});

it("F17: a stale postmaster.pid is recovered from", async () => {
  const { server } = world();
  const pidFile = join(server.dataDir, "postgres/postmaster.pid");
  const stale = readFileSync(pidFile, "utf8");
  await server.stop();
  expect(existsSync(pidFile)).toBe(false);
  // The number now belongs to somebody else who is alive: this very test.
  writeFileSync(pidFile, stale.replace(/^\d+/, String(process.pid)));
  await server.start();
  expect(await isReady(world())).toBe(true);
});

it.each(seeds())(
  "F17: the database killed alone comes back under the running server (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f17-embedded-database",
      seed,
      world: world(),
      nemesis: async ({ world: present, recorder, measure }) => {
        const { server } = present;
        const killed = server.databaseProcessId();
        if (killed === undefined)
          return ["there is no embedded database to kill"];
        recorder.write("nemesis", { act: "kill -9 database" });
        process.kill(killed, "SIGKILL");
        const isBack = async (): Promise<boolean> =>
          server.databaseProcessId() !== undefined &&
          server.databaseProcessId() !== killed &&
          (await isReady(present));
        measure(
          "database back and ready, ms",
          await timeUntil("the database to be back", isBack),
          3000,
        );
        return [];
      },
    });
    expectNone(violations);
  },
);
