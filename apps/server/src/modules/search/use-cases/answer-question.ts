import {
  searchKinds,
  type EndpointPart,
  type SearchAnswer,
  type searchEndpoints,
  type SearchKind,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import {
  isAboutMessages,
  parseQuestion,
  type Question,
} from "../domain/parse-question.ts";
import type { AnswerDeps } from "../search-deps.ts";
import type { Position } from "../store/find-messages.ts";
import { findFiles, findSaid } from "./find-said.ts";
import { conversationsCalled, resolveFilters } from "./resolve-filters.ts";

type Asked = EndpointPart<typeof searchEndpoints.search, "query">;

/** So many people, conversations and objects stand above the messages. */
const NAMED_LIMIT = 8;

export async function answerQuestion(
  deps: AnswerDeps,
  viewer: UserPrincipal,
  asked: Asked,
): Promise<SearchAnswer> {
  const question = parseQuestion(asked.text);
  const kinds = kindsOf(asked.kinds);
  const isNarrow =
    isAboutMessages(question) ||
    asked.conversationId !== undefined ||
    asked.authorId !== undefined;
  const isNamed = !isNarrow && question.terms.length > 0;
  const [said, named] = await Promise.all([
    isNarrow || isNamed
      ? whatWasSaid(deps, viewer, { asked, question, kinds })
      : nothingSaid,
    isNamed ? whatIsCalled(deps, viewer, { question, kinds }) : nothingCalled,
  ]);
  return { ...said, ...named };
}

interface Asking {
  readonly question: Question;
  readonly kinds: ReadonlySet<SearchKind>;
}

type SaidAnswer = Pick<
  SearchAnswer,
  "messages" | "files" | "conversations" | "nextMessages" | "nextFiles"
>;
type CalledAnswer = Pick<SearchAnswer, "people" | "objects">;

const nothingSaid: SaidAnswer = {
  messages: [],
  files: [],
  conversations: [],
  nextMessages: null,
  nextFiles: null,
};
const nothingCalled: CalledAnswer = { people: [], objects: [] };
const none = { items: [], next: null } as const;

async function whatWasSaid(
  deps: AnswerDeps,
  { id: viewerId }: UserPrincipal,
  { asked, question, kinds }: Asking & { readonly asked: Asked },
): Promise<SaidAnswer> {
  const isSaid = kinds.has("messages") || kinds.has("files");
  if (!isSaid && !kinds.has("conversations")) return nothingSaid;
  const places = await deps.chats.reading.placesOf(viewerId);
  const { conversationId, authorId, limit } = asked;
  const filters = isSaid
    ? await resolveFilters(deps, {
        question,
        viewerId,
        places,
        conversationId,
        authorId,
      })
    : undefined;
  const page = { viewerId, question, filters, limit };
  const [messages, files] = await Promise.all([
    kinds.has("messages")
      ? findSaid(deps, { ...page, following: positionOf(asked.messagesAfter) })
      : none,
    kinds.has("files")
      ? findFiles(deps, { ...page, following: positionOf(asked.filesAfter) })
      : none,
  ]);
  const isNamed = kinds.has("conversations") && !isAboutMessages(question);
  return {
    messages: [...messages.items],
    files: [...files.items],
    conversations:
      isNamed && conversationId === undefined && authorId === undefined
        ? conversationsCalled(places, textOf(question), NAMED_LIMIT)
        : [],
    nextMessages: messages.next,
    nextFiles: files.next,
  };
}

async function whatIsCalled(
  { directory, objects }: AnswerDeps,
  viewer: UserPrincipal,
  { question, kinds }: Asking,
): Promise<CalledAnswer> {
  const text = textOf(question);
  const [people, things] = await Promise.all([
    kinds.has("people") ? directory.find(viewer.id, text, NAMED_LIMIT) : [],
    kinds.has("objects") ? objects.find(viewer, text, NAMED_LIMIT) : [],
  ]);
  return { people: [...people], objects: [...things] };
}

const textOf = ({ terms }: Question): string =>
  terms.map(({ text }) => text).join(" ");

/** Refuses `request.invalid` for a word that is no kind. */
function kindsOf(words: string | undefined): ReadonlySet<SearchKind> {
  if (words === undefined) return new Set(searchKinds);
  const known = words.split(",").map((word) => {
    const kind = searchKinds.find((one) => one === word);
    if (kind !== undefined) return kind;
    throw new AppError("request.invalid", {
      issues: [{ path: "/kinds", message: `has no kind "${word}"` }],
    });
  });
  return new Set(known);
}

function positionOf(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const [at = "", seq, conversationId = ""] = cursor.split("_");
  if (Number.isNaN(Date.parse(at)))
    throw new AppError("request.invalid", {
      issues: [{ path: "", message: "is not where a page ended" }],
    });
  return {
    at,
    seq: Number(seq),
    // By the contract's pattern an id; one of nothing compares like any other.
    conversationId: conversationId as Position["conversationId"],
  };
}
