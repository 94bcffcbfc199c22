import type { Selectable } from "kysely";
import type { ConferenceAnswer, ConferenceId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ConferencesTables, OutsiderId } from "./tables.ts";

export type Outsider = Omit<
  Selectable<ConferencesTables["conferenceOutsiders"]>,
  "conferenceId"
>;

export function outsidersOf(
  db: Db<ConferencesTables>,
  conferenceId: ConferenceId,
): Promise<readonly Outsider[]> {
  return db
    .selectFrom("conferenceOutsiders")
    .select(["id", "email", "answer"])
    .where("conferenceId", "=", conferenceId)
    .orderBy("email")
    .execute();
}

/** Puts these in the place of those outside who were invited; who stays keeps their id. */
export async function writeOutsiders(
  tx: Tx<ConferencesTables>,
  conferenceId: ConferenceId,
  outsiders: readonly Outsider[],
): Promise<void> {
  const kept = outsiders.map(({ email }) => email);
  await tx
    .deleteFrom("conferenceOutsiders")
    .where("conferenceId", "=", conferenceId)
    .$if(kept.length > 0, (rows) => rows.where("email", "not in", kept))
    .execute();
  if (outsiders.length === 0) return;
  await tx
    .insertInto("conferenceOutsiders")
    .values(outsiders.map((one) => ({ ...one, conferenceId })))
    .onConflict((conflict) =>
      conflict
        .columns(["conferenceId", "email"])
        .doUpdateSet((eb) => ({ answer: eb.ref("excluded.answer") })),
    )
    .execute();
}

export async function writeOutsiderAnswer(
  tx: Tx<ConferencesTables>,
  { conferenceId, id }: { conferenceId: ConferenceId; id: OutsiderId },
  answer: ConferenceAnswer,
): Promise<void> {
  await tx
    .updateTable("conferenceOutsiders")
    .set({ answer })
    .where("conferenceId", "=", conferenceId)
    .where("id", "=", id)
    .execute();
}
