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

interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

/** Why an address gave no answer. */
export class NoAnswerError extends Error {
  readonly reason: "address" | "network" | "size" | "time";

  constructor(reason: NoAnswerError["reason"], cause?: unknown) {
    super(`no answer: ${reason}`, { cause });
    this.reason = reason;
  }
}

/**
 * A request to an address that an administrator named, and its answer: protocols that are spoken with the company's own
 * servers. Follows no redirect. Rejects with `NoAnswerError`.
 */
export type GuardedAsk = (question: Question) => Promise<Answer>;

export interface GuardedAskDeps {
  readonly timers: Pick<Timers, "after">;
  readonly resolve: Resolve;
  /** Inner names that may be asked; http too. */
  readonly allowedHosts?: readonly string[];
}

const timeLimitMs = 10_000;
const longestAnswer = 1024 * 1024;

export function createGuardedAsk({
  timers,
  resolve,
  allowedHosts = [],
}: GuardedAskDeps): GuardedAsk {
  const policy: TargetPolicy = {
    resolve,
    allowedHosts: new Set(allowedHosts.map((host) => host.toLowerCase())),
    allowedPorts: "any",
  };
  return async (question) => {
    const url = URL.parse(question.url);
    const target =
      url === null || !looksAllowed(url, policy.allowedHosts)
        ? undefined
        : await targetOf(url, policy);
    if (target === undefined) throw new NoAnswerError("address");
    const over = new AbortController();
    const limit = timers.after(timeLimitMs, () => {
      over.abort();
    });
    try {
      return await ask(target, question, over.signal);
    } catch (error) {
      if (error instanceof NoAnswerError) throw error;
      throw new NoAnswerError(over.signal.aborted ? "time" : "network", error);
    } finally {
      limit[Symbol.dispose]();
    }
  };
}

function ask(
  { url, addresses }: Target,
  { method, headers, body }: Question,
  signal: AbortSignal,
): Promise<Answer> {
  const { request } = url.protocol === "https:" ? https : http;
  const lookup = lookupOf(addresses);
  // Packed content could grow without bound when unpacked: it is not asked for.
  const sent = { ...headers, "accept-encoding": "identity" };
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      { method, headers: sent, lookup, signal, agent: false },
      (answer) => {
        read(answer).then(resolve, reject);
      },
    );
    asking.on("error", reject);
    asking.end(body);
  });
}

async function read(answer: http.IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    // Without an encoding set, a stream of a socket gives buffers.
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > longestAnswer) throw new NoAnswerError("size");
    parts.push(bytes);
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(", ")]],
    ),
  );
  return {
    status: answer.statusCode ?? 0,
    headers,
    bytes: Buffer.concat(parts),
  };
}
