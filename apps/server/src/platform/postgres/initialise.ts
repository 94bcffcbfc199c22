import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ownerOf, type Account } from "../process/account.ts";
import { launch } from "../process/launch.ts";
import { makePrivateFolder } from "../process/private-folder.ts";
import type { PostgresBinaries } from "./binaries.ts";
import { giveFolder, type PostgresFolders } from "./folders.ts";
import { StartRefusedError } from "../start-refused-error.ts";

export const databaseUser = "veche";
const majorVersion = "18";

/** Makes the cluster if there is none. A start killed half-way leaves nothing that a later one would take for it. */
export async function initialiseCluster(
  binaries: PostgresBinaries,
  folders: PostgresFolders,
  account: Account,
): Promise<void> {
  const owner = ownerOf(account);
  if (existsSync(join(folders.cluster, "PG_VERSION"))) {
    refuseOtherVersion(folders.cluster);
    if (owner !== undefined) giveFolder(folders.cluster, owner);
    return;
  }
  const unfinished = `${folders.cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  makePrivateFolder(unfinished, owner);
  await runInitdb(binaries, unfinished, account);
  renameSync(unfinished, folders.cluster);
}

async function runInitdb(
  binaries: PostgresBinaries,
  folder: string,
  account: Account,
): Promise<void> {
  const child = launch({
    program: binaries.initdb,
    args: [
      `--pgdata=${folder}`,
      `--username=${databaseUser}`,
      // Only who may enter the socket's folder gets as far as being asked: its owner and root.
      "--auth-local=trust",
      "--auth-host=reject",
      "--encoding=UTF8",
      // With --locale=C, lower() and trigrams silently fail for Cyrillic.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C.UTF-8",
      "--no-instructions",
    ],
    account,
    signalWhenWeDie: "SIGKILL",
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += String(chunk)));
  child.stderr?.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0)
    throw new Error(`initdb failed (exit code ${String(code)}):\n${output}`);
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === majorVersion) return;
  throw new StartRefusedError(
    `${cluster} was made by PostgreSQL ${version} and this server brings PostgreSQL ${majorVersion}: ` +
      "start the Veche version that made it, or restore a backup into a new DATA_DIR.",
  );
}
