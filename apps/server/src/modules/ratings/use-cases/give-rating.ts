import type { Actor, Rating, RatingFields } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import {
  isChangeable,
  isLow,
  isRatable,
  isSameRating,
  saysSomething,
} from "../domain/judge-rating.ts";
import { lowLetter } from "../domain/low-letter.ts";
import { presentRating } from "../present.ts";
import type { RatingsDeps } from "../rating-powers.ts";
import type { ServedSession } from "../served-sessions.port.ts";
import { insertRating, lockRating, saveRating } from "../store/ratings.ts";
import type { RatingRow, RatingsTables } from "../store/tables.ts";

type Powers = Pick<
  RatingsDeps,
  "database" | "clock" | "chats" | "supervisors" | "publicUrl"
>;
type Unit = UnitOfWork<RatingsTables>;

export interface GivenRating {
  readonly session: ServedSession;
  readonly fields: RatingFields;
  readonly actor: Actor;
  readonly byLink: boolean;
}

/**
 * Rates a session, once; within ten minutes another word replaces it, and the same word again is no news. Refuses
 * `request.invalid` what says nothing, `request.not_found` two weeks after the end, `request.conflict` a change that
 * comes too late.
 */
export function giveRating(
  powers: Powers,
  { session, fields, actor, byLink }: GivenRating,
): Promise<Rating> {
  const { database, clock } = powers;
  if (!saysSomething(fields)) throw new AppError("request.invalid");
  const now = clock.now();
  if (!isRatable(session.endedAt, now)) throw new AppError("request.not_found");
  const { requestId, customerId, operatorId, endedAt } = session;
  const { people, technology } = fields;
  const row: RatingRow = {
    ...{ requestId, customerId, operatorId, people, technology },
    ...{ comment: fields.comment.trim(), byLink, endedAt, givenAt: now },
  };
  return database.transact(actor, async (unit) => {
    if (await insertRating(unit.tx, row)) {
      await tell(powers, unit, { session, row, before: undefined });
      return presentRating(row);
    }
    const before = await lockRating(unit.tx, requestId);
    const after = { ...before, people, technology, comment: row.comment };
    if (isSameRating(before, after)) return presentRating(before);
    if (!isChangeable(before.givenAt, now))
      throw new AppError("request.conflict");
    const { comment } = after;
    await saveRating(unit.tx, requestId, { people, technology, comment });
    await tell(powers, unit, { session, row: after, before });
    return presentRating(after);
  });
}

interface Told {
  readonly session: ServedSession;
  readonly row: RatingRow;
  /** Undefined the first time. */
  readonly before: RatingRow | undefined;
}

/** Says it in the conversation, to whoever follows what happens, and a low one to the supervisors. */
async function tell(
  { chats, supervisors, publicUrl }: Powers,
  unit: Unit,
  { session, row, before }: Told,
): Promise<void> {
  const { requestId, operatorId, people, technology } = row;
  const isOther = before?.people !== people || before.technology !== technology;
  if (isOther)
    await chats.append(unit, session.conversationId, [
      {
        type: "request.rated",
        actorId: session.customerId,
        ...{ requestId, people, technology },
      },
    ]);
  unit.happened({
    type: before === undefined ? "rating.given" : "rating.changed",
    ...{ requestId, operatorId, people, technology },
    hasComment: row.comment !== "",
  });
  if (!isLow(row) || (before !== undefined && isLow(before))) return;
  const { operatorName } = session;
  const pageUrl = `${publicUrl}/history/${requestId}`;
  await supervisors.tell(unit, (language) =>
    lowLetter(language, { rating: row, operatorName, pageUrl }),
  );
}
