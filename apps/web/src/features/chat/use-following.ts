import { useDocumentVisibility } from "@mantine/hooks";
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";

/** So near the end counts as reading the end, px. */
const nearEndPx = 80;

interface Following {
  readonly place: RefObject<HTMLDivElement | null>;
  /** Something came while the reader was further up. */
  readonly isBehind: boolean;
  readonly goToEnd: () => void;
}

interface FollowingOptions {
  /** Changes with the newest row. */
  readonly lastKey: string | undefined;
  /** Called when the end is on a visible screen. */
  readonly onSeen: () => void;
}

/** Keeps a scrolled list at its end while the reader is there, and leaves it alone while they read what was before. */
export function useFollowing({ lastKey, onSeen }: FollowingOptions): Following {
  const place = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const isVisible = useDocumentVisibility() === "visible";

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const look = () =>
      setAtEnd(
        element.scrollHeight - element.scrollTop - element.clientHeight <
          nearEndPx,
      );
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, []);

  const goToEnd = () =>
    place.current?.scrollTo({ top: place.current.scrollHeight });
  useLayoutEffect(() => {
    if (isAtEnd) place.current?.scrollTo({ top: place.current.scrollHeight });
  }, [lastKey, isAtEnd]);

  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    if (isAtEnd && isVisible && lastKey !== undefined) seen.current();
  }, [isAtEnd, isVisible, lastKey]);

  const [keyAtLeaving, setKeyAtLeaving] = useState(lastKey);
  if (isAtEnd && keyAtLeaving !== lastKey) setKeyAtLeaving(lastKey);
  return { place, isBehind: !isAtEnd && keyAtLeaving !== lastKey, goToEnd };
}
