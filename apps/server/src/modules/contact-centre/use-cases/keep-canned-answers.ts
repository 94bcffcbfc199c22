import {
  MAX_CANNED_ANSWERS,
  unknownVariablesIn,
  type Actor,
  type CannedAnswer,
  type CannedAnswerFields,
  type CannedAnswerId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Powers } from "../powers.ts";
import {
  countCannedAnswers,
  deleteCannedAnswer,
  holdCannedAnswers,
  insertCannedAnswer,
  isShortcutTaken,
  updateCannedAnswer,
} from "../store/canned-answers.ts";
import type { ContactCentreTables } from "../store/tables.ts";

type KeepingPowers = Pick<Powers, "database" | "clock" | "ids">;

/** Refuses `canned_answer.variable_unknown`, `canned_answer.too_many`, `canned_answer.shortcut_taken`. */
export function writeCannedAnswer(
  { database, clock, ids }: KeepingPowers,
  actor: Actor,
  fields: CannedAnswerFields,
): Promise<CannedAnswer> {
  const id = ids.next<CannedAnswerId>();
  const words = judged(fields);
  return database.transact(actor, async ({ tx, happened }) => {
    await holdCannedAnswers(tx);
    if ((await countCannedAnswers(tx)) >= MAX_CANNED_ANSWERS)
      throw new AppError("canned_answer.too_many");
    await requireFree(tx, { id, ...words });
    happened({
      type: "canned_answer.changed",
      answerId: id,
      change: "created",
    });
    const at = clock.now();
    return insertCannedAnswer(tx, {
      id,
      ...words,
      createdAt: at,
      updatedAt: at,
    });
  });
}

/** Refuses `request.not_found`, `canned_answer.variable_unknown`, `canned_answer.shortcut_taken`. */
export function changeCannedAnswer(
  { database, clock }: KeepingPowers,
  actor: Actor,
  { id, ...fields }: CannedAnswerFields & { readonly id: CannedAnswerId },
): Promise<CannedAnswer> {
  const words = judged(fields);
  return database.transact(actor, async ({ tx, happened }) => {
    await holdCannedAnswers(tx);
    await requireFree(tx, { id, ...words });
    const changed = { id, ...words, updatedAt: clock.now() };
    const answer = await updateCannedAnswer(tx, changed);
    if (answer === undefined) throw new AppError("request.not_found");
    happened({
      type: "canned_answer.changed",
      answerId: id,
      change: "changed",
    });
    return answer;
  });
}

/** Refuses `request.not_found`. */
export async function removeCannedAnswer(
  { database }: KeepingPowers,
  actor: Actor,
  answerId: CannedAnswerId,
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await deleteCannedAnswer(tx, answerId)))
      throw new AppError("request.not_found");
    happened({ type: "canned_answer.changed", answerId, change: "deleted" });
  });
}

/** As it is kept: composed, the shortcut in lower case. */
function judged({
  title,
  shortcut,
  text,
}: CannedAnswerFields): CannedAnswerFields {
  const unknown = unknownVariablesIn(text);
  if (unknown.length > 0)
    throw new AppError("canned_answer.variable_unknown", {
      issues: unknown.slice(0, 20).map((name) => ({
        path: "/text",
        message: `there is no variable {{${name}}}`,
      })),
    });
  return {
    title: title.normalize("NFC"),
    shortcut: shortcut.normalize("NFC").toLowerCase(),
    text: text.normalize("NFC"),
  };
}

async function requireFree(
  tx: Tx<ContactCentreTables>,
  wanted: { readonly id: CannedAnswerId; readonly shortcut: string },
): Promise<void> {
  if (await isShortcutTaken(tx, wanted))
    throw new AppError("canned_answer.shortcut_taken");
}
