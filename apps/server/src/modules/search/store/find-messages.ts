import { sql, type RawBuilder } from "kysely";
import type { ConversationId, MessageId, PrincipalId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { SearchTables } from "./tables.ts";

/** What the index is asked. */
export interface Sought {
  /** For `to_tsquery`; empty: no words. */
  readonly words: string;
  /** The same without the last word, and how a Latin last word begins. */
  readonly begun:
    { readonly others: string; readonly latin: string } | undefined;
  /** Each list is a choice; all lists must be met. */
  readonly marks: readonly (readonly string[])[];
  readonly conversationIds: readonly ConversationId[];
  readonly authorIds: readonly PrincipalId[] | undefined;
  readonly before: Date | null;
  readonly after: Date | null;
  readonly following: Position | undefined;
  readonly limit: number;
}

/** A place in the order of answers: the newest first. */
export interface Position {
  readonly at: string;
  readonly seq: number;
  readonly conversationId: ConversationId;
}

export interface Hit {
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly messageId: MessageId;
  readonly authorId: PrincipalId;
  readonly at: Date;
}

/** The newest messages that fit, in the conversations that are named and in no others. */
export async function findMessages(
  db: Db<SearchTables>,
  sought: Sought,
): Promise<readonly Hit[]> {
  if (sought.conversationIds.length === 0) return [];
  const { rows } = await sql<Hit>`
    select conversation_id as "conversationId", seq, message_id as "messageId", author_id as "authorId", at from message_words
    where ${sql.join(conditions(sought), sql` and `)}
    order by at desc, seq desc, conversation_id desc
    limit ${sought.limit}`.execute(db.withoutPlugins());
  return rows;
}

function conditions(sought: Sought): readonly RawBuilder<boolean>[] {
  const { authorIds, before, after, following, conversationIds } = sought;
  const query = wordsAndMarks(sought);
  return [
    sql<boolean>`conversation_id = any(${conversationIds}::uuid[])`,
    ...(query === undefined ? [] : [sql<boolean>`words @@ (${query})`]),
    ...(sought.words === ""
      ? []
      : [sql<boolean>`numnode(${words(sought)}) > 0`]),
    ...(authorIds === undefined
      ? []
      : [sql<boolean>`author_id = any(${authorIds}::uuid[])`]),
    ...(before === null ? [] : [sql<boolean>`at < ${before}`]),
    ...(after === null ? [] : [sql<boolean>`at >= ${after}`]),
    ...(following === undefined
      ? []
      : [
          sql<boolean>`(at, seq, conversation_id) < (${following.at}::timestamptz, ${following.seq}::integer, ${following.conversationId}::uuid)`,
        ]),
  ];
}

function wordsAndMarks(sought: Sought): RawBuilder<unknown> | undefined {
  const parts = [
    ...(sought.words === "" ? [] : [sql`(${words(sought)})`]),
    ...sought.marks.map(
      (choice) =>
        sql`${written(choice.map((mark) => `'${mark}'`).join(" | "))}::tsquery`,
    ),
  ];
  return parts.length === 0 ? undefined : sql.join(parts, sql` && `);
}

function words({
  words: all,
  begun,
}: Pick<Sought, "words" | "begun">): RawBuilder<unknown> {
  const query = sql`to_tsquery('russian', ${written(all)})`;
  if (begun === undefined) return query;
  const others = sql`to_tsquery('russian', ${written(begun.others)})`;
  return sql`(${query} || (${others} && ${written(`'${begun.latin}':*`)}::tsquery))`;
}

/**
 * Words stand in the statement itself instead of among its values: whether to walk back in time or to take the index is
 * the planner's choice, and it has to see how common they are. A prepared plan would be one for all words.
 */
const written = (text: string): RawBuilder<unknown> => sql.lit(text);
