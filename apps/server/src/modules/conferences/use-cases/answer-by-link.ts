import type { ConferenceAnswer } from "@veche/contracts";
import { serverActor, type Tx } from "../../../platform/db/database.ts";
import type { Answering } from "../answer-token.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import { lockConference, type StoredConference } from "../store/conferences.ts";
import { inviteesOf, writeAnswer } from "../store/invitees.ts";
import { outsidersOf, writeOutsiderAnswer } from "../store/outsiders.ts";
import type { ConferencesTables } from "../store/tables.ts";

/** Counts an answer that was given by a link; undefined: the conference is off, or they are invited no more. */
export function answerByLink(
  { database }: Pick<ConferencePowers, "database">,
  answering: Answering,
  answer: ConferenceAnswer,
): Promise<StoredConference | undefined> {
  const { conferenceId } = answering;
  return database.transact(serverActor, async ({ tx }) => {
    const conference = await lockConference(tx, conferenceId);
    if (conference === undefined || !(await isInvited(tx, answering)))
      return undefined;
    if (answering.kind === "user")
      await writeAnswer(tx, { conferenceId, userId: answering.id }, answer);
    else
      await writeOutsiderAnswer(tx, { conferenceId, id: answering.id }, answer);
    return conference;
  });
}

async function isInvited(
  tx: Tx<ConferencesTables>,
  { kind, id, conferenceId }: Answering,
): Promise<boolean> {
  if (kind === "outsider")
    return (await outsidersOf(tx, conferenceId)).some((one) => one.id === id);
  const invitees = await inviteesOf(tx, conferenceId);
  return invitees.some(({ userId }) => userId === id);
}
