import type { Selectable } from "kysely";
import type { OidcProvider, OidcProviderId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { SignInTables } from "./tables.ts";

export type ProviderRow = Selectable<SignInTables["oidcProviders"]>;

/** As administrators see it: never with the secret. */
export const toProvider = ({
  clientSecret,
  settings,
  createdAt,
  ...row
}: ProviderRow): OidcProvider => ({
  ...row,
  ...settings,
  claims: { ...settings.claims },
  roleRules: [...settings.roleRules],
  hasSecret: clientSecret !== null,
  createdAt: createdAt.toISOString(),
});

export const listProviders = (db: Db<SignInTables>): Promise<ProviderRow[]> =>
  db
    .selectFrom("oidcProviders")
    .selectAll()
    .orderBy("createdAt")
    .orderBy("id")
    .execute();

export const findProvider = (
  db: Db<SignInTables>,
  providerId: OidcProviderId,
): Promise<ProviderRow | undefined> =>
  db
    .selectFrom("oidcProviders")
    .selectAll()
    .where("id", "=", providerId)
    .executeTakeFirst();

export type ProviderValues = Omit<ProviderRow, "createdAt" | "id">;

const stored = ({ settings, ...values }: ProviderValues) => ({
  ...values,
  settings: JSON.stringify(settings),
});

export const insertProvider = (
  tx: Tx<SignInTables>,
  id: OidcProviderId,
  values: ProviderValues,
): Promise<ProviderRow> =>
  tx
    .insertInto("oidcProviders")
    .values({ id, ...stored(values) })
    .returningAll()
    .executeTakeFirstOrThrow();

export const changeProvider = (
  tx: Tx<SignInTables>,
  id: OidcProviderId,
  values: ProviderValues,
): Promise<ProviderRow> =>
  tx
    .updateTable("oidcProviders")
    .set(stored(values))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();

export async function deleteProvider(
  tx: Tx<SignInTables>,
  id: OidcProviderId,
): Promise<boolean> {
  const row = await tx
    .deleteFrom("oidcProviders")
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
