import { sql } from "kysely";
import type {
  ApplicationId,
  ContextObject,
  ConversationId,
  ObjectReference,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ObjectsTables } from "./tables.ts";

/** One of an application's objects, as the application names it. */
export type ObjectName = Pick<ObjectReference, "type" | "id">;

export function findObject(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
  { type, id }: ObjectName,
): Promise<ContextObject | undefined> {
  return db
    .selectFrom("objects")
    .select(["type", "id", "title", "url", "fields"])
    .where("applicationId", "=", applicationId)
    .where("type", "=", type)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Of these conversations, the objects whose number or title has all the words, the last changed first. */
export async function objectsAmong(
  db: Db<ObjectsTables>,
  conversationIds: readonly ConversationId[],
  {
    words,
    limit,
  }: { readonly words: readonly string[]; readonly limit: number },
) {
  let query = db
    .selectFrom("objects as object")
    .innerJoin("contextConversations as context", (join) =>
      join
        .onRef("context.applicationId", "=", "object.applicationId")
        .onRef("context.type", "=", "object.type")
        .onRef("context.objectId", "=", "object.id"),
    )
    .innerJoin(
      "applications as application",
      "application.id",
      "object.applicationId",
    )
    .select([
      "application.key as application",
      "object.type",
      "object.id",
      "object.title",
      "context.conversationId",
    ])
    .where(
      sql<boolean>`context.conversation_id = any(${conversationIds}::uuid[])`,
    );
  for (const word of words)
    // What the reader typed is looked for as it is: its signs mean nothing.
    query = query.where(
      sql<boolean>`strpos(lower(object.id || ' ' || object.title), lower(${word})) > 0`,
    );
  return query.orderBy("object.changedAt", "desc").limit(limit).execute();
}

/** Each object at most once. */
export async function writeObjects(
  tx: Tx<ObjectsTables>,
  applicationId: ApplicationId,
  {
    objects,
    at,
  }: { readonly objects: readonly ContextObject[]; readonly at: Date },
): Promise<void> {
  // In one order whoever writes: two who keep the same objects wait for each other and never both.
  const ordered = [...objects].sort((one, other) =>
    `${one.type}/${one.id}` < `${other.type}/${other.id}` ? -1 : 1,
  );
  await tx
    .insertInto("objects")
    .values(
      ordered.map(({ fields, ...object }) => ({
        ...object,
        applicationId,
        fields: JSON.stringify(fields),
        changedAt: at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["applicationId", "type", "id"]).doUpdateSet({
        title: sql`excluded.title`,
        url: sql`excluded.url`,
        fields: sql`excluded.fields`,
        changedAt: sql`excluded.changed_at`,
      }),
    )
    .execute();
}

/** False when it isn't there. */
export async function deleteObject(
  tx: Tx<ObjectsTables>,
  applicationId: ApplicationId,
  { type, id }: ObjectName,
): Promise<boolean> {
  const row = await tx
    .deleteFrom("objects")
    .where("applicationId", "=", applicationId)
    .where("type", "=", type)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
