import { spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { namespaceArguments, unshare, type Account } from "./account.ts";

/** The system's own places: daemons stand in sbin, which an ordinary user's PATH leaves out. */
const searchPath =
  "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly account: Account;
  readonly env?: Readonly<Record<string, string>>;
  /** Sent by the kernel to the child when we die without a word (kill -9). */
  readonly signalWhenWeDie?: "SIGINT" | "SIGTERM" | "SIGKILL";
  /** The account may take ports below 1024; root alone can grant it. */
  readonly bindsLowPorts?: boolean;
}

/**
 * Starts a child under an account, with an environment of its own: nothing of ours (secrets above all) is
 * handed on. The process id is the program's own, since every wrapper replaces itself by what it starts.
 */
export function launch({
  program,
  args,
  account,
  env = {},
  signalWhenWeDie,
  bindsLowPorts = false,
}: Launch): ChildProcess {
  const hasSetpriv = isOnPath("setpriv");
  const grants = bindsLowPorts && account.kind === "user" && hasSetpriv;
  const privileges = hasSetpriv
    ? [
        ...(grants ? becoming(account) : []),
        ...(signalWhenWeDie === undefined
          ? []
          : ["--pdeathsig", signalWhenWeDie.replace("SIG", "")]),
      ]
    : [];
  const command = [
    ...(account.kind === "namespace" ? [unshare, ...namespaceArguments] : []),
    ...(privileges.length === 0 ? [] : ["setpriv", ...privileges]),
    program,
    ...args,
  ];
  return spawn(command[0] ?? program, command.slice(1), {
    // A folder that every account may stand in.
    cwd: "/",
    env: { PATH: searchPath, TZ: "UTC", LC_ALL: "C.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // Ctrl-C in a terminal reaches the whole group; children are stopped by us, in order.
    detached: true,
    ...(account.kind === "user" && !grants
      ? { uid: account.uid, gid: account.gid }
      : {}),
  });
}

/** As that account, with this one right of root's and no other. */
const becoming = ({
  uid,
  gid,
}: Extract<Account, { kind: "user" }>): readonly string[] => [
  `--reuid=${String(uid)}`,
  `--regid=${String(gid)}`,
  "--clear-groups",
  "--bounding-set=-all,+net_bind_service",
  "--inh-caps=-all,+net_bind_service",
  "--ambient-caps=-all,+net_bind_service",
];

/** Where a program of the system stands, if it is installed. */
export function findProgram(name: string): string | undefined {
  return searchPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isOnPath(name: string): boolean {
  return findProgram(name) !== undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
