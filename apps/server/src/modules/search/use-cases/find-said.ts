import type {
  Attachment,
  FoundFile,
  FoundMessage,
  MessageCreated,
  UserId,
} from "@veche/contracts";
import type { OwnEvent } from "../../chats/index.ts";
import {
  latinBeginning,
  wordsQuery,
  type Field,
} from "../domain/index-query.ts";
import { marks } from "../domain/marks.ts";
import type { Question } from "../domain/parse-question.ts";
import { plainName } from "../domain/plain-text.ts";
import { snippetOf } from "../domain/snippet.ts";
import type { AnswerDeps } from "../search-deps.ts";
import {
  findMessages,
  type Hit,
  type Position,
} from "../store/find-messages.ts";
import { highlight, markedColumn, rangesOf } from "../store/highlight.ts";
import type { Filters } from "./resolve-filters.ts";

export interface Page {
  readonly viewerId: UserId;
  readonly question: Question;
  /** Undefined: nothing can meet them. */
  readonly filters: Filters | undefined;
  readonly following: Position | undefined;
  readonly limit: number;
}

export interface Found<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

interface Said {
  readonly own: OwnEvent;
  readonly message: MessageCreated;
}

const nothing = { items: [], next: null } as const;

/** Messages by their words, the files' names among them. */
export async function findSaid(
  deps: AnswerDeps,
  page: Page,
): Promise<Found<FoundMessage>> {
  const { filters, question } = page;
  if (filters === undefined) return nothing;
  const words = indexWords(question, "anywhere");
  if (words === undefined) return nothing;
  const hits = await findMessages(deps.database.db, {
    ...page,
    ...filters,
    ...words,
  });
  const said = await read(deps, {
    principalId: page.viewerId,
    positions: hits,
    column: markedColumn(words),
  });
  return {
    items: said.map((one) => ({
      ...placeOf(one),
      snippet: snippetOf(shownText(one.message), rangesOf(one.own.said ?? "")),
    })),
    next: nextOf(hits, page.limit),
  };
}

/** Files by their names; with no words, whatever the filters leave. */
export async function findFiles(
  deps: AnswerDeps,
  page: Page,
): Promise<Found<FoundFile>> {
  const { filters, question } = page;
  if (filters === undefined) return nothing;
  const words = indexWords(question, "file_names");
  if (words === undefined) return nothing;
  const hits = await findMessages(deps.database.db, {
    ...page,
    ...filters,
    ...words,
    marks: [...filters.marks, [marks.file]],
  });
  const said = await read(deps, {
    principalId: page.viewerId,
    positions: hits,
  });
  const files = said.flatMap((one) =>
    (one.message.attachments ?? [])
      .filter(({ isVoice }) => !isVoice)
      .map((file) => ({ one, file })),
  );
  const names = files.map(({ file }) => plainName(file.name));
  const found = await highlight(deps.database.db, names, words);
  return {
    items: files.flatMap(({ one, file }, at) => {
      const highlights = [...(found[at] ?? [])];
      const isSought = words.words === "" || highlights.length > 0;
      return isSought ? [{ ...placeOf(one), file, highlights }] : [];
    }),
    next: nextOf(hits, page.limit),
  };
}

/** Undefined when words were typed and none of them can be looked for here. */
function indexWords(question: Question, field: Field) {
  const words = wordsQuery(question, field);
  if (words === "" && question.terms.length > 0) return undefined;
  const latin = field === "anywhere" ? latinBeginning(question) : undefined;
  if (latin === undefined) return { words, begun: undefined };
  const { terms, without } = question;
  const others = wordsQuery({ terms: terms.slice(0, -1), without }, field);
  return { words, begun: { others, latin } };
}

/** The texts as they stand at this moment, for whoever is a member at this moment. */
async function read(
  { chats }: AnswerDeps,
  asked: Parameters<AnswerDeps["chats"]["reading"]["ownEventsAt"]>[0],
): Promise<readonly Said[]> {
  const events = await chats.reading.ownEventsAt(asked);
  return events.flatMap((own) =>
    own.event.type === "message.created" && own.event.deletedAt === undefined
      ? [{ own, message: own.event }]
      : [],
  );
}

const shownText = ({ body, attachments }: MessageCreated): string =>
  body === "" ? (attachments ?? []).map(nameOf).join(", ") : body;
const nameOf = ({ name }: Attachment): string => name;

const placeOf = ({ own, message }: Said) => ({
  conversationId: own.conversationId,
  conversationTitle: own.title,
  messageId: message.messageId,
  seq: message.seq,
  // Messages have an author; the log's type allows for events that have none.
  authorId: message.actorId as NonNullable<typeof message.actorId>,
  authorName: own.actorName ?? "—",
  at: message.at,
});

function nextOf(hits: readonly Hit[], limit: number): string | null {
  const last = hits.at(-1);
  if (last === undefined || hits.length < limit) return null;
  return `${last.at.toISOString()}_${last.seq}_${last.conversationId}`;
}
