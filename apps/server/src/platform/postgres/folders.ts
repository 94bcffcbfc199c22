import { createHash } from "node:crypto";
import {
  chownSync,
  mkdirSync,
  readdirSync,
  lstatSync,
  lchownSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isRoot } from "../process/account.ts";

/** Where everything of the embedded database stands. */
export interface PostgresFolders {
  /** Our own data folder (DATA_DIR). */
  readonly dataDir: string;
  /** PostgreSQL's cluster. */
  readonly cluster: string;
  /** Holds the socket; open to its owner only. */
  readonly socket: string;
  /** A copy of the binaries, where one is needed. */
  readonly binaries: string;
}

/** sun_path holds 108 bytes with its closing zero. */
const maxSocketPathBytes = 107;
const socketFileName = ".s.PGSQL.5432.lock";

export function foldersOf(dataDir: string): PostgresFolders {
  const root = resolve(dataDir);
  return {
    dataDir: root,
    cluster: join(root, "postgres"),
    socket: socketFolder(root),
    binaries: join(root, "postgres-binaries"),
  };
}

/** Beside the data, or under a short name in the temporary folder when that path is too long for a socket. */
export function socketFolder(dataDir: string): string {
  const beside = join(dataDir, "run");
  if (Buffer.byteLength(join(beside, socketFileName)) <= maxSocketPathBytes)
    return beside;
  const digest = createHash("sha256")
    .update(dataDir)
    .digest("hex")
    .slice(0, 12);
  return join(tmpdir(), `veche-${digest}`);
}

/** Creates our data folder. Children of another account must be able to pass through it, not to list it. */
export function makeDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
}

/** Hands a folder and all in it to an owner; cheap when it is theirs already. */
export function giveFolder(
  folder: string,
  owner: { readonly uid: number; readonly gid: number },
): void {
  if (lstatSync(folder).uid === owner.uid) return;
  for (const name of readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  })) {
    lchownSync(join(folder, name), owner.uid, owner.gid);
  }
  // The top last: a hand-over cut short is begun again.
  chownSync(folder, owner.uid, owner.gid);
}
