import {
  errorRegistry,
  type EndpointPart,
  type ErrorCode,
  type embedEndpoints,
} from "@veche/contracts";

type Endpoints = typeof embedEndpoints;
export type Opened = EndpointPart<Endpoints["openEmbed"], "response">;
export type Events = EndpointPart<Endpoints["listEmbedEvents"], "response">;
type Outgoing = EndpointPart<Endpoints["sendEmbedMessage"], "body">;

/** The server said no, with a code of the registry; a network that fails is `server.unavailable`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** The few questions of the frame. Each rejects with `Refusal`. */
export interface Asks {
  open(token: string): Promise<Opened>;
  events(embedToken: string, afterSeq: number, waitMs: number): Promise<Events>;
  card(embedToken: string): Promise<Opened["card"]>;
  send(embedToken: string, message: Outgoing): Promise<void>;
  read(embedToken: string, readTo: number): Promise<void>;
}

const isCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(errorRegistry, code);

async function codeOf(answer: Response): Promise<ErrorCode> {
  const problem: unknown = await answer.json().catch(() => null);
  const code =
    typeof problem === "object" && problem !== null && "code" in problem
      ? problem.code
      : null;
  return isCode(code) ? code : "server.unavailable";
}

export function createAsks({
  fetch,
}: {
  readonly fetch: typeof globalThis.fetch;
}): Asks {
  const ask = async (
    path: string,
    { token, body }: { readonly token?: string; readonly body?: unknown },
  ): Promise<unknown> => {
    const answer = await fetch(`/api/v1/embed/${path}`, {
      method: body === undefined ? "GET" : "POST",
      // The token is the only credential: cookies of ours do not travel into other sites' frames.
      credentials: "omit",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new Refusal("server.unavailable");
    });
    if (!answer.ok) throw new Refusal(await codeOf(answer));
    return answer.status === 204 ? null : answer.json();
  };
  return {
    // The server's serializer holds each answer to the contract's schema.
    open: async (token) =>
      (await ask("sessions", { body: { token } })) as Opened,
    events: async (token, afterSeq, waitMs) =>
      // As above: the contract's own answer.
      (await ask(`events?afterSeq=${afterSeq}&waitMs=${waitMs}`, {
        token,
      })) as Events,
    async card(token) {
      // As above: the contract's own answer.
      const { card } = (await ask("card", { token })) as Pick<Opened, "card">;
      return card;
    },
    async send(token, message) {
      await ask("messages", { token, body: message });
    },
    async read(token, readTo) {
      await ask("receipts", { token, body: { readTo } });
    },
  };
}
