import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import { StartRefusedError } from "../start-refused-error.ts";

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Makes a folder that only its owner can enter; without one named, we are the owner and nobody else may be. */
export function makePrivateFolder(
  folder: string,
  owner: Owner | undefined,
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  else if (lstatSync(folder).uid !== process.getuid?.()) {
    throw new StartRefusedError(
      `${folder} belongs to another user: run the server as that user, or set DATA_DIR to a folder of your own.`,
    );
  }
  chmodSync(folder, 0o700);
}
