import type { Span } from "./span.ts";

/** A mark to jump to. */
export interface Chapter extends Span {
  readonly title: string;
}

interface Marked {
  readonly kind: "camera" | "screen";
  readonly name: string;
  readonly present: readonly Span[];
}

const titles = {
  ru: {
    start: "Начало",
    joined: (name: string) => `Присоединяется ${name}`,
    left: (name: string) => `Выходит ${name}`,
    shares: (name: string) => `Экран показывает ${name}`,
    sharesNoMore: (name: string) => `Экран больше не показывает ${name}`,
  },
  en: {
    start: "Start",
    joined: (name: string) => `${name} joins`,
    left: (name: string) => `${name} leaves`,
    shares: (name: string) => `${name} shares the screen`,
    sharesNoMore: (name: string) => `${name} stops sharing`,
  },
} as const;

/** Who is there from the first moments on has not joined, who is there to the last ones has not left. */
const edgeMs = 3_000;

/** Marks at joins, leaves and shared screens; they follow each other without a hole. */
export function chaptersOf(
  reels: readonly Marked[],
  {
    language,
    durationMs,
  }: { readonly language: "ru" | "en"; readonly durationMs: number },
): readonly Chapter[] {
  const words = titles[language];
  const marks = reels.flatMap(({ kind, name, present }) => {
    const [begins, ends] =
      kind === "camera"
        ? [words.joined, words.left]
        : [words.shares, words.sharesNoMore];
    return present.flatMap(({ fromMs, toMs }) => [
      ...(fromMs > edgeMs ? [{ fromMs, title: begins(name) }] : []),
      ...(toMs < durationMs - edgeMs
        ? [{ fromMs: toMs, title: ends(name) }]
        : []),
    ]);
  });
  return [{ fromMs: 0, title: words.start }, ...marks]
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .map((mark, index, all) => ({
      ...mark,
      toMs: all[index + 1]?.fromMs ?? durationMs,
    }));
}
