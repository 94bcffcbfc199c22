import {
  findNamespaceAccount,
  findUserAccount,
  hasNameInSystem,
  isRoot,
  type Account,
} from "../process/account.ts";
import { copyBinaries, type PostgresBinaries } from "./binaries.ts";
import type { PostgresFolders } from "./folders.ts";
import { StartRefusedError } from "../start-refused-error.ts";

const unprivilegedUsers = ["postgres", "nobody"] as const;

/**
 * PostgreSQL refuses to run as root, so as root another account is found that can reach both its programs and
 * the data, with a copy of the programs as the last resort.
 */
export function chooseAccount(
  binaries: PostgresBinaries,
  folders: PostgresFolders,
): { readonly account: Account; readonly binaries: PostgresBinaries } {
  const needs = {
    programs: [binaries.postgres, binaries.initdb],
    folders: [folders.dataDir],
  };
  if (!isRoot()) {
    // initdb refuses a user without a name.
    const dressed = hasNameInSystem() ? undefined : findNamespaceAccount(needs);
    return { account: dressed ?? { kind: "self" }, binaries };
  }
  const account =
    findUserAccount(unprivilegedUsers, needs) ?? findNamespaceAccount(needs);
  if (account !== undefined) return { account, binaries };

  const reachable = findUserAccount(unprivilegedUsers, {
    programs: [],
    folders: [folders.dataDir],
  });
  if (reachable === undefined) {
    throw new StartRefusedError(
      `PostgreSQL can't run as root, and no other account can enter ${folders.dataDir}: ` +
        "set DATA_DIR to a folder that others may pass through, such as /var/lib/veche, or run the server as an ordinary user.",
    );
  }
  return {
    account: reachable,
    binaries: copyBinaries(binaries, folders.binaries),
  };
}
