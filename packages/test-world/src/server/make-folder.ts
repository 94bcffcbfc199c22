import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { join } from "node:path";

/** Names the folder that worlds are copied from; set for a whole run by `prepareFolder`. */
export const preparedFolderVariable = "VECHE_PREPARED_FOLDER";

/** A new folder of data: a copy of the prepared one where there is one and it may be. The caller removes it. */
export function makeFolder({
  parent,
  isEmpty,
}: {
  readonly parent: string;
  readonly isEmpty: boolean;
}): string {
  const folder = mkdtempSync(join(parent, "veche-world-"));
  const prepared = process.env[preparedFolderVariable];
  // Accounts and rights stay as they are, which Node's own copying does not promise.
  if (prepared !== undefined && !isEmpty)
    execFileSync("cp", ["-a", `${prepared}/.`, folder]);
  // The database runs as another account when we are root: it must be able to pass through.
  chmodSync(folder, 0o711);
  return folder;
}
