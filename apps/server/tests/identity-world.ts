import { expect } from "vitest";
import type { Role, SessionId } from "@veche/contracts";
import {
  createIdentity,
  type IdentityDeps,
  type IdentityTables,
} from "../src/modules/identity/index.ts";
import { serverActor } from "../src/platform/db/database.ts";
import { createSessionCookie } from "../src/platform/http/session-cookie.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createTestClock } from "./clock.ts";
import { createTestDatabase } from "./database.ts";
import { createTestHttp, publicUrl } from "./http.ts";

interface Asking {
  readonly token?: string;
  readonly body?: object;
  /** The address it comes from; otherwise this machine's own. */
  readonly from?: string;
}

export const password = "correct horse battery";

/** The module on a real database and its own HTTP server, with people at will; all have the password. */
export async function createIdentityWorld(
  options: Pick<IdentityDeps, "areNetworksApplied" | "limits"> = {},
) {
  const world = await createTestDatabase<IdentityTables>();
  const clock = createTestClock();
  const connected = new Set<SessionId>();
  const closed: SessionId[] = [];
  const identity = createIdentity({
    database: world.database,
    clock,
    timers: clock,
    ids: systemIds,
    log: world.log,
    cookie: createSessionCookie(publicUrl),
    sockets: {
      connectedSessions: () => connected,
      endSession: (sessionId) => void closed.push(sessionId),
    },
    sessionLifetimeMs: 12 * 3600_000,
    ...options,
  });
  const http = await createTestHttp({
    clock,
    routes: identity.routes,
    authenticate: {
      session: (token, address) => identity.resolveSession(token, address),
      bearer: async () => undefined,
    },
  });
  const seed = (login: string, roles: readonly Role[] = ["employee"]) =>
    identity.createUser(serverActor, {
      login,
      name: login,
      password,
      roles,
      language: "en",
    });
  const ask = (
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    { token, body, from }: Asking = {},
  ) =>
    http.inject({
      ...(from === undefined ? {} : { remoteAddress: from }),
      method,
      url: `/api/v1${path}`,
      headers: {
        origin: publicUrl,
        "user-agent":
          "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        ...(token === undefined ? {} : { cookie: `veche_session=${token}` }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
  const tryPassword = (login: string, tried: string, token?: string) =>
    ask("POST", "/auth/sign-in", {
      body: { login, password: tried },
      ...(token ? { token } : {}),
    });
  const signIn = async (login: string, token?: string): Promise<string> => {
    const answer = await tryPassword(login, password, token);
    expect(answer.statusCode).toBe(200);
    return answer.cookies[0]?.value ?? "";
  };
  return {
    ...world,
    clock,
    connected,
    closed,
    identity,
    /** Whose live session a token names. */
    sessionOf: (token: string) => identity.resolveSession(token, "127.0.0.1"),
    ask,
    seed,
    signIn,
    tryPassword,
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await identity[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}
