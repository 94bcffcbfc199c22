import type {
  ConversationId,
  PrincipalId,
  SearchAnswer,
  UserId,
} from "@veche/contracts";
import type { OwnPlace } from "../../chats/index.ts";
import { fold, soughtWords } from "../../directory/index.ts";
import { hasMarks, marks } from "../domain/marks.ts";
import { matchTitle } from "../domain/match-title.ts";
import type { Question } from "../domain/parse-question.ts";
import type { AnswerDeps } from "../search-deps.ts";

/** The filters of a question with names made ids. An empty choice is met by nothing. */
export interface Filters {
  readonly conversationIds: readonly ConversationId[];
  /** Undefined: by anybody. */
  readonly authorIds: readonly PrincipalId[] | undefined;
  readonly marks: readonly (readonly string[])[];
  readonly before: Date | null;
  readonly after: Date | null;
}

export interface FilterInput {
  readonly question: Question;
  readonly viewerId: UserId;
  readonly places: readonly OwnPlace[];
  readonly conversationId: ConversationId | undefined;
  readonly authorId: PrincipalId | undefined;
}

const MOST_NAMESAKES = 20;
const DAY_MS = 86_400_000;

/** Undefined when no message can meet them. */
export async function resolveFilters(
  deps: Pick<AnswerDeps, "directory">,
  input: FilterInput,
): Promise<Filters | undefined> {
  const { question, viewerId, authorId } = input;
  const peopleOf = (names: readonly string[]) =>
    Promise.all(names.map((name) => peopleCalled(deps, viewerId, name)));
  const [authors, mentioned] = await Promise.all([
    peopleOf(question.from),
    peopleOf(question.mentions),
  ]);
  const authorIds = [...authors.flat(), ...(authorId ? [authorId] : [])];
  const choices = [
    ...question.has.map((word) => [hasMarks.get(word)].filter(isKnown)),
    ...mentioned.map((ids, at) => mentionChoice(ids, question.mentions[at])),
    // The exact author stands in its own column; the mark lets the index help.
    ...(authorIds.length > 0 ? [authorIds.map(marks.author)] : []),
  ];
  const conversationIds = idsOf(input);
  const isByNobody = question.from.length > 0 && authorIds.length === 0;
  if (
    isByNobody ||
    conversationIds.length === 0 ||
    choices.some((choice) => choice.length === 0)
  )
    return undefined;
  const { before, after } = question;
  return {
    conversationIds,
    authorIds: authorIds.length > 0 ? authorIds : undefined,
    marks: choices,
    before: before === null ? null : new Date(before),
    after: after === null ? null : new Date(Date.parse(after) + DAY_MS),
  };
}

const isKnown = (mark: string | undefined): mark is string =>
  mark !== undefined;

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const me = new Set(["me", "я"]);
const everybody = new Set(["all", "все"]);

async function peopleCalled(
  { directory }: Pick<AnswerDeps, "directory">,
  viewerId: UserId,
  name: string,
): Promise<readonly PrincipalId[]> {
  const word = name.toLowerCase();
  if (me.has(word)) return [viewerId];
  // An id of nobody finds nothing.
  if (id.test(word)) return [word as PrincipalId];
  const people = await directory.find(viewerId, name, MOST_NAMESAKES);
  return people.map((person) => person.id);
}

function mentionChoice(
  ids: readonly PrincipalId[],
  word: string | undefined,
): readonly string[] {
  const isAll = everybody.has(word?.toLowerCase() ?? "");
  const isMe = me.has(word?.toLowerCase() ?? "");
  return [
    ...(isAll ? [] : ids.map(marks.mentionOf)),
    ...(isAll || isMe ? [marks.mentionOfAll] : []),
  ];
}

/** Conversations I am in, confidential ones left out: their words are shown in them alone. */
function idsOf({
  question,
  places,
  conversationId,
}: FilterInput): readonly ConversationId[] {
  return places
    .filter((place) => !place.isConfidential)
    .filter(
      (place) =>
        conversationId === undefined || place.conversationId === conversationId,
    )
    .filter(
      (place) =>
        question.in.length === 0 ||
        question.in.some((wanted) => isCalled(place, wanted)),
    )
    .map((place) => place.conversationId);
}

/** By its id, its title, or the name of the other one of two. */
function isCalled(
  { conversationId, title, peerName }: OwnPlace,
  wanted: string,
): boolean {
  const name = title ?? peerName;
  return (
    conversationId === wanted.toLowerCase() ||
    (name !== null && matchTitle(name, soughtWords(wanted), fold) !== undefined)
  );
}

/** Conversations whose title has the words. */
export function conversationsCalled(
  places: readonly OwnPlace[],
  text: string,
  limit: number,
): SearchAnswer["conversations"] {
  const sought = soughtWords(text);
  return places
    .flatMap(({ conversationId, kind, title }) => {
      const highlights =
        title === null ? undefined : matchTitle(title, sought, fold);
      return title === null || highlights === undefined
        ? []
        : [{ conversationId, kind, title, highlights: [...highlights] }];
    })
    .slice(0, limit);
}
