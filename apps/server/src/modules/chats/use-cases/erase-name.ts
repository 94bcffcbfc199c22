import type { PrincipalId } from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import { renameMember } from "./rename-member.ts";

/** In the log itself, where a name stands beside what happened: who came, went, was answered or sent on. */
const nameInLog = `
  UPDATE conversation_events SET payload = CASE
    WHEN type = 'member.joined' THEN jsonb_set(payload, '{member,name}', to_jsonb($2::text))
    WHEN type IN ('member.left', 'member.role_changed') THEN jsonb_set(payload, '{name}', to_jsonb($2::text))
    WHEN type = 'request.accepted' THEN jsonb_set(payload, '{operatorName}', to_jsonb($2::text))
    WHEN type = 'request.transferring' THEN jsonb_set(payload, '{toName}', to_jsonb($2::text))
    ELSE payload
      || CASE WHEN payload #>> '{replyTo,authorId}' = $1::text
         THEN jsonb_build_object('replyTo', jsonb_set(payload -> 'replyTo', '{authorName}', to_jsonb($2::text)))
         ELSE '{}' END
      || CASE WHEN payload #>> '{forwarded,authorId}' = $1::text
         THEN jsonb_build_object('forwarded', jsonb_set(payload -> 'forwarded', '{authorName}', to_jsonb($2::text)))
         ELSE '{}' END
    END
  WHERE (type = 'member.joined' AND payload #>> '{member,principalId}' = $1::text)
    OR (type IN ('member.left', 'member.role_changed') AND payload ->> 'principalId' = $1::text)
    OR (type = 'request.accepted' AND actor_id = $1::text::uuid)
    OR (type = 'request.transferring' AND payload ->> 'toOperatorId' = $1::text)
    OR (type = 'message.created'
      AND $1::text IN (payload #>> '{replyTo,authorId}', payload #>> '{forwarded,authorId}'))
  RETURNING seq`;

/**
 * Puts another name wherever a person stands in conversations, past ones and the log included, and takes their own
 * side of them away: drafts, folders. What they said stays. Answers with how many places were changed.
 */
export async function eraseName(
  unit: LentUnit,
  { userId, name }: { readonly userId: PrincipalId; readonly name: string },
): Promise<number> {
  // Looks through the whole log: seconds for a million entries, and rarely done.
  await sendOff(unit, `SET LOCAL statement_timeout = '10min'`, []);
  await renameMember(unit, userId, name);
  await sendOff(
    unit,
    `UPDATE conversations SET last_message = jsonb_set(last_message, '{authorName}', to_jsonb($2::text))
     WHERE last_message ->> 'authorId' = $1::text`,
    [userId, name],
  );
  await sendOff(
    unit,
    `UPDATE members SET draft = NULL, folder_ids = '{}' WHERE principal_id = $1`,
    [userId],
  );
  await sendOff(unit, `DELETE FROM folders WHERE owner_id = $1`, [userId]);
  return (await rowsOf(unit.tx, nameInLog, [userId, name])).length;
}
