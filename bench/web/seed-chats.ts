import { randomUUID } from "node:crypto";
import type pg from "pg";

export const conversationCount = 2_000;
export const longLength = 100_000;
/** Of every other conversation. */
const shortLength = 40;
const rowsPerStatement = 10_000;

export interface Chats {
  /** The newest first, as the list shows them. */
  readonly conversations: readonly {
    readonly id: string;
    readonly title: string;
  }[];
  readonly longId: string;
}

/** What people write: a word, a sentence, a paragraph, something marked, a piece of code. */
const bodies = [
  "ok",
  "The courier comes at four, the parcel for the office is on the second shelf.",
  "Could you look at the **price list**? The third row seems to be from last year, and the customer asks about it.",
  "Thanks!",
  "1. call the warehouse\n2. move the delivery to Thursday\n3. tell the customer",
  "I went through the whole order once more. Two of the items are not in stock before the end of the month, so we either split the delivery in two or wait for the rest; the customer said on the phone that both are fine, as long as somebody tells them before noon on Friday.",
  "`npm run report` has it all, see https://example.org/reports/spring",
  "👍",
];

/** A busy person's messenger: many conversations with everything in them read, one of them very long. */
export async function seedChats(
  client: pg.Client,
  ownerId: string,
): Promise<Chats> {
  const conversations = Array.from({ length: conversationCount }, (_, at) => ({
    id: randomUUID(),
    title: `Room ${at + 1}`,
  }));
  const others = Array.from({ length: 5 }, () => randomUUID());
  const longId = conversations[0]!.id;
  const ids = conversations.map(({ id }) => id);
  await client.query(
    `INSERT INTO conversations (id, kind, title, created_at, changed_at, active_at, member_count, head_seq, last_entry_seq, last_message)
     SELECT i, 'group', t, now() - interval '1 year', now() - interval '2 days', now() - interval '2 days' - n * interval '1 minute', 6,
       h, h, jsonb_build_object('seq', h, 'at', to_char(now() - interval '2 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'authorId', $3::text, 'authorName', 'Colleague 1', 'excerpt', 'The courier comes at four', 'hint', NULL)
     FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS c (i, t, n)
     CROSS JOIN LATERAL (SELECT CASE WHEN i = $4::uuid THEN ${longLength} ELSE ${shortLength} END AS h) AS l`,
    [ids, conversations.map(({ title }) => title), others[0], longId],
  );
  await client.query(
    `INSERT INTO members (conversation_id, principal_id, kind, name, role, joined_at, delivered_to, read_to)
     SELECT c.id, p, 'user', CASE WHEN p = $3 THEN 'Anna' ELSE 'Colleague ' || n END, 'member', now(), c.head_seq, c.head_seq
     FROM conversations c, unnest($2::uuid[]) WITH ORDINALITY AS m (p, n) WHERE c.id = ANY($1::uuid[])`,
    [ids, [...others, ownerId], ownerId],
  );
  const writeLog = (where: string, from: number, to: number) =>
    client.query(
      `INSERT INTO conversation_events (conversation_id, seq, type, at, actor_id, payload)
       SELECT c.id, s, 'message.created', now() - interval '2 days' - (c.head_seq - s) * interval '2 minutes',
         ($1::uuid[])[1 + (s / 3) % 6],
         jsonb_build_object('messageId', gen_random_uuid(), 'clientId', gen_random_uuid(),
           'body', CASE WHEN s = c.head_seq THEN 'The last of ' || c.title ELSE ($2::text[])[1 + (s * 7 + s / 5) % 8] || ' ' || s END)
       FROM conversations c, generate_series($3::integer, $4::integer) AS s
       WHERE c.id = ANY($5::uuid[]) AND ${where}`,
      [[...others, ownerId], bodies, from, to, ids],
    );
  await writeLog(`c.head_seq = ${shortLength}`, 1, shortLength);
  for (let from = 1; from <= longLength; from += rowsPerStatement)
    await writeLog(
      `c.head_seq = ${longLength}`,
      from,
      from + rowsPerStatement - 1,
    );
  // Found already, so that nothing is gone through while it is measured.
  await client.query(
    `INSERT INTO search_cursors (conversation_id, indexed_to) SELECT id, head_seq FROM conversations WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  for (const table of ["conversations", "members", "conversation_events"])
    await client.query(`VACUUM ANALYZE ${table}`);
  return { conversations, longId };
}
