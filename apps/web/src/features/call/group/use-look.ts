import type { Look } from "@veche/contracts";
import { useEffect, useRef, type RefObject } from "react";
import type { Tile } from "./tiles.ts";

type Shown = Look["pictures"][number];

/** How high this tile's picture stands on the screen; nothing of one that is out of sight, or mine. */
function shownIn(tile: Tile | undefined, element: Element): readonly Shown[] {
  if (tile === undefined || tile.isOwn || tile.joinId === null) return [];
  const { top, bottom, height } = element.getBoundingClientRect();
  // The window may be another than the page's own.
  const { hidden, defaultView } = element.ownerDocument;
  const isInSight =
    height > 0 && bottom > 0 && top < (defaultView?.innerHeight ?? 0);
  if (!isInSight || hidden) return [];
  return [
    {
      joinId: tile.joinId,
      source: tile.kind === "screen" ? "screen" : "camera",
      height: Math.min(
        4320,
        Math.ceil(height * (defaultView?.devicePixelRatio ?? 1)),
      ),
    },
  ];
}

/**
 * Tells how the pictures of the list are shown, now and whenever they move: no more is sent than is seen. `tiles` are in
 * the order of the list.
 */
export function useLook(
  tiles: readonly Tile[],
  pinnedKey: string | null,
  look: (look: Look) => void,
): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const tell = useRef<() => void>(() => undefined);
  useEffect(() => {
    tell.current = () => {
      const pictures = [...(list.current?.children ?? [])].flatMap(
        (element, place) => shownIn(tiles[place], element),
      );
      const pinned = tiles.flatMap(({ key, joinId }) =>
        key === pinnedKey && joinId !== null ? [joinId] : [],
      );
      look({ pictures: pictures.slice(0, 64), pinned });
    };
    tell.current();
  }, [tiles, pinnedKey, look]);
  useEffect(() => {
    const say = () => tell.current();
    const element = list.current;
    if (element === null) return undefined;
    const page = element.ownerDocument;
    const sizes = new ResizeObserver(say);
    sizes.observe(element);
    page.addEventListener("visibilitychange", say);
    page.addEventListener("scroll", say, { capture: true, passive: true });
    return () => {
      sizes.disconnect();
      page.removeEventListener("visibilitychange", say);
      page.removeEventListener("scroll", say, { capture: true });
    };
  }, []);
  return list;
}
