import { waitUntil, type World } from "@veche/test-world";

/** Asks `/readyz`; false while nobody answers. */
export async function isReady({ baseUrl }: World): Promise<boolean> {
  try {
    return (
      (await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(1000) }))
        .status === 200
    );
  } catch {
    return false;
  }
}

/**
 * How long it takes from now until `look` sees what it looks for. Whoever looks by sending commands looks more rarely:
 * a hundred a second beside the load are a flood.
 */
export async function timeUntil(
  what: string,
  look: () => boolean | Promise<boolean>,
  { timeoutMs = 120_000, everyMs = 10 } = {},
): Promise<number> {
  const begunMs = performance.now();
  await waitUntil(what, look, { timeoutMs, everyMs });
  return performance.now() - begunMs;
}
