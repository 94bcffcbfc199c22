import { randomUUID } from "node:crypto";
import type pg from "pg";

export const messageCount = 1_000_000;
const conversationCount = 5_000;
const ownCount = 50;
const authorCount = 500;
const rowsPerStatement = 5_000;
const betweenMs = 20_000;

const syllables =
  "ба ве го ди жу за ки ло му не по ра со ту фи хо це чи ша ще эк ям ор ул ин ат ос ер".split(
    " ",
  );
const wordCount = 40_000;

export interface Corpus {
  /** By how often they are said: the first the most. */
  readonly vocabulary: readonly string[];
  readonly ownConversationIds: readonly string[];
  readonly authorIds: readonly string[];
}

/** Numbers that look random and are the same in every run. */
function createDice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Dice = ReturnType<typeof createDice>;

function inventWords(dice: Dice): readonly string[] {
  const words = new Set<string>();
  while (words.size < wordCount) {
    const length = 2 + dice(3);
    words.add(
      Array.from({ length }, () => syllables[dice(syllables.length)]).join(""),
    );
  }
  return [...words];
}

/** Words are said as words are: each a little rarer than the one before it. */
const say = (vocabulary: readonly string[], dice: Dice): string => {
  const rank = Math.exp((dice(1_000_000) / 1_000_000) * Math.log(wordCount));
  return vocabulary[Math.min(wordCount, Math.floor(rank)) - 1] ?? "";
};

/**
 * A company's year: a million messages in five thousand conversations, in fifty of which the searcher is. They are
 * written as the log and its follower write them.
 */
export async function fillCorpus(
  client: pg.Client,
  searcherId: string,
): Promise<Corpus> {
  const dice = createDice(7);
  const vocabulary = inventWords(dice);
  const conversationIds = Array.from({ length: conversationCount }, () =>
    randomUUID(),
  );
  const ownConversationIds = conversationIds.slice(0, ownCount);
  const authorIds = Array.from({ length: authorCount }, () => randomUUID());
  await openConversations(client, {
    conversationIds,
    ownConversationIds,
    searcherId,
  });
  const heads = new Map<string, number>();
  const startMs = Date.now() - messageCount * betweenMs;
  for (let first = 0; first < messageCount; first += rowsPerStatement) {
    const rows = Array.from({ length: rowsPerStatement }, (_, at) => {
      const c = conversationIds[dice(conversationCount)] ?? "";
      const s = (heads.get(c) ?? 0) + 1;
      heads.set(c, s);
      const length = 4 + dice(16);
      const b = Array.from({ length }, () => say(vocabulary, dice)).join(" ");
      const t = new Date(startMs + (first + at) * betweenMs).toISOString();
      return { c, s, a: authorIds[dice(authorCount)], m: randomUUID(), b, t };
    });
    await writeMessages(client, JSON.stringify(rows));
  }
  await settle(client);
  return { vocabulary, ownConversationIds, authorIds };
}

interface Opening {
  readonly conversationIds: readonly string[];
  readonly ownConversationIds: readonly string[];
  readonly searcherId: string;
}

async function openConversations(
  client: pg.Client,
  { conversationIds, ownConversationIds, searcherId }: Opening,
): Promise<void> {
  await client.query(
    `INSERT INTO conversations (id, kind, title, created_at, changed_at, active_at)
     SELECT id, 'group', 'Group', now(), now(), now() FROM unnest($1::uuid[]) AS i (id)`,
    [conversationIds],
  );
  await client.query(
    `INSERT INTO members (conversation_id, principal_id, kind, name, role, joined_at)
     SELECT c, CASE WHEN c = any($2::uuid[]) THEN $3::uuid ELSE gen_random_uuid() END, 'user', 'Somebody', 'member', now()
     FROM unnest($1::uuid[]) AS i (c)`,
    [conversationIds, ownConversationIds, searcherId],
  );
}

async function writeMessages(client: pg.Client, rows: string): Promise<void> {
  const from = `FROM json_to_recordset($1::json) AS i (c uuid, s integer, a uuid, m uuid, b text, t timestamptz)`;
  await client.query(
    `INSERT INTO conversation_events (conversation_id, seq, type, at, actor_id, payload)
     SELECT c, s, 'message.created', t, a, jsonb_build_object('messageId', m, 'clientId', m, 'body', b) ${from}`,
    [rows],
  );
  await client.query(
    `INSERT INTO message_words (conversation_id, seq, message_id, author_id, at, words)
     SELECT c, s, m, a, t, to_tsvector('russian', b) || array_to_tsvector(array['=a' || right(a::text, 12)]) ${from}`,
    [rows],
  );
}

/** As the database's own housekeeping leaves it. */
async function settle(client: pg.Client): Promise<void> {
  await client.query(
    `UPDATE conversations c SET head_seq = e.head, last_entry_seq = e.head
     FROM (SELECT conversation_id, max(seq) AS head FROM conversation_events GROUP BY 1) AS e
     WHERE e.conversation_id = c.id`,
  );
  await client.query(
    `INSERT INTO search_cursors (conversation_id, indexed_to) SELECT id, head_seq FROM conversations
     ON CONFLICT (conversation_id) DO UPDATE SET indexed_to = excluded.indexed_to`,
  );
  for (const table of [
    "message_words",
    "conversation_events",
    "conversations",
    "members",
  ])
    await client.query(`VACUUM ANALYZE ${table}`);
}
