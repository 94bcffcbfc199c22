/** At most so many of them, from all over the list, the first and the last among them. */
export function evenly<Item>(
  items: readonly Item[],
  most: number,
): readonly Item[] {
  if (items.length <= most) return items;
  const apart = (items.length - 1) / Math.max(1, most - 1);
  const places = new Set(
    Array.from({ length: most }, (_, place) => Math.round(place * apart)),
  );
  return items.filter((_, place) => places.has(place));
}
