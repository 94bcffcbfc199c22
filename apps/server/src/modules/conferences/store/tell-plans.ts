import type { UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

/** What a person is invited to and what they answered, for them. */
export async function* tellPlans(
  db: Db<ConferencesTables>,
  userId: UserId,
): AsyncGenerator {
  yield* await db
    .selectFrom("conferenceInvitees as mine")
    .innerJoin("conferences", "conferences.id", "mine.conferenceId")
    .select(["title", "about", "schedule", "cancelledAt"])
    .select(["mine.isOrganiser", "mine.answer"])
    .where("mine.userId", "=", userId)
    .orderBy("createdAt")
    .execute();
}
