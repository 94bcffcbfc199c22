/** A call of the page: `["open"]`, `["on", "unread", handler]`, or a function that gets the face. */
export type QueuedCall<Face> = readonly unknown[] | ((face: Face) => void);

/** Runs one call of the page; a mistake in it is told in the console and never breaks the page or the widget. */
export function runCall<Face extends object>(
  face: Face,
  call: QueuedCall<Face>,
  report: (message: string, cause?: unknown) => void,
): void {
  try {
    if (typeof call === "function") {
      call(face);
      return;
    }
    const [name, ...rest] = call;
    const method: unknown = Object.hasOwn(face, String(name))
      ? Reflect.get(face, String(name))
      : undefined;
    if (typeof method === "function") Reflect.apply(method, face, rest);
    else report(`no such call: ${String(name)}`);
  } catch (error) {
    report("a call failed", error);
  }
}
