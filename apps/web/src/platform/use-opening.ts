import { useDeferredValue, useState } from "react";

interface Opening {
  /** Was it ever asked for? Before that only its button is drawn. */
  readonly isMade: boolean;
  /** Is it to be open now? It is made closed and opens then: so the focus finds back to the button. */
  readonly isOpen: boolean;
}

/**
 * What a button opens is made when it is first asked for, and stays to close by itself. The button is another one
 * from then on: it takes the focus with `autoFocus`.
 */
export function useOpening(isAsked: boolean): Opening {
  const [wasAsked, setAsked] = useState(isAsked);
  if (isAsked && !wasAsked) setAsked(true);
  const isOpen = useDeferredValue(isAsked, false);
  return { isMade: isAsked || wasAsked, isOpen };
}
