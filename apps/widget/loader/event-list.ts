import type { EmitWidgetEvent, WidgetEventName } from "./face.ts";

type Handler = (detail: unknown) => void;

/** Handlers of the page by event. `ready` stays true: whoever asks later is told at once. */
export function createEventList(
  report: (message: string, cause?: unknown) => void,
) {
  const handlers = new Map<string, Set<Handler>>();
  let isReady = false;
  const call = (handler: Handler, detail: unknown) => {
    try {
      handler(detail);
    } catch (error) {
      report("a handler of the page failed", error);
    }
  };
  const emit: EmitWidgetEvent = (name, detail) => {
    if (name === "ready") isReady = true;
    handlers.get(name)?.forEach((handler) => {
      call(handler, detail);
    });
  };
  const on = (name: WidgetEventName, handler: Handler): (() => void) => {
    const known = handlers.get(name) ?? new Set<Handler>();
    handlers.set(name, known.add(handler));
    if (name === "ready" && isReady) call(handler, {});
    return () => {
      known.delete(handler);
    };
  };
  return { emit, on };
}
