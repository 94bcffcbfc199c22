export type PushOutcome =
  /** Taken, or refused for what it is. */
  | { readonly kind: "done" }
  /** No browser is there any more. */
  | { readonly kind: "gone" }
  | { readonly kind: "later"; readonly askedMs: number };

/** What an answer of a push service means. 404 and 410: the browser is gone. 403: it subscribed with a key that is not ours. */
export function judgePush({
  status,
  retryAfterMs,
}: {
  readonly status: number;
  readonly retryAfterMs: number | null;
}): PushOutcome {
  if (status === 404 || status === 410 || status === 403)
    return { kind: "gone" };
  const isLater = status === 408 || status === 429 || status >= 500;
  return isLater
    ? { kind: "later", askedMs: retryAfterMs ?? 0 }
    : { kind: "done" };
}
