import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whom a child process runs as. */
export type Account =
  /** Ourselves; we are no root. */
  | { readonly kind: "self" }
  /** An unprivileged account of the system; only root can become it. */
  | {
      readonly kind: "user";
      readonly uid: number;
      readonly gid: number;
      readonly name: string;
    }
  /** We dressed as `nobody` in a user namespace of its own; outside, its files stay ours. */
  | { readonly kind: "namespace" };

/** What an account must be able to do for a child to work under it. */
export interface AccountNeeds {
  /** Run with `--version` as a trial. */
  readonly programs: readonly string[];
  /** Folders it must be able to enter. */
  readonly folders: readonly string[];
}

const namespaceUserId = 65_534;

/** Part of util-linux, which every Debian and Ubuntu has. */
export const unshare = "/usr/bin/unshare";

export const namespaceArguments = [
  "--user",
  `--map-user=${String(namespaceUserId)}`,
  `--map-group=${String(namespaceUserId)}`,
] as const;

/** The numeric user whose files a child under this account can own. */
export function ownerOf(
  account: Account,
): { readonly uid: number; readonly gid: number } | undefined {
  switch (account.kind) {
    case "self":
      return undefined;
    case "user":
      return { uid: account.uid, gid: account.gid };
    case "namespace":
      return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The first of these accounts of the system that meets the needs. */
export function findUserAccount(
  names: readonly string[],
  needs: AccountNeeds,
): Account | undefined {
  return names
    .map(readSystemUser)
    .filter((user) => user !== undefined)
    .find((user) => meetsNeeds(user, needs));
}

/** A namespace account, where the kernel grants one and the programs run in it. */
export function findNamespaceAccount(needs: AccountNeeds): Account | undefined {
  const runs = needs.programs.every(
    (program) =>
      spawnSync(unshare, [...namespaceArguments, program, "--version"], {
        stdio: "ignore",
      }).status === 0,
  );
  return runs ? { kind: "namespace" } : undefined;
}

/** False for the made-up user numbers that some container platforms run us as. */
export function hasNameInSystem(): boolean {
  const uid = String(process.getuid?.());
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .some((entry) => entry.split(":")[2] === uid);
}

function readSystemUser(
  name: string,
): Extract<Account, { kind: "user" }> | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined || Number(uid) === 0)
    return undefined;
  return { kind: "user", uid: Number(uid), gid: Number(gid), name };
}

function meetsNeeds(
  user: Extract<Account, { kind: "user" }>,
  needs: AccountNeeds,
): boolean {
  const succeeds = (program: string, args: readonly string[]): boolean =>
    spawnSync(program, args, {
      uid: user.uid,
      gid: user.gid,
      stdio: "ignore",
      cwd: "/",
    }).status === 0;
  return (
    needs.programs.every((program) => succeeds(program, ["--version"])) &&
    needs.folders.every((folder) =>
      succeeds("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]),
    )
  );
}
