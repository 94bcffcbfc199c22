import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * The same function from drawing to drawing, which does what the last drawing meant: whoever is given it need not be
 * drawn anew. For what is done on events; it is not to be called while drawing.
 */
export function useSteady<Given extends readonly unknown[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
