import type { Timers } from "../timers.ts";
import type { Fetched, FetchRefusal, Wanted } from "./fetched.ts";
import { readOnce, type Reading } from "./read-once.ts";
import { targetOf, type Resolve, type TargetPolicy } from "./target.ts";

/**
 * GET of an address that somebody outside named, for nobody's eyes but the server's: link previews, and whatever asks
 * the outside by an address it was given. Never reaches inner addresses: names are resolved once and every address is
 * checked, each redirect anew (reliability §3, SSRF).
 */
export type GuardedFetch = (
  address: string,
  wanted: Wanted,
) => Promise<Fetched>;

export interface GuardedFetchDeps {
  readonly timers: Pick<Timers, "after">;
  readonly resolve: Resolve;
  readonly allowedHosts?: readonly string[];
  /** Beside the usual ports; for tests. */
  readonly extraPorts?: readonly number[];
}

const timeLimitMs = 5_000;
const mostRedirects = 3;

export function createGuardedFetch({
  timers,
  resolve,
  allowedHosts = [],
  extraPorts = [],
}: GuardedFetchDeps): GuardedFetch {
  const policy: TargetPolicy = {
    resolve,
    allowedHosts: new Set(allowedHosts.map((host) => host.toLowerCase())),
    allowedPorts: new Set([80, 443, ...extraPorts]),
  };
  return async (address, wanted) => {
    const over = new AbortController();
    const limit = timers.after(timeLimitMs, () => {
      over.abort();
    });
    try {
      return await follow(address, policy, { wanted, signal: over.signal });
    } catch {
      // Whatever went wrong on the way to a stranger's server is that server's affair.
      return refused(over.signal.aborted ? "time" : "network");
    } finally {
      limit[Symbol.dispose]();
    }
  };
}

const refused = (reason: FetchRefusal): Fetched => ({ ok: false, reason });

async function follow(
  address: string,
  policy: TargetPolicy,
  reading: Omit<Reading, "target">,
): Promise<Fetched> {
  let url = URL.parse(address);
  for (let step = 0; step <= mostRedirects; step += 1) {
    if (url === null) return refused("address");
    const target = await targetOf(url, policy);
    if (target === undefined) return refused("address");
    const answer = await readOnce({ ...reading, target });
    if (answer.kind === "refused") return refused(answer.reason);
    if (answer.kind === "read") {
      const { contentType, bytes } = answer;
      return { ok: true, url: url.href, contentType, bytes };
    }
    url = URL.parse(answer.location, url.href);
  }
  return refused("redirects");
}
