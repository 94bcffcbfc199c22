import {
  conferenceEndpoints,
  guestEndpoints,
  type PrincipalId,
  type EndpointPart,
  type UserId,
} from "@veche/contracts";
import {
  createConferences,
  type Conferences,
  type ConferencesTables,
} from "../src/modules/conferences/index.ts";
import {
  createGuests,
  type Guests,
  type GuestsTables,
} from "../src/modules/guests/index.ts";
import { createLog } from "../src/platform/log.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { Mail } from "../src/platform/mail/mailer.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { openConversations, type ConversationsWorld } from "./conversations.ts";
import { createTestHttp, publicUrl } from "./http.ts";

const endpoints = { ...conferenceEndpoints, ...guestEndpoints };
type Endpoints = typeof endpoints;
type Input<Name extends keyof Endpoints> = {
  readonly [
    Part in "params" | "query" | "body" as unknown extends EndpointPart<
      Endpoints[Name],
      Part
    >
      ? never
      : Part
  ]: EndpointPart<Endpoints[Name], Part>;
};

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  /** Of a refusal. */
  readonly code: string | undefined;
  readonly issues: readonly string[];
}

type Letter = Omit<Mail, "id" | "unsubscribeUrl">;

export interface ConferencesWorld extends ConversationsWorld {
  readonly conferences: Conferences;
  /** What was put on its way out, oldest first. */
  readonly letters: readonly Letter[];
  readonly guests: Guests;
  /** Whose sockets were closed. */
  readonly cut: readonly PrincipalId[];
  /** Asks an endpoint over HTTP as this user, by a guest's token, or as nobody. */
  as<Name extends keyof Endpoints>(
    user: UserPrincipal | string | undefined,
    name: Name,
    input: Input<Name>,
  ): Promise<Answer<EndpointPart<Endpoints[Name], "response">>>;
  /** Whoever has a letter follows a link of it, and presses its button. */
  follow(
    url: string,
    how: "GET" | "POST",
  ): Promise<{ status: number; html: string }>;
  /** The account is disabled. */
  dismiss(user: UserPrincipal): void;
}

export async function openConferences(): Promise<ConferencesWorld> {
  const world = await openConversations();
  const known = new Map<UserId, UserPrincipal>();
  const dismissed = new Set<UserId>();
  const letters: Letter[] = [];
  const cut: PrincipalId[] = [];
  const guests: Guests = createGuests({
    ...world,
    database: world.test.database.narrow<GuestsTables>(),
    timers: world.clock,
    bus: world.test.bus,
    ids: systemIds,
    log: createLog({ level: "silent", isPretty: false }),
    hub: { endPrincipal: (id) => void cut.push(id) },
    conferences: () => conferences,
  });
  const conferences = createConferences({
    database: world.test.database.narrow<ConferencesTables>(),
    clock: world.clock,
    ids: systemIds,
    timers: world.clock,
    log: createLog({ level: "silent", isPretty: false }),
    chats: world.chats,
    publicUrl,
    senderAddress: "veche@example.com",
    answerKey: "seals answers in tests",
    addresses: {
      of: async (ids) =>
        new Map(
          ids.flatMap((id) => {
            const name = known.get(id)?.name;
            return name === undefined
              ? []
              : [[id, `${name.toLowerCase()}@example.com`] as const];
          }),
        ),
    },
    guests,
    letters: {
      queueLetter: async (_unit, letter) => void letters.push(letter),
    },
    users: {
      many: async (ids) =>
        ids.flatMap((id) => {
          const name = known.get(id)?.name;
          const disabledAt = dismissed.has(id) ? "2026-01-01" : null;
          const language = "en" as const;
          return name === undefined ? [] : [{ id, name, disabledAt, language }];
        }),
    },
  });
  const http = await createTestHttp({
    clock: world.clock,
    routes: [...conferences.routes, ...guests.routes],
    letterPages: conferences.letterPages,
    fileRoutes: conferences.fileRoutes,
    authenticate: {
      session: async (token) => known.get(token as UserId),
      bearer: (token) => guests.resolveGuest(token),
    },
  });
  return {
    ...world,
    ...{ conferences, guests, cut, letters },
    user(name) {
      const user = world.user(name);
      known.set(user.id, user);
      return user;
    },
    async follow(url, method) {
      const { pathname } = new URL(url);
      const response = await http.inject({ method, url: pathname });
      return { status: response.statusCode, html: response.body };
    },
    dismiss: ({ id }) => void dismissed.add(id),
    async as(user, name, input) {
      const { method, path } = endpoints[name];
      const {
        params = {},
        query = {},
        body,
      } = input as {
        readonly params?: Readonly<Record<string, string>>;
        readonly query?: Readonly<Record<string, string>>;
        readonly body?: object;
      }; // what the contract has of each, as HTTP carries it
      const url = path.replaceAll(/:(\w+)/g, (_, part: string) =>
        encodeURIComponent(params[part] ?? ""),
      );
      const response = await http.inject({
        method,
        url: `${url}?${new URLSearchParams(query).toString()}`,
        headers: { origin: publicUrl, ...credentialsOf(user) },
        ...(body !== undefined && { payload: body }),
      });
      return answerOf(response);
    },
    async [Symbol.asyncDispose]() {
      guests[Symbol.dispose]();
      await conferences[Symbol.asyncDispose]();
      await http[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

const credentialsOf = (
  user: UserPrincipal | string | undefined,
): Record<string, string> => {
  if (user === undefined) return {};
  return typeof user === "string"
    ? { authorization: `Bearer ${user}` }
    : { cookie: `veche_session=${user.id}` };
};

function answerOf<Body>(response: {
  readonly statusCode: number;
  readonly body: string;
}): Answer<Body> {
  const body: unknown = response.body === "" ? null : JSON.parse(response.body);
  const problem = body as {
    readonly code?: string;
    readonly issues?: readonly { readonly path: string }[];
  } | null;
  return {
    status: response.statusCode,
    // The server answers by its contract; the tests look at what it says.
    body: body as Body,
    code: problem?.code,
    issues: problem?.issues?.map(({ path }) => path) ?? [],
  };
}
