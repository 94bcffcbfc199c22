import { authEndpoints, type Session } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import {
  createRateLimiter,
  times,
  type Rate,
} from "../../../platform/rate-limiter.ts";
import { SESSION_LONGEST_S } from "../domain/session-lifetime.ts";
import { defaultSignInLimits, type IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { listLiveSessions, type SessionRow } from "../store/sessions.ts";
import { changeUser, findUser, toUser } from "../store/users.ts";
import { changePassword } from "../use-cases/change-password.ts";
import { endOneSession } from "../use-cases/end-sessions.ts";
import { signIn } from "../use-cases/sign-in.ts";

type Deps = IdentityDeps & { readonly passwords: PasswordHash };

export function authRoutes(deps: Deps): readonly Route[] {
  return [
    signInRoute(deps),
    signOutRoute(deps),
    ...ownUserRoutes(deps),
    ...sessionRoutes(deps),
  ];
}

function signInRoute(deps: Deps): Route {
  const { clock, cookie, limits = defaultSignInLimits, rateFactor = 1 } = deps;
  const limiter = (rate: Rate) =>
    createRateLimiter({ clock, rate: times(rate, rateFactor) });
  const byAddress = limiter(limits.perAddress);
  const byLogin = limiter(limits.perLogin);
  return route(
    authEndpoints.signIn,
    async ({ body: { login, password }, http: { request, reply } }) => {
      const retryAfterMs = byAddress.take(request.ip) || byLogin.take(login);
      if (retryAfterMs > 0)
        throw new AppError("request.rate_limited", { retryAfterMs });
      const result = await signIn(deps, {
        login,
        password,
        address: request.ip,
        userAgent: request.headers["user-agent"],
        oldToken: cookie.read(request.headers.cookie),
      });
      if (!result.ok) {
        const { ok: _, reason, ...wait } = result;
        throw new AppError(`auth.${reason}`, wait);
      }
      // The server decides when the session ends; the cookie only has to live as long.
      if (result.token !== undefined)
        cookie.set(reply, result.token, SESSION_LONGEST_S);
      return result.answer;
    },
  );
}

function signOutRoute({ database, cookie }: Deps): Route {
  return route(
    authEndpoints.signOut,
    async ({ principal, actor, http: { reply } }) => {
      const { id: userId, sessionId } = principal;
      const reason = "signed_out";
      await endOneSession({ database }, actor, { userId, sessionId, reason });
      cookie.clear(reply);
      return null;
    },
  );
}

function ownUserRoutes(deps: Deps): readonly Route[] {
  const { database } = deps;
  return [
    route(authEndpoints.getMe, async ({ principal }) => {
      const user = await findUser(database.db, principal.id);
      if (user === undefined) throw new AppError("auth.session_ended");
      return toUser(user);
    }),
    route(authEndpoints.updateMe, async ({ principal, actor, body }) =>
      database.transact(actor, async ({ tx, happened }) => {
        const user = await changeUser(tx, principal.id, body);
        const userId = user.id;
        happened({ type: "user.changed", userId, fields: "language" });
        return toUser(user);
      }),
    ),
    route(
      authEndpoints.changePassword,
      async ({ principal: { id: userId, sessionId }, actor, body }) => {
        await changePassword(deps, actor, { userId, sessionId, ...body });
        return null;
      },
    ),
  ];
}

function sessionRoutes({
  database,
  sessionLifetimeMs: lifetimeMs,
}: Deps): readonly Route[] {
  return [
    route(authEndpoints.listSessions, async ({ principal }) => {
      const rows = await listLiveSessions(
        database.db,
        principal.id,
        lifetimeMs,
      );
      return {
        sessions: rows.map((row) => ({
          ...toSession(row, lifetimeMs),
          isCurrent: row.id === principal.sessionId,
        })),
      };
    }),
    route(
      authEndpoints.endSession,
      async ({ principal, actor, params: { sessionId } }) => {
        const userId = principal.id;
        const reason = "revoked";
        const session = { userId, sessionId, reason } as const;
        if (!(await endOneSession({ database }, actor, session)))
          throw new AppError("request.not_found");
        return null;
      },
    ),
  ];
}

function toSession(
  row: SessionRow,
  lifetimeMs: number,
): Omit<Session, "isCurrent"> {
  const { id, createdAt, lastUsedAt, expiresAt, device, address } = row;
  const idleEndMs = lastUsedAt.getTime() + lifetimeMs;
  const endsAt = idleEndMs < expiresAt.getTime() ? idleEndMs : expiresAt;
  return {
    id,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    expiresAt: new Date(endsAt).toISOString(),
    device,
    address,
  };
}
