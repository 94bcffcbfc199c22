import {
  Client,
  InvalidCredentialsError,
  SizeLimitExceededError,
  type Entry,
  type SearchOptions,
} from "ldapts";
import type { LdapDirectory } from "@veche/contracts";
import type { DirectoryEntry } from "../domain/directory-person.ts";
import { filterFor } from "../domain/ldap-filter.ts";

/** A directory with what opens it. */
export interface OpenableDirectory extends Pick<
  LdapDirectory,
  | "url"
  | "startsTls"
  | "bindDn"
  | "base"
  | "userFilter"
  | "attributes"
  | "groupsAttribute"
> {
  readonly bindPassword: string;
}

const timeLimitMs = 10_000;

/** A line to the directory for as long as `work` takes; encrypted before anything secret is said. */
export async function withDirectory<Result>(
  { url, startsTls }: Pick<OpenableDirectory, "url" | "startsTls">,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const limits = { timeout: timeLimitMs, connectTimeout: timeLimitMs };
  const client = new Client({ url, ...limits });
  try {
    if (startsTls) await client.startTLS({ servername: new URL(url).hostname });
    return await work(client);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

const texts = (value: Entry[string] | undefined): readonly string[] =>
  [value ?? []].flat().map((one) => one.toString());

function entryOf(
  entry: Entry,
  { attributes, groupsAttribute }: OpenableDirectory,
): DirectoryEntry | undefined {
  const [id] = [entry[attributes.id] ?? []].flat();
  if (id === undefined) return undefined;
  const first = (name: string) => texts(entry[name])[0];
  return {
    dn: entry.dn,
    id: Buffer.from(id).toString("base64url"),
    login: first(attributes.login)?.toLowerCase(),
    name: first(attributes.name),
    email: first(attributes.email)?.toLowerCase(),
    groups: texts(entry[groupsAttribute]),
  };
}

/** More than were wanted are none. */
async function entriesOf(
  client: Client,
  base: string,
  search: SearchOptions,
): Promise<readonly Entry[]> {
  try {
    return (await client.search(base, search)).searchEntries;
  } catch (error) {
    if (error instanceof SizeLimitExceededError) return [];
    throw error;
  }
}

/** Finds the one person whom a login means; nobody where it means several. */
export async function findEntry(
  client: Client,
  directory: OpenableDirectory,
  login: string,
): Promise<DirectoryEntry | undefined> {
  const { base, userFilter, attributes, groupsAttribute } = directory;
  const searchEntries = await entriesOf(client, base, {
    scope: "sub",
    filter: filterFor(userFilter, login),
    attributes: [...Object.values(attributes), groupsAttribute],
    // Of Active Directory it is bytes.
    explicitBufferAttributes: [attributes.id],
    sizeLimit: 2,
  });
  const [found, ...others] = searchEntries;
  if (found === undefined || others.length > 0) return undefined;
  return entryOf(found, directory);
}

/**
 * Who somebody is, when the directory takes their password. An empty one is never shown to it: directories answer such a
 * bind with success and mean a stranger (RFC 4513 §5.1.2).
 */
export async function whoBinds(
  directory: OpenableDirectory,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<DirectoryEntry | undefined> {
  if (password === "") return undefined;
  const entry = await withDirectory(directory, async (client) => {
    await client.bind(directory.bindDn, directory.bindPassword);
    return findEntry(client, directory, login);
  });
  if (entry === undefined) return undefined;
  return withDirectory(directory, async (client) => {
    try {
      await client.bind(entry.dn, password);
      return entry;
    } catch (error) {
      if (error instanceof InvalidCredentialsError) return undefined;
      throw error;
    }
  });
}
