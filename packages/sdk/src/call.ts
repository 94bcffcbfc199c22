import {
  errorRegistry,
  type Endpoint,
  type EndpointPart,
  type ErrorCode,
  type Problem,
} from "@veche/contracts";
import type { Powers } from "./powers.ts";
import { VecheRefusal } from "./veche-refusal.ts";

/** Where the server is, and how the application shows who it is. */
export interface Access {
  /** `https://veche.example.com`. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

interface CallInput<E extends Endpoint> {
  readonly params?: EndpointPart<E, "params">;
  readonly query?: Partial<EndpointPart<E, "query">>;
  readonly body?: EndpointPart<E, "body">;
  readonly signal?: AbortSignal | undefined;
}

/** Asks one endpoint of the contract. Rejects with `VecheRefusal`; the network's failure is one too. */
export type Call = <const E extends Endpoint>(
  endpoint: E,
  input?: CallInput<E>,
) => Promise<EndpointPart<E, "response">>;

export function createCall(
  { url, key, secret }: Access,
  powers: Pick<Powers, "fetch">,
): Call {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
  return async <const E extends Endpoint>(
    endpoint: E,
    input: CallInput<E> = {},
  ) => {
    const { body, signal } = input;
    const response = await powers
      .fetch(addressOf(url, endpoint, input), {
        method: endpoint.method,
        headers: {
          authorization,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      })
      .catch((cause: unknown) => {
        throw unreachable(0, cause);
      });
    const text = await response.text();
    if (!response.ok) throw refusalOf(response, text);
    // The server answers through the contract's own schema.
    return (text === "" ? null : JSON.parse(text)) as EndpointPart<
      E,
      "response"
    >;
  };
}

function addressOf(
  url: string,
  { path }: Endpoint,
  input: { readonly params?: unknown; readonly query?: unknown },
): URL {
  const params = wordsOf(input.params);
  const address = new URL(
    path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params.get(name) ?? ""),
    ),
    url,
  );
  for (const [name, value] of wordsOf(input.query))
    address.searchParams.set(name, value);
  return address;
}

const wordsOf = (values: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );

const unreachable = (status: number, cause: unknown) =>
  new VecheRefusal(
    { status, code: "unreachable", issues: [], retryAfterMs: 0 },
    cause,
  );

const isCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && code in errorRegistry;

function refusalOf({ status }: Response, text: string): VecheRefusal {
  try {
    // A proxy may answer with a page: then the code is missing, or this is no JSON.
    const problem = JSON.parse(text) as Partial<Problem>;
    if (!isCode(problem.code)) return unreachable(status, text);
    return new VecheRefusal({
      status,
      code: problem.code,
      issues: problem.issues ?? [],
      retryAfterMs: problem.retryAfterMs ?? 0,
    });
  } catch (cause) {
    return unreachable(status, cause);
  }
}
