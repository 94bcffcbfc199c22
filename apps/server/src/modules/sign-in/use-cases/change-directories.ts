import type {
  Actor,
  DirectoryTest,
  LdapDirectory,
  LdapDirectoryDraft,
  LdapDirectoryId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { isFilter } from "../domain/ldap-filter.ts";
import type { OpenableDirectory } from "../ldap/ask-directory.ts";
import { testDirectory } from "../ldap/test-directory.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { deleteLinksOf } from "../store/company-identities.ts";
import {
  changeDirectory,
  deleteDirectory,
  findDirectory,
  insertDirectory,
  toDirectory,
  type DirectoryRow,
  type DirectoryValues,
} from "../store/ldap-directories.ts";

type Powers = Pick<SignInPowers, "database" | "ids" | "secrets">;

/** A directory with its password, to be asked. */
export const openable = (
  { secrets }: Pick<SignInPowers, "secrets">,
  { url, bindDn, bindPassword, settings }: DirectoryRow,
): OpenableDirectory => ({
  ...settings,
  ...{ url, bindDn, bindPassword: secrets.open(bindPassword) },
});

/** Directories stand inside: each host that may be asked is named by whoever runs the server. */
export const mayAsk = (
  { innerHosts }: Pick<SignInPowers, "innerHosts">,
  url: string,
): boolean => innerHosts.includes(URL.parse(url)?.hostname.toLowerCase() ?? "");

function valuesOf(
  { secrets }: Powers,
  draft: LdapDirectoryDraft,
  before?: DirectoryRow,
): DirectoryValues {
  const { name, url, bindDn, bindPassword, isOff, ...settings } = draft;
  const protocol = URL.parse(url.trim())?.protocol ?? "";
  const kept = before?.bindPassword;
  const mustBe = {
    "/name": oneLine(name) === "" && "must not be empty",
    "/url":
      !["ldap:", "ldaps:"].includes(protocol) && "must be ldap:// or ldaps://",
    "/userFilter":
      !isFilter(settings.userFilter.trim()) && "must be a filter with {login}",
    "/bindPassword":
      bindPassword === null && kept === undefined && "must be given",
  };
  const issues = Object.entries(mustBe).flatMap(([path, message]) =>
    message === false ? [] : [{ path, message }],
  );
  if (issues.length > 0) throw new AppError("request.invalid", { issues });
  return {
    name: oneLine(name),
    url: url.trim(),
    bindDn: bindDn.trim(),
    bindPassword:
      bindPassword === null ? (kept ?? "") : secrets.seal(bindPassword),
    settings: { ...settings, userFilter: settings.userFilter.trim() },
    isOff,
  };
}

/** Refuses `request.invalid`. */
export async function createDirectory(
  powers: Powers,
  actor: Actor,
  draft: LdapDirectoryDraft,
): Promise<LdapDirectory> {
  const values = valuesOf(powers, draft);
  return powers.database.transact(actor, async ({ tx, happened }) => {
    const providerId = powers.ids.next<LdapDirectoryId>();
    const row = await insertDirectory(tx, providerId, values);
    const change = "created";
    happened({ type: "sign_in_provider.changed", providerId, change });
    return toDirectory(row);
  });
}

/**
 * Another server means other people by the same ids, and gets no password of the first: links are dropped and the password
 * has to be given. Refuses `request.not_found`, `request.invalid`.
 */
export async function updateDirectory(
  powers: Powers,
  actor: Actor,
  { id, ...draft }: LdapDirectoryDraft & { readonly id: LdapDirectoryId },
): Promise<LdapDirectory> {
  return powers.database.transact(actor, async ({ tx, happened }) => {
    const before = await findDirectory(tx, id);
    if (before === undefined) throw new AppError("request.not_found");
    const isOther =
      before.url !== draft.url.trim() ||
      before.settings.base !== draft.base ||
      before.settings.attributes.id !== draft.attributes.id;
    if (isOther) await deleteLinksOf(tx, id);
    const kept = before.url === draft.url.trim() ? before : undefined;
    const row = await changeDirectory(tx, id, valuesOf(powers, draft, kept));
    const change = "changed";
    happened({ type: "sign_in_provider.changed", providerId: id, change });
    return toDirectory(row);
  });
}

/** Refuses `request.not_found`. */
export async function removeDirectory(
  { database }: Powers,
  actor: Actor,
  providerId: LdapDirectoryId,
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await deleteDirectory(tx, providerId)))
      throw new AppError("request.not_found");
    await deleteLinksOf(tx, providerId);
    const change = "removed";
    happened({ type: "sign_in_provider.changed", providerId, change });
  });
}

/** Refuses `request.not_found`. */
export async function tryDirectory(
  powers: Pick<SignInPowers, "database" | "secrets" | "innerHosts">,
  id: LdapDirectoryId,
  login: string | null,
): Promise<DirectoryTest> {
  const row = await findDirectory(powers.database.db, id);
  if (row === undefined) throw new AppError("request.not_found");
  if (!mayAsk(powers, row.url))
    return {
      problems: [{ field: "url", problem: "address_refused", detail: null }],
      found: null,
    };
  return testDirectory(openable(powers, row), login);
}
