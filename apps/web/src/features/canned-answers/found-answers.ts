import type { CannedAnswer } from "@veche/contracts";

/** Answers that have what is searched for: in the beginning of the shortcut first, then in the title, then in the text. */
export function foundAnswers(
  answers: readonly CannedAnswer[],
  search: string,
): readonly CannedAnswer[] {
  const sought = search.trim().normalize("NFC").toLowerCase();
  if (sought === "") return answers;
  const rankOf = ({ shortcut, title, text }: CannedAnswer): number =>
    [
      shortcut === sought,
      shortcut.startsWith(sought),
      title.toLowerCase().includes(sought),
      text.toLowerCase().includes(sought),
    ].indexOf(true);
  return answers
    .map((answer) => ({ answer, rank: rankOf(answer) }))
    .filter(({ rank }) => rank >= 0)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ answer }) => answer);
}
