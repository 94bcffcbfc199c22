import { isSameLine, type FeedLine, type HeldLine } from "./wanted-lines.ts";

/** The next thing to be done for what a viewer gets. */
export type Change =
  | { readonly kind: "none" }
  | { readonly kind: "less"; readonly mids: readonly string[] }
  | { readonly kind: "more"; readonly lines: readonly FeedLine[] }
  | {
      readonly kind: "instead";
      readonly changes: readonly {
        readonly mid: string;
        readonly source: FeedLine;
      }[];
    };

/**
 * One step from what a viewer has to what they are to have. What is dead goes first, and its place is used again. Then
 * whoever comes takes the line of who goes, which needs no negotiation; what is left over comes before anything goes.
 */
export function planChange(
  held: readonly HeldLine[],
  wanted: readonly FeedLine[],
  isThere: (line: HeldLine) => boolean,
): Change {
  const dead = held.filter((line) => !isThere(line));
  if (dead.length > 0)
    return { kind: "less", mids: dead.map(({ mid }) => mid) };
  const going = held.filter((line) =>
    wanted.every((one) => !isSameLine(one, line)),
  );
  const coming = wanted.filter((line) =>
    held.every((one) => !isSameLine(one, line)),
  );
  const free = [...going];
  const changes = coming.flatMap((source) => {
    const place = free.findIndex((line) => line.source === source.source);
    const [line] = place < 0 ? [] : free.splice(place, 1);
    return line === undefined ? [] : [{ mid: line.mid, source }];
  });
  if (changes.length > 0) return { kind: "instead", changes };
  if (coming.length > 0) return { kind: "more", lines: coming };
  return going.length > 0
    ? { kind: "less", mids: going.map(({ mid }) => mid) }
    : { kind: "none" };
}
