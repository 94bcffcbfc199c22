import type { Readable } from "@veche/realtime-client";
import { useLayoutEffect, useReducer } from "preact/hooks";

/** The value of a store; the component is drawn again when it changes. */
export function useReadable<Value>(readable: Readable<Value>): Value {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const value = readable.get();
  useLayoutEffect(() => {
    // It may have changed between the drawing and this subscription.
    if (!Object.is(value, readable.get())) redraw(0);
    return readable.subscribe(() => redraw(0));
    // Only another store is subscribed to anew; its values come through the subscription.
  }, [readable]);
  return value;
}
