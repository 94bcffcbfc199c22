import * as http from "node:http";
import * as https from "node:https";
import type { Timers } from "../timers.ts";
import { lookupOf } from "./checked-lookup.ts";
import { looksAllowed } from "./looks-allowed.ts";
import {
  targetOf,
  type Resolve,
  type Target,
  type TargetPolicy,
} from "./target.ts";

export interface BytesToPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface PostAnswer {
  readonly status: number;
  /** What `Retry-After` says in seconds; null without it. */
  readonly retryAfterMs: number | null;
}

/**
 * POST to an address that somebody outside named: webhooks and push services. Follows nothing, so an answer that leads
 * inside is only a status; reads no answer but that. Rejects where no answer came in time or nobody may be asked there.
 */
export interface GuardedPost {
  readonly post: (request: BytesToPost) => Promise<PostAnswer>;
  /** Whether it may be asked by its looks: https on the open internet, or a host that an administrator named. */
  readonly isAllowed: (address: string) => boolean;
}

export interface GuardedPostDeps {
  readonly timers: Pick<Timers, "after">;
  readonly resolve: Resolve;
  /** Inner names that an administrator lets through; http too. */
  readonly allowedHosts?: readonly string[];
}

const timeLimitMs = 20_000;

export function createGuardedPost({
  timers,
  resolve,
  allowedHosts = [],
}: GuardedPostDeps): GuardedPost {
  const policy: TargetPolicy = {
    resolve,
    allowedHosts: new Set(allowedHosts.map((host) => host.toLowerCase())),
    allowedPorts: "any",
  };
  const isAllowed = (address: string): boolean => {
    const url = URL.parse(address);
    return url !== null && looksAllowed(url, policy.allowedHosts);
  };
  const agents: Agents = {
    "http:": new http.Agent({ keepAlive: true }),
    "https:": new https.Agent({ keepAlive: true }),
  };
  return {
    isAllowed,
    async post(request) {
      const url = URL.parse(request.url);
      const target =
        url === null || !isAllowed(request.url)
          ? undefined
          : await targetOf(url, policy);
      if (target === undefined)
        throw new Error("not an address that may be asked");
      const over = new AbortController();
      const limit = timers.after(timeLimitMs, () => {
        over.abort();
      });
      try {
        return await postAgainWhereShut(agents, target, {
          ...request,
          signal: over.signal,
        });
      } finally {
        limit[Symbol.dispose]();
      }
    },
  };
}

/** Connections that are kept for the next request; each went to an address that was checked when it was opened. */
interface Agents {
  readonly "http:": http.Agent;
  readonly "https:": https.Agent;
}

interface TimedPost extends BytesToPost {
  readonly signal: AbortSignal;
}

/** A kept connection may have been shut by the other side in the same moment: that is no answer of theirs. */
async function postAgainWhereShut(
  agents: Agents,
  target: Target,
  request: TimedPost,
): Promise<PostAnswer> {
  try {
    return await postTo(agents, target, request);
  } catch (error) {
    if (!(error instanceof ShutError)) throw error;
    return postTo(agents, target, request);
  }
}

class ShutError extends Error {}

function postTo(
  agents: Agents,
  { url, addresses }: Target,
  { headers, body, signal }: TimedPost,
): Promise<PostAnswer> {
  const { request } = url.protocol === "https:" ? https : http;
  const agent = agents[url.protocol === "https:" ? "https:" : "http:"];
  return new Promise((resolve, reject) => {
    const lookup = lookupOf(addresses);
    const asking = request(
      url,
      { method: "POST", headers, lookup, signal, agent },
      (answer) => {
        passOver(answer);
        const seconds = Number(answer.headers["retry-after"] ?? Number.NaN);
        resolve({
          status: answer.statusCode ?? 0,
          retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
        });
      },
    );
    asking.on("error", (error) => {
      reject(asking.reusedSocket ? new ShutError(error.message) : error);
    });
    asking.end(body);
  });
}

const longestAnswer = 64 * 1024;
const answerSilenceMs = 5_000;

/** Nobody reads what stands in an answer; one without an end is cut off. */
function passOver(answer: http.IncomingMessage): void {
  let length = 0;
  answer.on("data", (piece: Buffer) => {
    length += piece.length;
    if (length > longestAnswer) answer.destroy();
  });
  answer.on("error", () => undefined);
  answer.setTimeout(answerSilenceMs, () => answer.destroy());
}
