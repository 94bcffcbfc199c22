import type { Role } from "@veche/contracts";
import { systemResolve } from "../src/platform/guarded-fetch/system-resolve.ts";
import { createGuardedAsk } from "../src/platform/guarded-fetch/guarded-ask.ts";
import { serverActor } from "../src/platform/db/database.ts";
import { createSessionCookie } from "../src/platform/http/session-cookie.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createSealedText } from "../src/platform/sealed-text.ts";
import {
  createIdentity,
  type IdentityTables,
} from "../src/modules/identity/index.ts";
import {
  createSignIn,
  type CompanyPeople,
  type SignIn,
  type SignInTables,
} from "../src/modules/sign-in/index.ts";
import { createTestClock } from "./clock.ts";
import { createTestDatabase } from "./database.ts";
import { createTestHttp, publicUrl } from "./http.ts";

/** Everybody's here. */
export const password = "correct horse battery";

export interface SignInWorldOptions {
  readonly people?: CompanyPeople;
  /** Whom the server may ask on this machine. */
  readonly innerHosts?: readonly string[];
}

const nobodysCards: CompanyPeople = {
  byEmail: async () => undefined,
  keepEmail: async () => undefined,
};

/** The modules identity and sign-in behind the edge. */
export async function createSignInWorld({
  people = nobodysCards,
  innerHosts = [],
}: SignInWorldOptions = {}) {
  const world = await createTestDatabase<IdentityTables & SignInTables>();
  const clock = createTestClock();
  const { database, log } = world;
  const shared = { clock, timers: clock, ids: systemIds, log };
  const built: { signIn?: SignIn } = {};
  const identity = createIdentity({
    ...shared,
    database: database.narrow(),
    cookie: createSessionCookie(publicUrl),
    sockets: {
      connectedSessions: () => new Set(),
      endSession: () => undefined,
    },
    secondStep: {
      takesPassword: async (user) =>
        (await built.signIn?.mayComeAlone(user)) ?? true,
      byDirectory: async (shown) => built.signIn?.comeByDirectory(shown),
      after: async (user) => built.signIn?.secondStepOf(user),
    },
    sessionLifetimeMs: 12 * 3600_000,
  });
  const signIn = createSignIn({
    ...shared,
    database: database.narrow(),
    identity,
    people,
    innerHosts,
    outside: createGuardedAsk({
      timers: clock,
      resolve: systemResolve,
      allowedHosts: innerHosts,
    }),
    secrets: createSealedText("key"),
    productName: async () => "Veche",
    publicUrl,
  });
  built.signIn = signIn;
  const http = await createTestHttp({
    clock,
    routes: [...identity.routes, ...signIn.routes],
    authenticate: {
      session: (token) => identity.resolveSession(token, "127.0.0.1"),
      bearer: async () => undefined,
    },
  });
  const seed = (login: string, roles: readonly Role[] = ["employee"]) =>
    identity.createUser(serverActor, {
      ...{ login, name: login, password, roles, language: "en" },
    });
  const ask = async <Answer>(
    line: string,
    body?: object,
    token?: string,
  ): Promise<{ status: number; body: Answer; token: string | undefined }> => {
    const [method = "GET", path = ""] = line.split(" ");
    const answer = await http.inject({
      // One of the methods written in the tests.
      method: method as "GET",
      url: `/api/v1${path}`,
      headers: {
        origin: publicUrl,
        ...(token === undefined ? {} : { cookie: `veche_session=${token}` }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: answer.statusCode,
      body: answer.body === "" ? (null as Answer) : answer.json<Answer>(),
      token: answer.cookies[0]?.value,
    };
  };
  return {
    ...{ ...world, clock, identity, signIn, ask, seed },
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await signIn[Symbol.asyncDispose]();
      await identity[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

export const refusal = (code: string) => ({ body: { code } });
