import type { Insertable, Selectable } from "kysely";
import type { Application, ApplicationId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ApplicationsTable, ObjectsTables } from "./tables.ts";

export type ApplicationRow = Selectable<ApplicationsTable>;

/** An application as the administrator sees it: never with a secret. */
export const toApplication = (row: ApplicationRow): Application => ({
  id: row.id,
  key: row.key,
  name: row.name,
  origins: [...row.origins],
  matchUsersBy: row.matchUsersBy,
  webhookUrl: row.webhookUrl,
  disabledAt: row.disabledAt?.toISOString() ?? null,
});

export async function allApplications(
  db: Db<ObjectsTables>,
): Promise<readonly ApplicationRow[]> {
  return db
    .selectFrom("applications")
    .selectAll()
    .where("removedAt", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export function applicationById(
  db: Db<ObjectsTables>,
  id: ApplicationId,
): Promise<ApplicationRow | undefined> {
  return db
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .executeTakeFirst();
}

export function applicationByKey(
  db: Db<ObjectsTables>,
  key: string,
): Promise<ApplicationRow | undefined> {
  return db
    .selectFrom("applications")
    .selectAll()
    .where("key", "=", key)
    .where("removedAt", "is", null)
    .executeTakeFirst();
}

/** False when the key is or was somebody's: the unique key decides between two who ask at once. */
export async function insertApplication(
  tx: Tx<ObjectsTables>,
  application: Insertable<ApplicationsTable>,
): Promise<boolean> {
  const row = await tx
    .insertInto("applications")
    .values(application)
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export type ApplicationChange = Partial<
  Pick<
    ApplicationRow,
    | "name"
    | "origins"
    | "matchUsersBy"
    | "webhookUrl"
    | "disabledAt"
    | "secret"
    | "oldSecret"
    | "oldSecretUntil"
    | "deliveryFailures"
    | "nextDeliveryAt"
  >
>;

export function changeApplication(
  tx: Tx<ObjectsTables>,
  id: ApplicationId,
  change: ApplicationChange,
): Promise<ApplicationRow> {
  return tx
    .updateTable("applications")
    .set(change)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Held until the commit: who changes an application or numbers its events comes one after the other. */
export function lockApplication(
  tx: Tx<ObjectsTables>,
  id: ApplicationId,
): Promise<ApplicationRow | undefined> {
  return tx
    .selectFrom("applications")
    .selectAll()
    .where("id", "=", id)
    .where("removedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes away everything of an application but its row, so that its key stays taken. */
export async function removeRowsOf(
  tx: Tx<ObjectsTables>,
  applicationId: ApplicationId,
  { at, noSecret }: { readonly at: Date; readonly noSecret: string },
): Promise<void> {
  for (const table of [
    "webhookDeliveries",
    "applicationEvents",
    "contextConversations",
    "objects",
    "objectTypes",
  ] as const)
    await tx
      .deleteFrom(table)
      .where("applicationId", "=", applicationId)
      .execute();
  await tx
    .updateTable("applications")
    .set({
      removedAt: at,
      disabledAt: at,
      origins: [],
      webhookUrl: null,
      secret: noSecret,
      oldSecret: null,
      oldSecretUntil: null,
    })
    .where("id", "=", applicationId)
    .execute();
}
