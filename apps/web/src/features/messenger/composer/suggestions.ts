import type { Conversation, Person, PrincipalId, Tag } from "@veche/contracts";
import type { ChosenMention } from "./chosen-mentions.ts";
import type { MentionSearch } from "./mention-search.ts";

export interface Suggestion extends ChosenMention {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
}

export interface SuggestionSource {
  readonly conversation: Conversation;
  readonly conversations: readonly Conversation[];
  /** Channels and groups that anybody may join, mine among them. */
  readonly open: readonly Conversation[];
  readonly people: readonly Person[];
  readonly tags: readonly Tag[];
  readonly me: PrincipalId;
  readonly words: {
    readonly all: string;
    readonly allDetail: string;
    readonly members: (count: number) => string;
    readonly carriers: (count: number) => string;
  };
}

const atMost = 8;

const starts = (name: string, sought: string): boolean => {
  const wanted = sought.toLocaleLowerCase().trim();
  const lower = name.toLocaleLowerCase();
  return (
    lower.startsWith(wanted) ||
    lower.split(/\s+/).some((word) => word.startsWith(wanted))
  );
};

function peopleOf(
  { conversation, people, me, words }: SuggestionSource,
  text: string,
): readonly Suggestion[] {
  const inside = conversation.members
    .filter(({ principalId }) => principalId !== me)
    .map(({ principalId, name }) => ({ id: principalId, name, detail: "" }));
  const known = new Set<string>(inside.map(({ id }) => id));
  const others = people.filter(({ id }) => !known.has(id) && id !== me);
  const persons = [...inside, ...others].map(
    ({ id, name, detail }): Suggestion => ({
      key: id,
      name,
      detail,
      words: `@${name}`,
      mention: { kind: "principal", principalId: id },
    }),
  );
  const all: Suggestion = {
    key: "all",
    name: `@${words.all}`,
    detail: words.allDetail,
    words: `@${words.all}`,
    mention: { kind: "all" },
  };
  const isMany = conversation.kind !== "direct";
  return [
    ...persons.filter(({ name }) => starts(name, text)),
    ...(isMany && starts(words.all, text) ? [all] : []),
  ];
}

/** Mine first, then those that anybody may join. */
const channelsOf = (
  { conversations, open, words }: SuggestionSource,
  text: string,
): readonly Suggestion[] => {
  const mine = new Set<string>(conversations.map(({ id }) => id));
  const others = open.filter(({ id }) => !mine.has(id));
  return [...conversations, ...others].flatMap(
    ({ id, kind, title, memberCount }): readonly Suggestion[] =>
      (kind === "channel" || kind === "group") &&
      title !== null &&
      starts(title, text)
        ? [
            {
              key: id,
              name: title,
              detail: words.members(memberCount),
              words: `##${title}`,
              mention: { kind: "conversation", conversationId: id },
            },
          ]
        : [],
  );
};

const tagsOf = (
  { tags, words }: SuggestionSource,
  text: string,
): readonly Suggestion[] =>
  tags
    .filter(({ name }) => starts(name, text))
    .map(({ id, name, peopleCount }) => ({
      key: id,
      name: `#${name}`,
      detail: words.carriers(peopleCount),
      words: `#${name}`,
      mention: { kind: "tag", tagId: id },
    }));

const finders: Readonly<
  Record<
    MentionSearch["sign"],
    (source: SuggestionSource, text: string) => readonly Suggestion[]
  >
> = { "@": peopleOf, "#": tagsOf, "##": channelsOf };

/** Whom or what the word before the caret may mean, the likeliest first. */
export const suggestionsFor = (
  { sign, text }: MentionSearch,
  source: SuggestionSource,
): readonly Suggestion[] => finders[sign](source, text).slice(0, atMost);
