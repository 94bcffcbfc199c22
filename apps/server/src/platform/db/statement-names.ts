/** Gives texts that come again and again a name, under which each connection keeps them parsed and planned. */
export type StatementNames = (text: string) => string | undefined;

/** A text met less often is not worth its place: lists of varying length make new texts for ever. */
const worthAfter = 3;
const maxNames = 500;
const maxCounted = 5_000;

export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= maxNames) return known;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < worthAfter) {
      if (counts.size >= maxCounted) counts.clear();
      counts.set(text, count);
      return undefined;
    }
    counts.delete(text);
    const name = `veche_${names.size}`;
    names.set(text, name);
    return name;
  };
}
