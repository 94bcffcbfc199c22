import type { User } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import {
  personInDirectory,
  type DirectoryEntry,
} from "../domain/directory-person.ts";
import { whoBinds } from "../ldap/ask-directory.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import {
  listDirectories,
  type DirectoryRow,
} from "../store/ldap-directories.ts";
import { admitPerson, type Admission } from "./admit-person.ts";
import { mayAsk, openable } from "./change-directories.ts";

type Powers = Admission & Pick<SignInPowers, "innerHosts" | "secrets">;

interface Shown {
  readonly login: string;
  readonly password: string;
  /** Of the browser. */
  readonly address: string;
}

/**
 * Whose account a password opens that one of the company's directories takes; undefined where none does. The tries are
 * counted by whoever asks. Refuses `auth.company_stranger`, `auth.company_blocked`, and `auth.company_unreachable` where
 * one that might have known did not answer.
 */
export async function comeByDirectory(
  powers: Powers,
  shown: Shown,
): Promise<User | undefined> {
  const rows = await listDirectories(powers.database.db);
  let silent: unknown;
  for (const row of rows.filter(({ isOff }) => !isOff)) {
    try {
      const entry = await entryIn(powers, row, shown);
      if (entry === undefined) continue;
      const { id, settings } = row;
      const { address } = shown;
      const person = personInDirectory(entry, settings);
      return await admitPerson(powers, {
        provider: { id, settings },
        ...{ person, address },
      });
    } catch (error) {
      if (error instanceof AppError) throw error;
      powers.log.warn({ error, directoryId: row.id }, "a directory is silent");
      silent = error;
    }
  }
  if (silent === undefined) return undefined;
  throw new AppError("auth.company_unreachable", { cause: silent });
}

const entryIn = async (
  powers: Powers,
  row: DirectoryRow,
  shown: Shown,
): Promise<DirectoryEntry | undefined> =>
  mayAsk(powers, row.url) ? whoBinds(openable(powers, row), shown) : undefined;
