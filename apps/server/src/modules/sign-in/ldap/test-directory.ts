import {
  InvalidCredentialsError,
  NoSuchObjectError,
  ResultCodeError,
  type Client,
} from "ldapts";
import type { DirectoryTest } from "@veche/contracts";
import {
  findEntry,
  withDirectory,
  type OpenableDirectory,
} from "./ask-directory.ts";

type Problem = DirectoryTest["problems"][number];

const wrong = (
  field: Problem["field"],
  problem: Problem["problem"],
  detail: string | null = null,
): DirectoryTest => ({ problems: [{ field, problem, detail }], found: null });

/** Everything that would keep people from signing in; a login that is given is looked for. */
export async function testDirectory(
  directory: OpenableDirectory,
  login: string | null,
): Promise<DirectoryTest> {
  try {
    return await withDirectory(directory, (client) =>
      lookFor(client, directory, login),
    );
  } catch (error) {
    return directory.startsTls && error instanceof ResultCodeError
      ? wrong("startsTls", "no_tls", error.name)
      : wrong("url", "unreachable");
  }
}

async function lookFor(
  client: Client,
  directory: OpenableDirectory,
  login: string | null,
): Promise<DirectoryTest> {
  try {
    await client.bind(directory.bindDn, directory.bindPassword);
  } catch (error) {
    return error instanceof InvalidCredentialsError
      ? wrong("bindDn", "bind_refused")
      : wrong("url", "unreachable");
  }
  try {
    // Of nobody: it shows that the base is there and the filter is taken.
    const entry = await findEntry(client, directory, login ?? "");
    if (login === null) return { problems: [], found: null };
    return entry === undefined
      ? wrong("userFilter", "nobody_found", login)
      : { problems: [], found: entry.name ?? entry.dn };
  } catch (error) {
    if (error instanceof NoSuchObjectError)
      return wrong("base", "base_unknown");
    const detail = error instanceof Error ? error.name : null;
    return wrong("userFilter", "filter_refused", detail);
  }
}
