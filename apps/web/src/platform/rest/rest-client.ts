import {
  errorRegistry,
  type EndpointPart,
  type ErrorCode,
  type Problem,
} from "@veche/contracts";
import { addresses, type EndpointName, type Endpoints } from "./endpoints.ts";
import { RestFailure } from "./rest-failure.ts";

type Given<
  Name extends EndpointName,
  Part extends "params" | "query" | "body",
> = Part extends keyof Endpoints[Name]
  ? {
      readonly [Own in Part]: Own extends "query"
        ? Partial<EndpointPart<Endpoints[Name], Own>>
        : EndpointPart<Endpoints[Name], Own>;
    }
  : unknown;

/** The parts an endpoint wants, each typed by its schema. `file` is the raw body of an upload. */
type Input<Name extends EndpointName> = Given<Name, "params"> &
  Given<Name, "query"> &
  Given<Name, "body"> & {
    readonly signal?: AbortSignal;
    readonly file?: Blob;
  };

type Output<Name extends EndpointName> = EndpointPart<
  Endpoints[Name],
  "response"
>;

/** Calls an endpoint of the contract; rejects with `RestFailure` only. */
export type Rest = <Name extends EndpointName>(
  name: Name,
  input: Input<Name>,
) => Promise<Output<Name>>;

export interface RestOptions {
  readonly fetch: typeof globalThis.fetch;
  /** What every request says beside its own headers. */
  readonly headers?: () => Readonly<Record<string, string>>;
  /** Told when the server no longer knows the session, whatever call found it out. */
  readonly onSignedOut: () => void;
}

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<
    Record<string, string | number | boolean | undefined>
  >;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

function urlOf(path: string, { params = {}, query = {} }: AnyInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined,
  );
  const search = new URLSearchParams(
    pairs.map(([name, value]) => [name, String(value)]),
  ).toString();
  return search === "" ? filled : `${filled}?${search}`;
}

function bodyOf(
  { body, file }: AnyInput,
  headers: Readonly<Record<string, string>>,
): Pick<RequestInit, "body" | "headers"> {
  if (file !== undefined)
    return { body: file, headers: { ...headers, "content-type": file.type } };
  if (body === undefined) return { headers };
  return {
    body: JSON.stringify(body),
    headers: { ...headers, "content-type": "application/json" },
  };
}

const isKnown = (code: unknown): code is ErrorCode =>
  typeof code === "string" && code in errorRegistry;

async function failureOf(response: Response): Promise<RestFailure> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>; // checked where it matters, just below
  // A proxy in front of us answers in its own words.
  const code = isKnown(problem.code)
    ? problem.code
    : response.status >= 502
      ? "server.unavailable"
      : "server.failed";
  return new RestFailure(code, problem);
}

const signedOutCodes: ReadonlySet<string> = new Set([
  "auth.required",
  "auth.session_ended",
]);

export function createRest({
  fetch,
  headers = () => ({}),
  onSignedOut,
}: RestOptions): Rest {
  return async (name, input) => {
    const [method, path] = addresses[name];
    const given = input as AnyInput; // the generic signature has checked the parts against the contract
    const response = await fetch(urlOf(path, given), {
      method,
      credentials: "same-origin",
      ...bodyOf(given, headers()),
      ...(given.signal === undefined ? {} : { signal: given.signal }),
    }).catch((cause: unknown) => {
      throw new RestFailure("offline", undefined, { cause });
    });
    if (!response.ok) {
      const failure = await failureOf(response);
      if (signedOutCodes.has(failure.code)) onSignedOut();
      throw failure;
    }
    // The server's serializer holds every response to the contract's schema.
    return (response.status === 204 ? null : await response.json()) as Output<
      typeof name
    >;
  };
}
