import type { LdapDirectoryId, OidcProviderId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { SignInTables } from "./tables.ts";

/** Whom a provider means by its word for somebody. */
export interface CompanyIdentity {
  readonly providerId: OidcProviderId | LdapDirectoryId;
  readonly subject: string;
}

export async function findLinked(
  db: Db<SignInTables>,
  { providerId, subject }: CompanyIdentity,
): Promise<UserId | undefined> {
  const row = await db
    .selectFrom("companyIdentities")
    .select("userId")
    .where("providerId", "=", providerId)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.userId;
}

/** False when the word or the account is linked already: the unique keys decide between two who come at once. */
export async function insertLink(
  tx: Tx<SignInTables>,
  identity: CompanyIdentity & { readonly userId: UserId },
): Promise<boolean> {
  const row = await tx
    .insertInto("companyIdentities")
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .returning("userId")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteLinksOf(
  tx: Tx<SignInTables>,
  providerId: OidcProviderId | LdapDirectoryId,
): Promise<void> {
  await tx
    .deleteFrom("companyIdentities")
    .where("providerId", "=", providerId)
    .execute();
}
