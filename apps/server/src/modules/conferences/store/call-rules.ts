import type { ConversationId, PresenterKind, UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

/** What its organisers said of a conference's calls. */
export interface CallRules {
  readonly organiserIds: readonly UserId[];
  /** Whoever comes waits until they are admitted. */
  readonly hasLobby: boolean;
  /** Who may show a screen. */
  readonly presenters: PresenterKind;
  /** Its calls are recorded from the beginning, once everybody agrees. */
  readonly isRecorded: boolean;
}

/** Undefined where no conference takes place in this conversation. */
export async function callRulesIn(
  db: Db<ConferencesTables>,
  conversationId: ConversationId,
): Promise<CallRules | undefined> {
  const rows = await db
    .selectFrom("conferences")
    .innerJoin("conferenceInvitees as invitee", (join) =>
      join
        .onRef("invitee.conferenceId", "=", "conferences.id")
        .on("invitee.isOrganiser", "=", true),
    )
    .select([
      "invitee.userId",
      "conferences.hasLobby",
      "conferences.presenters",
      "conferences.isRecorded",
    ])
    .where("conferences.conversationId", "=", conversationId)
    .where("cancelledAt", "is", null)
    .execute();
  const [first] = rows;
  return (
    first && {
      organiserIds: rows.map(({ userId }) => userId),
      hasLobby: first.hasLobby,
      presenters: first.presenters,
      isRecorded: first.isRecorded,
    }
  );
}
