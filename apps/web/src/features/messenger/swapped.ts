/** The list with two of its items in each other's place; a place outside of it changes nothing. */
export function swapped<Item>(
  items: readonly Item[],
  from: number,
  to: number,
): readonly Item[] {
  const one = items[from];
  const other = items[to];
  if (one === undefined || other === undefined) return items;
  return items.map((item, index) =>
    index === from ? other : index === to ? one : item,
  );
}
