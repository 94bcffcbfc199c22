import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  rmdirSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  searchEndpoints,
} from "@veche/contracts";
import { CommandError } from "@veche/realtime-client";
import { signIn, startWorld, type World } from "@veche/test-world";
import { timeUntil } from "../injections/readiness.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { expectNone, runRound, seeds, type RoundContext } from "../round.ts";

/** Only root may mount a small disk. */
const isRoot = process.getuid?.() === 0;
const mebibyte = 1024 * 1024;
const guardedFreeMiB = 12;

interface SmallDisk extends AsyncDisposable {
  readonly world: World;
  readonly fill: (freeMiB: number) => void;
  readonly free: () => void;
}

/** A whole installation on a disk of 120 MB. */
async function startOnSmallDisk(
  env: Readonly<Record<string, string>>,
): Promise<SmallDisk> {
  const disk = mkdtempSync(join(tmpdir(), "veche-small-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=120m", "tmpfs", disk]);
  chmodSync(disk, 0o711);
  const ballast = join(disk, "ballast");
  const world = await startWorld({
    dataParent: disk,
    // The compiled code would take a third of the disk.
    env: { NODE_DISABLE_COMPILE_CACHE: "1", ...env },
  });
  return {
    world,
    fill: (freeMiB) => {
      const { bavail, bsize } = statfsSync(disk);
      const sizeBytes = bavail * bsize - freeMiB * mebibyte;
      if (sizeBytes <= 0) return;
      try {
        appendFileSync(ballast, Buffer.alloc(sizeBytes));
      } catch (error) {
        // Somebody else took the last of it meanwhile: then it is full as well.
        if ((error as { readonly code?: unknown }).code !== "ENOSPC")
          throw error;
      }
    },
    free: () => rmSync(ballast, { force: true }),
    async [Symbol.asyncDispose]() {
      rmSync(ballast, { force: true });
      await world[Symbol.asyncDispose]();
      execFileSync("umount", [disk]);
      rmdirSync(disk);
    },
  };
}

/** The code with which a message is refused; undefined when it was taken. */
async function refusalOf(context: RoundContext): Promise<string | undefined> {
  const room = firstRoom(context.crew);
  const { device } = speakerIn(room, room.members[0]);
  try {
    await device.line.send("receipt.mark_unread", {
      conversationId: room.conversationId,
      fromSeq: 1,
    });
    return undefined;
  } catch (error) {
    return error instanceof CommandError ? error.code : "server.failed";
  }
}

/** What people still do while nothing can be written. */
async function whoReadsGoesOn({
  world: { baseUrl },
  crew,
}: RoundContext): Promise<readonly string[]> {
  const room = firstRoom(crew);
  const { device } = speakerIn(room, room.members[0]);
  const doings: Readonly<Record<string, () => Promise<unknown>>> = {
    "reading a conversation": () =>
      device.call(conversationEndpoints.getTimeline, {
        params: { conversationId: room.conversationId },
        query: { limit: 50 },
      }),
    searching: () =>
      device.call(searchEndpoints.search, {
        query: { text: "crew", limit: 20 },
      }),
    "signing in": async () => {
      const anna = await signIn(
        { baseUrl },
        { login: "anna", password: "anna-demo-2026" },
      );
      await anna.call(authEndpoints.getMe);
      anna.line.start();
      await anna.live();
      anna[Symbol.dispose]();
    },
  };
  const found: string[] = [];
  for (const [what, does] of Object.entries(doings))
    await does().catch((error: unknown) =>
      found.push(`${what} does not work on a full disk: ${String(error)}`),
    );
  return found;
}

describeOnSmallDisk("with the guard", {
  env: { DISK_MIN_FREE_MB: String(guardedFreeMiB) },
  nemesis: async (context, disk) => {
    const { recorder, measure, world } = context;
    const databaseProcessId = world.server.databaseProcessId();
    recorder.write("nemesis", { act: "fill the disk" });
    disk.fill(guardedFreeMiB - 2);
    measure(
      "read-only after, ms",
      await timeUntil(
        "writing to be refused",
        async () => (await refusalOf(context)) === "server.read_only",
        { everyMs: 100 },
      ),
      10_000,
    );
    // Under load: uploads and messages run into it.
    await pause(2_000);
    const found = await whoReadsGoesOn(context).finally(disk.free);
    measure(
      "writing again after, ms",
      await timeUntil(
        "writing to be taken again",
        async () => (await refusalOf(context)) === undefined,
        { timeoutMs: 120_000, everyMs: 100 },
      ),
      30_000,
    );
    return world.server.databaseProcessId() === databaseProcessId
      ? found
      : [...found, "the database went down though the guard stood"];
  },
});

describeOnSmallDisk("without it", {
  env: { DISK_MIN_FREE_MB: "1" },
  nemesis: async (context, disk) => {
    const { recorder, measure } = context;
    recorder.write("nemesis", { act: "fill the disk to the last byte" });
    // What the log of the database has taken beforehand is written first.
    const fullUntilMs = performance.now() + 8_000;
    while (performance.now() < fullUntilMs) {
      disk.fill(0);
      await pause(500);
    }
    disk.free();
    measure(
      "writing again after, ms",
      await timeUntil(
        "writing to be taken again",
        async () => (await refusalOf(context)) === undefined,
        { timeoutMs: 120_000, everyMs: 100 },
      ),
      30_000,
    );
    return [];
  },
});

interface SmallDiskRound {
  readonly env: Readonly<Record<string, string>>;
  readonly nemesis: (
    context: RoundContext,
    disk: SmallDisk,
  ) => Promise<readonly string[]>;
}

function describeOnSmallDisk(
  name: string,
  { env, nemesis }: SmallDiskRound,
): void {
  describe(`F7: a full disk, ${name}`, () => {
    let disk: SmallDisk | undefined;
    beforeAll(async () => {
      if (!isRoot)
        throw new Error(
          "this round mounts a small disk and needs root: sudo npm run faults -- f7",
        );
      disk = await startOnSmallDisk(env);
    });
    afterAll(async () => {
      await disk?.[Symbol.asyncDispose]();
    });
    it.each(seeds())(
      "loses nothing and mends itself (seed %i)",
      async (seed) => {
        const own = disk;
        if (own === undefined) throw new Error("there is no small disk");
        const violations = await runRound({
          name: `f7-disk-full-${name.replaceAll(" ", "-")}`,
          seed,
          world: own.world,
          ratePerSecond: 20,
          nemesis: (context) => nemesis(context, own),
        });
        expectNone(violations);
      },
    );
  });
}
