export interface Written {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Puts marks around the chosen words, or takes them away where they stand already. */
export function wrapSelection(
  { text, from, to }: Written,
  mark: string,
): Written {
  const before = text.slice(0, from);
  const inside = text.slice(from, to);
  const after = text.slice(to);
  if (before.endsWith(mark) && after.startsWith(mark))
    return {
      text: before.slice(0, -mark.length) + inside + after.slice(mark.length),
      from: from - mark.length,
      to: to - mark.length,
    };
  return {
    text: before + mark + inside + mark + after,
    from: from + mark.length,
    to: to + mark.length,
  };
}
