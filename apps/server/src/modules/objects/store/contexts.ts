import { sql, type Selectable } from "kysely";
import type { ApplicationId, ConversationId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ObjectName } from "./objects.ts";
import type { ObjectsTables } from "./tables.ts";

/** A conversation and the object it is about. */
export type Context = Selectable<ObjectsTables["contextConversations"]>;

export function contextOf(
  db: Db<ObjectsTables>,
  conversationId: ConversationId,
): Promise<Context | undefined> {
  return db
    .selectFrom("contextConversations")
    .selectAll()
    .where("conversationId", "=", conversationId)
    .executeTakeFirst();
}

export async function conversationsAbout(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
  objects: readonly ObjectName[],
): Promise<readonly Context[]> {
  return db
    .selectFrom("contextConversations")
    .selectAll()
    .where("applicationId", "=", applicationId)
    .where(
      sql<boolean>`(type, object_id) in (select t, i from unnest(${objects.map(
        ({ type }) => type,
      )}::text[], ${objects.map(({ id }) => id)}::text[]) as named (t, i))`,
    )
    .execute();
}

export async function insertContext(
  tx: Tx<ObjectsTables>,
  context: Omit<Context, "toldTo">,
): Promise<void> {
  await tx
    .insertInto("contextConversations")
    .values(context)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** In the order of ids, those after the given one. */
export async function contextsAfter(
  db: Db<ObjectsTables>,
  after: ConversationId | undefined,
  limit: number,
): Promise<readonly Context[]> {
  const inOrder = db
    .selectFrom("contextConversations")
    .selectAll()
    .orderBy("conversationId")
    .limit(limit);
  return after === undefined
    ? inOrder.execute()
    : inOrder.where("conversationId", ">", after).execute();
}

/** About objects of one kind, the newest first. */
export async function conversationsOfType(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
  { type, limit }: { readonly type: string; readonly limit: number },
): Promise<readonly ConversationId[]> {
  const rows = await db
    .selectFrom("contextConversations")
    .select("conversationId")
    .where("applicationId", "=", applicationId)
    .where("type", "=", type)
    .orderBy("conversationId", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ conversationId }) => conversationId);
}
