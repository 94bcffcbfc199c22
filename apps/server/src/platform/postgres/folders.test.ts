import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createLog } from "../log.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { socketFolder } from "./folders.ts";

it("the socket stands beside the data", () => {
  expect(socketFolder("/var/lib/veche")).toBe("/var/lib/veche/run");
});

it("the socket moves to a short place when its path would be too long for one", async () => {
  const parent = await mkdtemp(join(tmpdir(), "veche-long-"));
  const dataDir = join(parent, "данные".repeat(10), "компании");
  const folder = socketFolder(dataDir);
  expect(folder.startsWith(tmpdir())).toBe(true);
  expect(
    Buffer.byteLength(join(folder, ".s.PGSQL.5432.lock")),
  ).toBeLessThanOrEqual(107);
  expect(socketFolder(dataDir)).toBe(folder);
  expect(socketFolder(`${dataDir}2`)).not.toBe(folder);
  {
    await using postgres = await startEmbeddedPostgres({
      dataDir,
      log: createLog({ level: "silent", isPretty: false }),
    });
    expect(postgres.connection).toMatchObject({ directory: folder });
  }
  await rm(parent, { recursive: true });
  await rm(folder, { recursive: true });
});
