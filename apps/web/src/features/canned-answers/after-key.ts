interface Place {
  readonly active: number;
  /** Of the rows that are found. */
  readonly count: number;
}

/**
 * What a key does to the list: the row that is active afterwards, its choice, or the end of the list. Past the last row
 * comes the first. Undefined: the key belongs to the field.
 */
export function afterKey(
  key: string,
  { active, count }: Place,
): number | "choose" | "close" | undefined {
  switch (key) {
    case "Escape":
      return "close";
    case "Enter":
      return count === 0 ? active : "choose";
    case "ArrowDown":
      return count === 0 ? active : (active + 1) % count;
    case "ArrowUp":
      return count === 0 ? active : (active - 1 + count) % count;
    default:
      return undefined;
  }
}
