import { tmpdir } from "node:os";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createTestDatabase } from "../../../tests/database.ts";
import { createDatabase } from "../db/create-database.ts";
import { serverActor } from "../db/database.ts";
import { createLog } from "../log.ts";
import {
  createDiskGuard,
  readDiskSpace,
  type DiskSpace,
} from "./disk-guard.ts";

const gibibyte = 1024 ** 3;
const unavailable = { code: "server.unavailable" };
const readOnly = { code: "server.read_only" };

function createWorld(minFreeBytes: number | null = null) {
  const disk = { freeBytes: 50 * gibibyte, totalBytes: 100 * gibibyte };
  const guard = createDiskGuard({
    readSpace: () => Promise.resolve<DiskSpace>({ ...disk }),
    minFreeBytes,
    log: createLog({ level: "silent", isPretty: false }),
    timers: {
      after: () => ({ [Symbol.dispose]: () => undefined }),
      every: () => ({ [Symbol.dispose]: () => undefined }),
    },
  });
  return {
    guard,
    async haveFree(freeBytes: number) {
      disk.freeBytes = freeBytes;
      await guard.look();
      return guard.isOpen();
    },
    fillTo(freeBytes: number) {
      disk.freeBytes = freeBytes;
    },
    haveTotal(totalBytes: number) {
      disk.totalBytes = totalBytes;
    },
  };
}

describe("the disk guard", () => {
  it("refuses writes below a twentieth of the disk", async () => {
    const { haveFree, guard } = createWorld();
    expect(await haveFree(5.1 * gibibyte)).toBe(true);
    expect(await haveFree(4.9 * gibibyte)).toBe(false);
    expect(() => {
      guard.assertOpen();
    }).toThrow(expect.objectContaining(readOnly));
  });

  it("refuses writes below one GiB on a small disk", async () => {
    const { haveFree, haveTotal } = createWorld();
    haveTotal(8 * gibibyte);
    expect(await haveFree(1.01 * gibibyte)).toBe(true);
    expect(await haveFree(0.99 * gibibyte)).toBe(false);
  });

  it("lets a server that starts on a full disk write its few lines, and refuses from then on", async () => {
    const { guard, fillTo } = createWorld();
    fillTo(gibibyte / 2);
    expect(() => {
      guard.assertOpen();
    }).not.toThrow();
    await guard.start();
    expect(() => {
      guard.assertOpen();
    }).toThrow(expect.objectContaining(readOnly));
  });

  it("goes by the administrator's number where there is one", async () => {
    const { haveFree } = createWorld(1000);
    expect(await haveFree(1000)).toBe(true);
    expect(await haveFree(999)).toBe(false);
  });

  it("writes again when some space is back, not at the first byte of it", async () => {
    const { haveFree } = createWorld(1000);
    await haveFree(999);
    expect(await haveFree(1001)).toBe(false);
    expect(await haveFree(1100)).toBe(true);
  });

  it("reads real disks", async () => {
    const { freeBytes, totalBytes } = await readDiskSpace(tmpdir());
    expect(freeBytes).toBeGreaterThan(0);
    expect(totalBytes).toBeGreaterThanOrEqual(freeBytes);
  });
});

it("the first write that finds the disk full closes the gate for all others; reading goes on", async () => {
  await using world = await createTestDatabase();
  const { guard, haveFree } = createWorld();
  await using database = createDatabase({ ...world, writeGate: guard });
  const write = () =>
    database.transact(serverActor, async ({ tx }) => {
      await sql`do $$ begin raise exception 'full' using errcode = '53100'; end $$`.execute(
        tx,
      );
    });
  await expect(write()).rejects.toMatchObject(unavailable);
  expect(guard.isOpen()).toBe(false);
  await expect(
    database.transact(serverActor, async () => "written"),
  ).rejects.toMatchObject(readOnly);
  // Who comes in to read is still written down.
  expect(
    await database.transact(serverActor, async () => "let in", {
      isEssential: true,
    }),
  ).toBe("let in");
  const { rows } = await sql`select 1 as one`.execute(database.db);
  expect(rows).toEqual([{ one: 1 }]);

  await haveFree(50 * gibibyte);
  expect(await database.transact(serverActor, async () => "written")).toBe(
    "written",
  );
});
