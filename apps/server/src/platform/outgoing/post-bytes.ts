import { lookup } from "node:dns";
import { request } from "node:https";
import type { LookupFunction } from "node:net";
import { isPublicAddress, isPublicHost } from "./public-address.ts";

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

const answerLimitMs = 20_000;

/** The address is checked in the lookup of the connection itself: a name can't mean another machine a moment later. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      done(error, "");
      return;
    }
    const known = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = known;
    if (first === undefined)
      done(new Error(`${hostname} is no host of the open internet`), "");
    else if (options.all === true) done(null, known);
    else done(null, first.address, first.family);
  });
};

/** Whether an address may be asked at all: https, on the open internet by its looks. */
export function isPublicUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    parsed.protocol === "https:" &&
    parsed.username === "" &&
    isPublicHost(parsed.hostname)
  );
}

/** Posts to a host of the open internet, follows nothing and reads no answer but its status. */
export async function postBytes({
  url,
  headers,
  body,
}: BytesToPost): Promise<PostAnswer> {
  if (!isPublicUrl(url)) throw new Error("not an address of the open internet");
  const { promise, resolve, reject } = Promise.withResolvers<PostAnswer>();
  const signal = AbortSignal.timeout(answerLimitMs);
  const asking = request(
    url,
    { method: "POST", headers, lookup: lookupPublic, signal, agent: false },
    (answer) => {
      answer.resume();
      const seconds = Number(answer.headers["retry-after"]);
      resolve({
        status: answer.statusCode ?? 0,
        retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
      });
    },
  );
  asking.on("error", reject);
  asking.end(body);
  return promise;
}
