import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../log.ts";
import { findNamespaceAccount, isRoot } from "../process/account.ts";
import { locateBinaries } from "./binaries.ts";
import { chooseAccount } from "./choose-account.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { foldersOf, makeDataFolder } from "./folders.ts";

const binaries = locateBinaries();
const canDress =
  findNamespaceAccount({ programs: [binaries.postgres], folders: [] }) !==
  undefined;

/** As closed to everybody else as root's home. */
let closed: string;
beforeEach(async () => {
  closed = await mkdtemp(join(tmpdir(), "veche-closed-"));
});
afterEach(async () => {
  await rm(closed, { recursive: true, force: true });
});

it.skipIf(isRoot())("an ordinary user runs the database itself", () => {
  makeDataFolder(closed);
  expect(chooseAccount(binaries, foldersOf(closed)).account).toEqual({
    kind: "self",
  });
});

describe.skipIf(!isRoot())("root", () => {
  it("steps down to an unprivileged user of the system", async () => {
    const open = `${closed}-open`;
    makeDataFolder(open);
    const { account } = chooseAccount(binaries, foldersOf(open));
    expect(account).toMatchObject({ kind: "user" });
    await rm(open, { recursive: true });
  });

  it.skipIf(!canDress)(
    "whose data nobody else can reach runs the database in a user namespace",
    async () => {
      const dataDir = join(closed, "data");
      await using postgres = await startEmbeddedPostgres({
        dataDir,
        log: createLog({ level: "silent", isPretty: false }),
      });
      expect(postgres.state()).toBe("up");
      const { account } = chooseAccount(binaries, foldersOf(dataDir));
      expect(account).toEqual({ kind: "namespace" });
    },
  );

  it.skipIf(!canDress)(
    "whose programs nobody else can reach needs no copy of them where namespaces work",
    async () => {
      const hidden = join(closed, "native");
      await cp(binaries.folder, hidden, {
        recursive: true,
        verbatimSymlinks: true,
      });
      const dataDir = `${closed}-open`;
      makeDataFolder(dataDir);
      const chosen = chooseAccount(
        {
          folder: hidden,
          initdb: join(hidden, "bin/initdb"),
          postgres: join(hidden, "bin/postgres"),
        },
        foldersOf(dataDir),
      );
      expect(chosen.account).toEqual({ kind: "namespace" });
      expect(chosen.binaries.folder).toBe(hidden);
      await rm(dataDir, { recursive: true });
    },
  );
});
