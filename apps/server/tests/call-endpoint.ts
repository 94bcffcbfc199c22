import type { Endpoint, EndpointPart } from "@veche/contracts";
import type { Http } from "../src/platform/http/create-http.ts";

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  /** Of a refusal. */
  readonly code: string | undefined;
  readonly issues: readonly string[];
}

export type Input<E extends Endpoint> = {
  readonly [Part in "params" | "query" | "body"]?: Partial<
    EndpointPart<E, Part>
  >;
};

/** Asks an endpoint over HTTP, as whoever the headers name. */
export async function callEndpoint<E extends Endpoint>(
  { http, headers }: { http: Http; headers: Readonly<Record<string, string>> },
  { method, path }: E,
  { params = {}, query = {}, body }: Input<E>,
): Promise<Answer<EndpointPart<E, "response">>> {
  const values: Readonly<Record<string, unknown>> = params;
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(values[name])),
  );
  const asked = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const response = await http.inject({
    method,
    url: `${url}?${new URLSearchParams(asked).toString()}`,
    headers,
    ...(body === undefined ? {} : { payload: body as object }),
  });
  const answered: unknown =
    response.body === "" ? undefined : JSON.parse(response.body);
  const problem = answered as
    | {
        readonly code?: string;
        readonly issues?: readonly { readonly path: string }[];
      }
    | undefined;
  return {
    status: response.statusCode,
    // The server answers by its contract; the tests look at what it says.
    body: answered as EndpointPart<E, "response">,
    code: problem?.code,
    issues: problem?.issues?.map((issue) => issue.path) ?? [],
  };
}
