import type { Mention } from "@veche/contracts";

type CheckedMentions =
  | { readonly ok: true; readonly mentions: readonly Mention[] }
  | { readonly ok: false };

/**
 * Mentions in the order of the text, each over words that stand there and none over another's. Where normalisation
 * changed the text, the places its author counted no longer hold and the mentions are refused.
 */
export function checkMentions(
  body: string,
  mentions: readonly Mention[],
): CheckedMentions {
  const sorted = mentions.toSorted((one, other) => one.from - other.from);
  let free = 0;
  for (const { from, to } of sorted) {
    if (from < free || to <= from || to > body.length) return { ok: false };
    free = to;
  }
  return { ok: true, mentions: sorted };
}

const targetOf = (mention: Mention): string => {
  switch (mention.kind) {
    case "principal":
      return mention.principalId;
    case "all":
      return "";
    case "tag":
      return mention.tagId;
    case "conversation":
      return mention.conversationId;
  }
};

/** Two lists in the order of the text. */
export const areSameMentions = (
  some: readonly Mention[],
  others: readonly Mention[],
): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    return (
      other?.kind === one.kind &&
      other.from === one.from &&
      other.to === one.to &&
      targetOf(other) === targetOf(one)
    );
  });
