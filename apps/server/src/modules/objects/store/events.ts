import { sql, type Selectable } from "kysely";
import type { ApplicationId, ConversationId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { lockApplication, type ApplicationRow } from "./applications.ts";
import type { ObjectsTables } from "./tables.ts";

export interface Copy {
  readonly applicationId: ApplicationId;
  readonly conversationId: ConversationId;
  /** How far the log was told when its new events were read. */
  readonly from: number;
  /** How far it is told with this. */
  readonly to: number;
  /** The positions between that are events for the application. */
  readonly seqs: readonly number[];
}

/**
 * Numbers new events of one log. Two who copy the same stretch (another process, a sweep) come one after the other,
 * and the second finds it told: then this answers false and nothing is written.
 */
export async function writeEvents(
  tx: Tx<ObjectsTables>,
  { applicationId, conversationId, from, to, seqs }: Copy,
): Promise<boolean> {
  const application = await lockApplication(tx, applicationId);
  if (application === undefined) return false;
  const moved = await tx
    .updateTable("contextConversations")
    .set({ toldTo: to })
    .where("conversationId", "=", conversationId)
    .where("toldTo", "=", from)
    .returning("conversationId")
    .executeTakeFirst();
  if (moved === undefined) return false;
  if (seqs.length === 0) return true;
  const base = application.lastEventNumber;
  await tx
    .insertInto("applicationEvents")
    .values(
      seqs.map((seq, index) => ({
        applicationId,
        conversationId,
        seq,
        number: base + index + 1,
      })),
    )
    .execute();
  await tx
    .updateTable("applications")
    .set({ lastEventNumber: base + seqs.length })
    .where("id", "=", applicationId)
    .execute();
  return true;
}

/** Where an event stands, and what its conversation is about. */
export type EventPlace = Pick<
  Selectable<ObjectsTables["applicationEvents"]>,
  "number" | "conversationId" | "seq"
> & { readonly type: string; readonly objectId: string };

export async function eventsAfter(
  db: Db<ObjectsTables>,
  applicationId: ApplicationId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly EventPlace[]> {
  return db
    .selectFrom("applicationEvents as event")
    .innerJoin(
      "contextConversations as context",
      "context.conversationId",
      "event.conversationId",
    )
    .select([
      "event.number",
      "event.conversationId",
      "event.seq",
      "context.type",
      "context.objectId",
    ])
    .where("event.applicationId", "=", applicationId)
    .where("event.number", ">", after)
    .orderBy("event.number")
    .limit(limit)
    .execute();
}

/** Those with something to tell, whose pause after a failure is over. */
export async function dueDeliveries(
  db: Db<ObjectsTables>,
  now: Date,
): Promise<readonly ApplicationRow[]> {
  return db
    .selectFrom("applications")
    .selectAll()
    .where("webhookUrl", "is not", null)
    .where("disabledAt", "is", null)
    .whereRef("deliveredTo", "<", "lastEventNumber")
    .where((on) =>
      on.or([
        on("nextDeliveryAt", "is", null),
        on("nextDeliveryAt", "<=", now),
      ]),
    )
    .orderBy("id")
    .execute();
}

/** The webhook answered for everything up to here. */
export async function markDelivered(
  tx: Tx<ObjectsTables>,
  applicationId: ApplicationId,
  number: number,
): Promise<void> {
  await tx
    .updateTable("applications")
    .set({
      deliveredTo: sql`greatest(delivered_to, ${number})`,
      deliveryFailures: 0,
      nextDeliveryAt: null,
    })
    .where("id", "=", applicationId)
    .execute();
}
