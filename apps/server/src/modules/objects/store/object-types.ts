import type { ApplicationId, ObjectType } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ObjectsTables } from "./tables.ts";

const columns = ["type", "title", "fields", "sections", "isOn"] as const;

export async function objectTypesOf(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
): Promise<readonly ObjectType[]> {
  return db
    .selectFrom("objectTypes")
    .select(columns)
    .where("applicationId", "=", applicationId)
    .orderBy("type")
    .execute();
}

export function objectType(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
  type: string,
): Promise<ObjectType | undefined> {
  return db
    .selectFrom("objectTypes")
    .select(columns)
    .where("applicationId", "=", applicationId)
    .where("type", "=", type)
    .executeTakeFirst();
}

/** The kind as an administrator laid it out; undefined where nobody did. Held until the commit. */
export function lockArrangedType(
  tx: Tx<ObjectsTables>,
  applicationId: ApplicationId,
  type: string,
): Promise<ObjectType | undefined> {
  return tx
    .selectFrom("objectTypes")
    .select(columns)
    .where("applicationId", "=", applicationId)
    .where("type", "=", type)
    .where("isArranged", "=", true)
    .forUpdate()
    .executeTakeFirst();
}

export async function writeObjectType(
  tx: Tx<ObjectsTables>,
  applicationId: ApplicationId,
  {
    type,
    title,
    fields,
    sections,
    isOn,
    isArranged,
  }: ObjectType & { readonly isArranged: boolean },
): Promise<void> {
  const said = {
    isArranged,
    title: JSON.stringify(title),
    fields: JSON.stringify(fields),
    sections: JSON.stringify(sections),
    isOn,
  };
  await tx
    .insertInto("objectTypes")
    .values({ applicationId, type, ...said })
    .onConflict((conflict) =>
      conflict.columns(["applicationId", "type"]).doUpdateSet(said),
    )
    .execute();
}
