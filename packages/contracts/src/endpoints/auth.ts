import { Type } from "typebox";
import { SessionIdSchema } from "../ids.ts";
import { Login, Password, Session, User } from "../principals.ts";
import { closed } from "../shapes.ts";
import { SignInAnswer } from "../sign-in.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Sign-in";
const Empty = Type.Null();

export const authEndpoints = {
  signIn: endpoint({
    method: "POST",
    path: "/api/v1/auth/sign-in",
    tag,
    summary:
      "Sign in with login and password; sets the session cookie, unless a second step is asked for",
    access: { kind: "public" },
    body: closed({ login: Login, password: Password }),
    status: 200,
    response: SignInAnswer,
    errors: [
      "auth.wrong_credentials",
      "auth.locked",
      "auth.company_only",
      "auth.company_stranger",
      "auth.company_blocked",
      "auth.company_unreachable",
    ],
  }),
  signOut: endpoint({
    method: "POST",
    path: "/api/v1/auth/sign-out",
    tag,
    summary: "End the present session and its sockets",
    access: { kind: "user" },
    status: 204,
    response: Empty,
    errors: [],
  }),
  getMe: endpoint({
    method: "GET",
    path: "/api/v1/auth/me",
    tag,
    summary: "The signed-in user",
    access: { kind: "user" },
    status: 200,
    response: User,
    errors: [],
  }),
  updateMe: endpoint({
    method: "PATCH",
    path: "/api/v1/auth/me",
    tag,
    summary: "Change one's own language",
    access: { kind: "user" },
    body: closed({ language: User.properties.language }),
    status: 200,
    response: User,
    errors: [],
  }),
  changePassword: endpoint({
    method: "POST",
    path: "/api/v1/auth/password",
    tag,
    summary: "Change one's own password; ends all other sessions",
    access: { kind: "user" },
    body: closed({ currentPassword: Password, newPassword: Password }),
    status: 204,
    response: Empty,
    errors: ["auth.wrong_credentials", "auth.weak_password", "auth.locked"],
  }),
  listSessions: endpoint({
    method: "GET",
    path: "/api/v1/auth/sessions",
    tag,
    summary: "One's own live sessions",
    access: { kind: "user" },
    status: 200,
    response: closed({ sessions: Type.Array(Session) }),
    errors: [],
  }),
  endSession: endpoint({
    method: "DELETE",
    path: "/api/v1/auth/sessions/:sessionId",
    tag,
    summary: "End one of one's own sessions; its sockets close at once",
    access: { kind: "user" },
    params: closed({ sessionId: SessionIdSchema }),
    status: 204,
    response: Empty,
    errors: ["request.not_found"],
  }),
  createRealtimeTicket: endpoint({
    method: "POST",
    path: "/api/v1/realtime/tickets",
    tag,
    summary:
      "A ticket that opens one socket within 30 seconds, for clients that hold a token and no cookie",
    access: { kind: "principal", guests: true },
    status: 201,
    response: closed({ ticket: Type.String(), expiresInMs: Type.Integer() }),
    errors: [],
  }),
} as const;
