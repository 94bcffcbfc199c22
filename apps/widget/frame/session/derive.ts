import { createStore, type Readable } from "@veche/realtime-client";

/** A value computed from others, kept up to date for as long as the page lives. */
export function derive<Value>(
  sources: readonly Readable<unknown>[],
  compute: () => Value,
): Readable<Value> {
  const store = createStore(compute());
  for (const source of sources) source.subscribe(() => store.set(compute()));
  return store;
}
