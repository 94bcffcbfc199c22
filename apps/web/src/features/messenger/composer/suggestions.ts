import type { Conversation, PrincipalId } from "@veche/contracts";
import type { Person } from "@veche/contracts";
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
  readonly people: readonly Person[];
  readonly me: PrincipalId;
  readonly allWords: { readonly name: string; readonly detail: string };
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
  { conversation, people, me, allWords }: SuggestionSource,
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
    name: `@${allWords.name}`,
    detail: allWords.detail,
    words: `@${allWords.name}`,
    mention: { kind: "all" },
  };
  const isMany = conversation.kind !== "direct";
  return [
    ...persons.filter(({ name }) => starts(name, text)),
    ...(isMany && starts(allWords.name, text) ? [all] : []),
  ];
}

const channelsOf = (
  { conversations }: SuggestionSource,
  text: string,
): readonly Suggestion[] =>
  conversations.flatMap(
    ({ id, kind, title, memberCount }): readonly Suggestion[] =>
      (kind === "channel" || kind === "group") &&
      title !== null &&
      starts(title, text)
        ? [
            {
              key: id,
              name: title,
              detail: String(memberCount),
              words: `##${title}`,
              mention: { kind: "conversation", conversationId: id },
            },
          ]
        : [],
  );

/** Whom or what the word before the caret may mean, the likeliest first. */
export function suggestionsFor(
  search: MentionSearch,
  source: SuggestionSource,
): readonly Suggestion[] {
  const found =
    search.sign === "@"
      ? peopleOf(source, search.text)
      : search.sign === "##"
        ? channelsOf(source, search.text)
        : [];
  return found.slice(0, atMost);
}
