import type {
  Conversation,
  ConversationId,
  Highlight,
  SearchAnswer,
  UserId,
} from "@veche/contracts";

/** Where a row of the search leads. */
export type Destination =
  | {
      readonly kind: "conversation";
      readonly conversationId: ConversationId;
      readonly seq: number | null;
    }
  | { readonly kind: "person"; readonly userId: UserId };

/** Kinds of which the server tells page after page. */
export type PagedKind = "messages" | "files";

/** Leads nowhere: the list goes on with the next page of its kind. */
interface More {
  readonly kind: "more";
  readonly of: PagedKind;
}

/** Leads nowhere: the field goes on with this text. */
interface Continuation {
  readonly kind: "filter";
  readonly text: string;
}

export interface FoundRow {
  readonly key: string;
  readonly title: string;
  /** What is under the title; the highlights are places in it. */
  readonly words: string;
  readonly highlights: readonly Highlight[];
  /** ISO 8601; null where no moment belongs to it. */
  readonly at: string | null;
  readonly destination: Destination | Continuation | More;
}

const sectionKinds = [
  "conversations",
  "people",
  "messages",
  "files",
  "objects",
  "filters",
] as const;
export interface FoundSection {
  readonly kind: (typeof sectionKinds)[number];
  readonly rows: readonly FoundRow[];
  /** The row at its end that asks for more, where there is more. */
  readonly more: FoundRow | null;
}

/** What a conversation is called for its reader. */
export type NameOfConversation = (id: ConversationId) => string;

const plain = { highlights: [], at: null } as const;

const toConversation = (conversationId: ConversationId): Destination => ({
  kind: "conversation",
  conversationId,
  seq: null,
});

/** Conversations whose names match here come first: they are known without asking. */
function conversationRows(
  local: readonly Conversation[],
  { conversations }: Pick<SearchAnswer, "conversations">,
  nameOf: NameOfConversation,
): readonly FoundRow[] {
  const known = new Set(local.map(({ id }) => id));
  const here = local.map(({ id }) => ({ id, title: nameOf(id) }));
  const there = conversations
    .filter(({ conversationId }) => !known.has(conversationId))
    .map(({ conversationId, title }) => ({ id: conversationId, title }));
  return [...here, ...there].map(({ id, title }) => ({
    ...plain,
    key: `conversation ${id}`,
    title,
    words: "",
    destination: toConversation(id),
  }));
}

const peopleRows = ({ people }: SearchAnswer): readonly FoundRow[] =>
  people.map(({ id, name, detail }) => ({
    ...plain,
    key: `person ${id}`,
    title: name,
    words: detail,
    destination: { kind: "person", userId: id },
  }));

const messageRows = (
  { messages }: SearchAnswer,
  nameOf: NameOfConversation,
): readonly FoundRow[] =>
  messages.map(
    ({ messageId, conversationId, authorName, seq, at, snippet }) => ({
      key: `message ${messageId}`,
      title: `${authorName} · ${nameOf(conversationId)}`,
      words: snippet.text,
      highlights: snippet.highlights,
      at,
      destination: { kind: "conversation", conversationId, seq },
    }),
  );

const fileRows = (
  { files }: SearchAnswer,
  nameOf: NameOfConversation,
): readonly FoundRow[] =>
  files.map(({ file, conversationId, authorName, seq, at, highlights }) => ({
    key: `file ${file.fileId}`,
    title: `${authorName} · ${nameOf(conversationId)}`,
    words: file.name,
    highlights,
    at,
    destination: { kind: "conversation", conversationId, seq },
  }));

const objectRows = ({ objects }: SearchAnswer): readonly FoundRow[] =>
  objects.flatMap(({ object, title, conversationId }) =>
    conversationId === null
      ? []
      : [
          {
            ...plain,
            key: `object ${object.application} ${object.type} ${object.id}`,
            title,
            words: `${object.type} ${object.id}`,
            destination: toConversation(conversationId),
          },
        ],
  );

const nothing: SearchAnswer = {
  messages: [],
  files: [],
  people: [],
  conversations: [],
  objects: [],
  nextMessages: null,
  nextFiles: null,
};

/** An answer with one more page of a kind at its end. */
export const withPage = (
  answer: SearchAnswer,
  kind: PagedKind,
  page: SearchAnswer,
): SearchAnswer =>
  kind === "messages"
    ? {
        ...answer,
        messages: [...answer.messages, ...page.messages],
        nextMessages: page.nextMessages,
      }
    : {
        ...answer,
        files: [...answer.files, ...page.files],
        nextFiles: page.nextFiles,
      };

const moreOf = (of: PagedKind, next: string | null): FoundRow | null =>
  next === null
    ? null
    : {
        ...plain,
        key: `more ${of}`,
        title: "",
        words: "",
        destination: { kind: "more", of },
      };

/** What was found, in sections; an empty one is left out. */
export function foundSections(
  local: readonly Conversation[],
  answer: SearchAnswer | undefined,
  nameOf: NameOfConversation,
): readonly FoundSection[] {
  const said = answer ?? nothing;
  const rows: Readonly<Record<FoundSection["kind"], readonly FoundRow[]>> = {
    conversations: conversationRows(local, said, nameOf),
    people: peopleRows(said),
    messages: messageRows(said, nameOf),
    files: fileRows(said, nameOf),
    objects: objectRows(said),
    filters: [],
  };
  const more: Partial<Record<FoundSection["kind"], FoundRow | null>> = {
    messages: moreOf("messages", said.nextMessages),
    files: moreOf("files", said.nextFiles),
  };
  return sectionKinds
    .map((kind) => ({ kind, rows: rows[kind], more: more[kind] ?? null }))
    .filter((section) => section.rows.length > 0);
}
