import type {
  CustomerRequest,
  ConversationId,
  ErrorCode,
  Me,
  WidgetSettings,
} from "@veche/contracts";
import {
  CommandError,
  readTimeline,
  type LogPage,
  type PageRequest,
  type TimelineAnswer,
} from "@veche/realtime-client";
import { customerErrorsEn } from "@veche/ui";

/** What the server answers to the beginning of a visit (`startVisit` of the contract). */
export interface Visit {
  readonly visitorToken: string;
  readonly me: Me;
  readonly conversationId: ConversationId;
  readonly request: CustomerRequest | null;
}

export interface VisitAsked {
  readonly siteKey: string;
  readonly visitorToken?: string;
  readonly identityToken?: string;
  readonly language: "ru" | "en";
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
}

/** The few REST calls the widget makes. Each rejects with `CommandError`; no network counts as `server.unavailable`. */
export interface WidgetHttp {
  readonly startVisit: (asked: VisitAsked) => Promise<Visit>;
  readonly readSettings: (path: string) => Promise<WidgetSettings>;
  readonly createTicket: (visitorToken: string) => Promise<string>;
  readonly loadPage: (
    visitorToken: string,
    page: PageRequest,
  ) => Promise<LogPage>;
}

export interface HttpPowers {
  readonly fetch: typeof fetch;
  /** With a trailing slash. */
  readonly serverUrl: string;
}

interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
}

/** One that has words for customers: the whole registry would be too much to load. */
const isErrorCode = (code: unknown): code is keyof typeof customerErrorsEn =>
  typeof code === "string" && Object.hasOwn(customerErrorsEn, code);

/** The code of a problem answer; one that is not ours (a proxy's page) is told by its status. */
async function codeOf(answer: Response): Promise<ErrorCode> {
  const problem: unknown = await answer.json().catch(() => null);
  const code =
    typeof problem === "object" && problem !== null && "code" in problem
      ? problem.code
      : null;
  if (isErrorCode(code)) return code;
  return answer.status >= 500 ? "server.unavailable" : "request.invalid";
}

export function createHttp({ fetch, serverUrl }: HttpPowers): WidgetHttp {
  const ask = async ({
    method,
    path,
    body,
    token,
  }: Asked): Promise<unknown> => {
    const answer = await fetch(`${serverUrl}${path}`, {
      method,
      // The token is the only credential: a browser that blocks third-party cookies changes nothing.
      credentials: "omit",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CommandError({ code: "server.unavailable" });
    });
    if (!answer.ok) throw new CommandError({ code: await codeOf(answer) });
    return answer.json();
  };
  return {
    // The server's serializer holds each answer below to the contract's schema.
    startVisit: async (asked) =>
      (await ask({
        method: "POST",
        path: "api/v1/widget/visits",
        body: asked,
      })) as Visit,
    // As above: the contract's own answer.
    readSettings: async (path) =>
      (await ask({ method: "GET", path })) as WidgetSettings,
    createTicket: async (token) => {
      const path = "api/v1/realtime/tickets";
      // As above: the contract's own answer.
      const answer = (await ask({ method: "POST", path, token })) as {
        ticket: string;
      };
      return answer.ticket;
    },
    loadPage: (token, request) =>
      readTimeline(request, async (query) => {
        const search = new URLSearchParams(
          Object.entries(query).map(([name, value]) => [name, String(value)]),
        );
        const path = `api/v1/conversations/${request.conversationId}/timeline?${search}`;
        // As above: the contract's own answer.
        return (await ask({ method: "GET", path, token })) as TimelineAnswer;
      }),
  };
}
