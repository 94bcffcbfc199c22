import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Identity } from "../modules/identity/index.ts";
import { serverActor } from "../platform/db/database.ts";
import type { Ids } from "../platform/ids.ts";

export interface FirstAdmin {
  readonly login: string;
  /** Where the password stands; readable by the server's account only. */
  readonly passwordFile: string;
}

/** Gives an empty installation somebody who can sign in. Undefined where there already are people. */
export async function makeFirstAdmin({
  identity,
  ids,
  dataDir,
}: {
  readonly identity: Pick<Identity, "createUser" | "isEmpty">;
  readonly ids: Ids;
  readonly dataDir: string;
}): Promise<FirstAdmin | undefined> {
  if (!(await identity.isEmpty())) return undefined;
  const password = ids.secret();
  const passwordFile = join(dataDir, "first-admin-password");
  // The file first: a password that nobody can read would lock everybody out.
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await identity.createUser(serverActor, {
    login: "admin",
    name: "Administrator",
    password,
    roles: ["admin"],
    language: "en",
  });
  return { login: "admin", passwordFile };
}
