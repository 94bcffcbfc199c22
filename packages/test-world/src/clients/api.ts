import type { Endpoint, Problem } from "@veche/contracts";
import type { Static, TSchema } from "typebox";

type Part<Schema> = Schema extends TSchema ? Static<Schema> : undefined;

/** What one call of an endpoint carries. */
export interface ApiInput<E extends Endpoint> {
  readonly params?: Part<E["params"]>;
  readonly query?: Part<E["query"]>;
  readonly body?: Part<E["body"]>;
}

/** The server refused: its problem document, as a person's browser got it. */
export class ApiRefusal extends Error {
  override readonly name = "ApiRefusal";
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.code}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Calls one endpoint of the contract with these headers; rejects with `ApiRefusal`. */
export async function callEndpoint<const E extends Endpoint>(
  {
    baseUrl,
    headers,
  }: {
    readonly baseUrl: string;
    readonly headers: Readonly<Record<string, string>>;
  },
  endpoint: E,
  input: ApiInput<E> = {},
): Promise<{
  readonly body: Static<E["response"]>;
  readonly headers: Headers;
}> {
  const response = await fetch(addressOf(baseUrl, endpoint, input), {
    method: endpoint.method,
    headers: {
      ...headers,
      ...(input.body === undefined
        ? {}
        : { "content-type": "application/json" }),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    signal: AbortSignal.timeout(90_000),
  });
  const text = await response.text();
  const parsed: unknown = text === "" ? null : JSON.parse(text);
  if (!response.ok) throw new ApiRefusal(response.status, parsed as Problem);
  return { body: parsed as Static<E["response"]>, headers: response.headers };
}

function addressOf(
  baseUrl: string,
  endpoint: Endpoint,
  input: { readonly params?: unknown; readonly query?: unknown },
): URL {
  const params = (input.params ?? {}) as Readonly<Record<string, string>>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const url = new URL(path, baseUrl);
  for (const [name, value] of Object.entries(
    (input.query ?? {}) as Readonly<
      Record<string, string | number | undefined>
    >,
  ))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}
