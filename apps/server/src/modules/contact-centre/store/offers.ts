import type { CallId, OfferId, RequestId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { OfferRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** New rings, and their requests are offered from now on: one statement, however many. */
export async function insertOffers(
  tx: Tx<ContactCentreTables>,
  rows: readonly OfferRow[],
): Promise<void> {
  await tx
    .with("offered", (db) =>
      db
        .updateTable("requests")
        .set({ state: "offered" })
        .where(
          "id",
          "in",
          rows.map(({ requestId }) => requestId),
        ),
    )
    .insertInto("offers")
    .values(rows)
    .execute();
}

export function findOffer(
  db: Db<ContactCentreTables>,
  id: OfferId,
): Promise<OfferRow | undefined> {
  return db
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds the offer's row until the commit. The request's row is held already. */
export function lockOffer(
  tx: Tx<ContactCentreTables>,
  id: OfferId,
): Promise<OfferRow | undefined> {
  return tx
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export function openOfferOfRequest(
  tx: Tx<ContactCentreTables>,
  requestId: RequestId,
): Promise<OfferRow | undefined> {
  return tx
    .selectFrom("offers")
    .selectAll()
    .where("requestId", "=", requestId)
    .where("outcome", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export function openOfferOfOperator(
  db: Db<ContactCentreTables>,
  operatorId: UserId,
): Promise<OfferRow | undefined> {
  return db
    .selectFrom("offers")
    .selectAll()
    .where("operatorId", "=", operatorId)
    .where("outcome", "is", null)
    .executeTakeFirst();
}

export function offersOfRequest(
  db: Db<ContactCentreTables>,
  requestId: RequestId,
): Promise<readonly OfferRow[]> {
  return db
    .selectFrom("offers")
    .selectAll()
    .where("requestId", "=", requestId)
    .orderBy("createdAt")
    .execute();
}

export async function saveOffer(
  tx: Tx<ContactCentreTables>,
  id: OfferId,
  fields: Partial<OfferRow>,
): Promise<void> {
  await tx.updateTable("offers").set(fields).where("id", "=", id).execute();
}

export async function exclude(
  tx: Tx<ContactCentreTables>,
  exclusion: {
    readonly requestId: RequestId;
    readonly operatorId: UserId;
    readonly until: Date;
  },
): Promise<void> {
  await tx
    .insertInto("offerExclusions")
    .values(exclusion)
    .onConflict((conflict) =>
      conflict
        .columns(["requestId", "operatorId"])
        .doUpdateSet({ until: exclusion.until }),
    )
    .execute();
}

/** From now on this operator may be asked again for what they missed. Whoever did not refuse is still asked first. */
export async function endPauses(
  tx: Tx<ContactCentreTables>,
  operatorId: UserId,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("offerExclusions")
    .set({ until: now })
    .where("operatorId", "=", operatorId)
    .where("until", ">", now)
    .execute();
}

/** An ended request rings nobody: who refused it no longer matters. */
export async function forgetExclusions(
  tx: Tx<ContactCentreTables>,
  requestId: RequestId,
): Promise<void> {
  await tx
    .deleteFrom("offerExclusions")
    .where("requestId", "=", requestId)
    .execute();
}

export function offersNamed(
  db: Db<ContactCentreTables>,
  ids: readonly OfferId[],
): Promise<readonly OfferRow[]> {
  return db.selectFrom("offers").selectAll().where("id", "in", ids).execute();
}

/** Whom the request of this call rings now. */
export async function operatorRungFor(
  db: Db<ContactCentreTables>,
  callId: CallId,
): Promise<UserId | undefined> {
  const row = await db
    .selectFrom("offers")
    .innerJoin("requests", "requests.id", "offers.requestId")
    .select("offers.operatorId")
    .where("requests.callId", "=", callId)
    .where("offers.outcome", "is", null)
    .executeTakeFirst();
  return row?.operatorId;
}
