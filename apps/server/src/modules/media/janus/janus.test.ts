import {
  chmod,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLog } from "../../../platform/log.ts";
import { systemTimers, type Timers } from "../../../platform/timers.ts";
import { ownJanus } from "../../../../tests/own-janus.ts";
import { createMediaServer, findJanus } from "../media-server.ts";
import { openJanusLine, type JanusLine } from "./janus-line.ts";
import { needsProgram } from "../../../../tests/needs-program.ts";

const log = createLog({ level: "silent", isPretty: false });
const found = findJanus(ownJanus);

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "veche-janus-"));
  await chmod(dataDir, 0o711);
});
afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

function create(timers: Timers = systemTimers) {
  const lines: JanusLine[] = [];
  const server = createMediaServer({
    config: {
      mediaServer: ownJanus,
      dataDir,
      secretKey: "the key of this test, which is long enough",
    },
    log,
    timers,
    roomKey: "the key of rooms",
    onUp: (line) => lines.push(line),
  });
  return {
    lines,
    processId: server.processId,
    status: server.status,
    up: () =>
      vi.waitUntil(() => server.status() === "up", { timeout: 120_000 }),
    start: server.start,
    [Symbol.asyncDispose]: server.stop,
  };
}

const killed = (processId: number | undefined, signal: NodeJS.Signals) => {
  if (processId === undefined) throw new Error("no Janus runs");
  process.kill(processId, signal);
};

describe("Janus as our child", () => {
  needsProgram({ name: "janus", isThere: found.ok });

  it("runs as nobody of importance, in a folder of its own, and has no door but its socket", async () => {
    await using janus = create();
    janus.start();
    await janus.up();
    const { mode, uid } = await stat(join(dataDir, "janus"));
    expect(mode & 0o777).toBe(0o700);
    for (const name of await readdir(join(dataDir, "janus"))) {
      if (!name.endsWith(".jcfg")) continue;
      const file = await stat(join(dataDir, "janus", name));
      expect(file.mode & 0o777).toBe(0o600);
    }
    const processId = String(janus.processId());
    const status = await readFile(`/proc/${processId}/status`, "utf8");
    expect(status).toMatch(new RegExp(`^Uid:\\t${String(uid)}\\t`, "m"));
    expect(status).toMatch(/^CapEff:\t0+$/m);
    expect(uid).not.toBe(0);
    expect(await listeningPorts(processId)).toEqual([]);
  });

  it("answers nobody who does not know the secret", async () => {
    await using janus = create();
    janus.start();
    await janus.up();
    using stranger = await openJanusLine({
      url: `ws+unix:${join(dataDir, "janus", "api.sock")}:/`,
      apiSecret: "guessed",
      timers: systemTimers,
    });
    await expect(stranger.ask({ janus: "create" })).rejects.toThrow(
      /unauthorized/i,
    );
  });

  it("killed, is there again with a new line, and says that the old one is gone", async () => {
    await using janus = create();
    janus.start();
    await janus.up();
    killed(janus.processId(), "SIGKILL");
    await janus.lines[0]?.closed;
    await vi.waitUntil(() => janus.lines.length === 2, { timeout: 120_000 });
    await expect(janus.lines[1]?.ask({ janus: "ping" })).resolves.toMatchObject(
      { janus: "pong" },
    );
  });

  it("that hangs is found out and replaced", async () => {
    const quick: Timers = {
      after: (delayMs, task) => systemTimers.after(delayMs / 4, task),
      every: (intervalMs, task) => systemTimers.every(intervalMs / 4, task),
    };
    await using janus = create(quick);
    janus.start();
    await janus.up();
    const before = janus.lines.length;
    killed(janus.processId(), "SIGSTOP");
    await janus.lines.at(-1)?.closed;
    await vi.waitUntil(() => janus.lines.length > before, { timeout: 120_000 });
    await janus.up();
  });

  it("ends with the server", async () => {
    const janus = create();
    janus.start();
    await janus.up();
    const processId = String(janus.processId());
    await janus[Symbol.asyncDispose]();
    await expect(stat(`/proc/${processId}`)).rejects.toThrow(/ENOENT/);
  });
});

/** TCP ports that a process listens on, by its own descriptors. */
async function listeningPorts(processId: string): Promise<readonly string[]> {
  const descriptors = await readdir(`/proc/${processId}/fdinfo`);
  const table = await readFile(`/proc/${processId}/net/tcp`, "utf8");
  const inodes = await Promise.all(
    descriptors.map((name) =>
      readlink(`/proc/${processId}/fd/${name}`).catch(() => ""),
    ),
  );
  return table.split("\n").flatMap((row) => {
    const [, local = "", , state, , , , , , inode = ""] = row
      .trim()
      .split(/\s+/);
    return state === "0A" && inodes.includes(`socket:[${inode}]`)
      ? [local]
      : [];
  });
}
