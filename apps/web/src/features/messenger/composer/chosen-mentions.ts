import type { Conversation, Mention, MessageCreated } from "@veche/contracts";

type Unplaced = Mention extends infer One
  ? One extends Mention
    ? Omit<One, "from" | "to">
    : never
  : never;

/** Somebody or something chosen to be named, with the words that name it: `@Anna Orlova`. */
export interface ChosenMention {
  readonly words: string;
  readonly mention: Unplaced;
}

/** Whom a message names already, so that changing its text goes on naming them. */
export const mentionsOf = ({
  body,
  mentions = [],
}: Pick<MessageCreated, "body" | "mentions">): readonly ChosenMention[] =>
  mentions.map(({ from, to, ...mention }) => ({
    words: body.slice(from, to),
    mention,
  }));

/** Who is named by their full name written out, without being chosen from the list: the members, and everybody. */
export function impliedMentions(
  { kind, members }: Pick<Conversation, "kind" | "members">,
  all: string,
): readonly ChosenMention[] {
  if (kind === "direct") return [];
  const persons = members.map(({ principalId, name }): ChosenMention => ({
    words: `@${name}`,
    mention: { kind: "principal", principalId },
  }));
  return [...persons, { words: `@${all}`, mention: { kind: "all" } }];
}

const isWordAt = (body: string, index: number): boolean =>
  /[\p{L}\p{N}_]/u.test(body.charAt(index));

/** Where the chosen words still stand in what is sent; what was rewritten names nobody. */
export function mentionsIn(
  body: string,
  chosen: readonly ChosenMention[],
): readonly Mention[] {
  const longestFirst = chosen.toSorted(
    (one, other) => other.words.length - one.words.length,
  );
  const found: Mention[] = [];
  const isTaken = (from: number, to: number) =>
    found.some((one) => from < one.to && to > one.from);
  for (const { words, mention } of longestFirst) {
    let from = body.indexOf(words);
    while (from >= 0) {
      const to = from + words.length;
      if (
        !isTaken(from, to) &&
        !isWordAt(body, to) &&
        !isWordAt(body, from - 1)
      )
        found.push({ ...mention, from, to });
      from = body.indexOf(words, to);
    }
  }
  return found.toSorted((one, other) => one.from - other.from).slice(0, 100);
}
