import pg from "pg";
import { authEndpoints, searchEndpoints } from "@veche/contracts";
import { startWorld, type Person } from "@veche/test-world";
import { embeddedConnection } from "../apps/server/src/platform/postgres/embedded-postgres.ts";
import { percentile, timed, type Figure } from "./figures.ts";
import { fillCorpus, messageCount, type Corpus } from "./search-corpus.ts";

/** Questions of one kind, each with other words. */
const questionsPerKind = 40;
const warmUpCount = 10;
const pageSize = 20;

interface Question {
  readonly text: string;
  /** The same for PostgreSQL's `to_tsquery`. */
  readonly query: string;
  readonly conversationId?: string;
  readonly authorId?: string;
}

interface Kind {
  readonly name: string;
  readonly question: (corpus: Corpus, at: number) => Question;
}

/** The word of this rank, or one of its neighbours. */
const wordOf = ({ vocabulary }: Corpus, rank: number, at: number): string =>
  vocabulary[rank + at] ?? "";
const whole = (word: string): Question => ({
  text: `${word} `,
  query: `'${word}'`,
});

const kinds: readonly Kind[] = [
  {
    name: "a common word",
    question: (corpus, at) => whole(wordOf(corpus, 3, at)),
  },
  {
    name: "a medium word",
    question: (corpus, at) => whole(wordOf(corpus, 500, at)),
  },
  {
    name: "a rare word",
    question: (corpus, at) => whole(wordOf(corpus, 20_000, at)),
  },
  {
    name: "two words",
    question(corpus, at) {
      const [one, other] = [wordOf(corpus, 3, at), wordOf(corpus, 300, at)];
      return { text: `${one} ${other} `, query: `'${one}' & '${other}'` };
    },
  },
  {
    name: "the beginning of a word",
    question(corpus, at) {
      const text = wordOf(corpus, 200, at).slice(0, 4);
      return { text, query: `'${text}':*` };
    },
  },
  {
    name: "a word in one conversation",
    question: (corpus, at) => ({
      ...whole(wordOf(corpus, 3, at)),
      conversationId: corpus.ownConversationIds[at] ?? "",
    }),
  },
  {
    name: "a word by one author",
    question: (corpus, at) => ({
      ...whole(wordOf(corpus, 3, at)),
      authorId: corpus.authorIds[at] ?? "",
    }),
  },
];

/** What somebody would write by hand: one statement over the same tables. */
const bareStatement = `
  SELECT w.conversation_id, w.seq, w.at, e.payload
  FROM message_words w
  JOIN members m ON m.conversation_id = w.conversation_id AND m.principal_id = $1 AND m.left_at IS NULL
  JOIN conversation_events e ON e.conversation_id = w.conversation_id AND e.seq = w.seq
  WHERE w.words @@ to_tsquery('russian', $2)
    AND ($3::uuid IS NULL OR w.conversation_id = $3) AND ($4::uuid IS NULL OR w.author_id = $4)
  ORDER BY w.at DESC LIMIT ${pageSize}`;

/** Search over a million messages through the whole product, beside the bare statement in the same run. */
export async function measureSearch(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: { RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "error" },
  });
  const { directory, user, database } = embeddedConnection(
    world.server.dataDir,
  );
  const client = new pg.Client({ host: directory, user, database });
  await client.connect();
  const searcher = await world.user("anna");
  const { id } = await searcher.call(authEndpoints.getMe);
  const corpus = await fillCorpus(client, id);
  const figures: Figure[] = [];
  for (const kind of kinds)
    figures.push(
      await measureKind(kind, { corpus, client, searcher, searcherId: id }),
    );
  await client.end();
  return figures;
}

interface Bench {
  readonly corpus: Corpus;
  readonly client: pg.Client;
  readonly searcher: Person;
  readonly searcherId: string;
}

async function measureKind(
  { name, question }: Kind,
  { corpus, client, searcher, searcherId }: Bench,
): Promise<Figure> {
  const product: number[] = [];
  const bare: number[] = [];
  for (let at = 0; at < warmUpCount + questionsPerKind; at += 1) {
    const { text, query, conversationId, authorId } = question(
      corpus,
      at % questionsPerKind,
    );
    const askProduct = () =>
      searcher.call(searchEndpoints.search, {
        // Ids of the corpus are plain text; the contract brands them.
        query: {
          text,
          kinds: "messages",
          limit: pageSize,
          conversationId,
          authorId,
        } as never,
      });
    const askBare = () =>
      client.query(bareStatement, [
        searcherId,
        query,
        conversationId,
        authorId,
      ]);
    const isWarm = at >= warmUpCount;
    // Whoever asks first reads from the disk what the other finds in memory: they take turns.
    const turns = [
      { ask: askProduct, times: product },
      { ask: askBare, times: bare },
    ];
    for (const { ask, times } of at % 2 === 0 ? turns : turns.toReversed()) {
      const ms = await timed(ask);
      if (isWarm) times.push(ms);
    }
  }
  const [ours, limit] = [percentile(product, 0.95), percentile(bare, 0.95)];
  return {
    name: `search of ${messageCount / 1_000_000} M messages: ${name}`,
    measured: `p50 ${percentile(product, 0.5).toFixed(1)} ms, p95 ${ours.toFixed(1)} ms`,
    against: `p50 ${percentile(bare, 0.5).toFixed(1)} ms, p95 ${limit.toFixed(1)} ms, bare SQL`,
    ratio: ours / limit,
    goal: "≤ 1.5×, ≤ 50 ms",
  };
}
