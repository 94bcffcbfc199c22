import { Type } from "typebox";
import { PasskeyIdSchema, UserIdSchema } from "../ids.ts";
import { Password, User } from "../principals.ts";
import { closed, DisplayName, nullable } from "../shapes.ts";
import {
  Passkey,
  PasskeyAnswer,
  PasskeyQuestion,
  RecoveryCodes,
  SecondFactors,
  SignInPolicy,
  SignInTicket,
  SignInWays,
  StepCode,
  TotpEnrolment,
} from "../sign-in.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Sign-in";
const open = { kind: "public" } as const;
const own = { kind: "user" } as const;
const admin = { kind: "user", anyOf: ["admin"] } as const;
const ofPassword = ["auth.wrong_credentials", "auth.locked"] as const;
const ofStep = [
  "auth.step_expired",
  "auth.wrong_code",
  "auth.locked",
  "auth.wrong_credentials",
] as const;

/** Signing in beyond the password. */
export const signInEndpoints = {
  getSignInWays: endpoint({
    method: "GET",
    path: "/api/v1/auth/ways",
    tag,
    summary: "What the sign-in page offers beside login and password",
    access: open,
    status: 200,
    response: SignInWays,
    errors: [],
  }),
  signInWithCode: endpoint({
    method: "POST",
    path: "/api/v1/auth/second-step/code",
    tag,
    summary:
      "Finish signing in with a code of an application or a recovery code; sets the session cookie",
    access: open,
    body: closed({ ticket: SignInTicket, code: StepCode }),
    status: 200,
    response: User,
    errors: ofStep,
  }),
  beginRequiredEnrolment: endpoint({
    method: "POST",
    path: "/api/v1/auth/second-step/enrolment",
    tag,
    summary: "Set up codes of an application, where signing in asks for it",
    access: open,
    body: closed({ ticket: SignInTicket }),
    status: 200,
    response: TotpEnrolment,
    errors: ["auth.step_expired"],
  }),
  finishRequiredEnrolment: endpoint({
    method: "POST",
    path: "/api/v1/auth/second-step/enrolment/confirmation",
    tag,
    summary:
      "Show with a code that the application was set up; sets the session cookie",
    access: open,
    body: closed({ ticket: SignInTicket, code: StepCode }),
    status: 200,
    response: closed({ user: User, recoveryCodes: RecoveryCodes }),
    errors: ofStep,
  }),
  askForPasskey: endpoint({
    method: "POST",
    path: "/api/v1/auth/passkeys/question",
    tag,
    summary:
      "What to ask the browser's passkeys: as the second step of a ticket, or instead of login and password",
    access: open,
    body: closed({ ticket: nullable(SignInTicket) }),
    status: 200,
    response: PasskeyQuestion,
    errors: ["auth.step_expired"],
  }),
  signInWithPasskey: endpoint({
    method: "POST",
    path: "/api/v1/auth/passkeys/sign-in",
    tag,
    summary: "Sign in with a passkey; sets the session cookie",
    access: open,
    body: closed({ ticket: SignInTicket, answer: PasskeyAnswer }),
    status: 200,
    response: User,
    errors: ["auth.step_expired", "auth.passkey_refused", "auth.company_only"],
  }),
  getSecondFactors: endpoint({
    method: "GET",
    path: "/api/v1/auth/factors",
    tag,
    summary: "One's own second factors",
    access: own,
    status: 200,
    response: SecondFactors,
    errors: [],
  }),
  beginTotp: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/totp",
    tag,
    summary:
      "Set up codes of an application; they are asked for once one was shown",
    access: own,
    body: closed({ password: Password }),
    status: 200,
    response: TotpEnrolment,
    errors: ofPassword,
  }),
  confirmTotp: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/totp/confirmation",
    tag,
    summary:
      "Show with a code that the application was set up; the first factor brings recovery codes",
    access: own,
    body: closed({ code: StepCode }),
    status: 200,
    response: closed({ recoveryCodes: nullable(RecoveryCodes) }),
    errors: ["auth.step_expired", "auth.wrong_code", "auth.locked"],
  }),
  removeTotp: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/totp/removal",
    tag,
    summary: "No longer ask for codes of the application",
    access: own,
    body: closed({ password: Password }),
    status: 204,
    response: Type.Null(),
    errors: [...ofPassword, "auth.second_factor_required"],
  }),
  makeRecoveryCodes: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/recovery-codes",
    tag,
    summary: "New recovery codes; the earlier ones are void",
    access: own,
    body: closed({ password: Password }),
    status: 200,
    response: closed({ recoveryCodes: RecoveryCodes }),
    errors: [...ofPassword, "request.conflict"],
  }),
  askForNewPasskey: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/passkeys/question",
    tag,
    summary: "What to ask the browser to make a passkey",
    access: own,
    body: closed({ password: Password }),
    status: 200,
    response: PasskeyQuestion,
    errors: [...ofPassword, "request.conflict"],
  }),
  addPasskey: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/passkeys",
    tag,
    summary:
      "Keep the passkey the browser made; the first factor brings recovery codes",
    access: own,
    body: closed({
      ticket: SignInTicket,
      answer: PasskeyAnswer,
      name: DisplayName,
    }),
    status: 201,
    response: closed({
      passkey: Passkey,
      recoveryCodes: nullable(RecoveryCodes),
    }),
    errors: ["auth.step_expired", "auth.passkey_refused"],
  }),
  removePasskey: endpoint({
    method: "POST",
    path: "/api/v1/auth/factors/passkeys/:passkeyId/removal",
    tag,
    summary: "Forget a passkey",
    access: own,
    params: closed({ passkeyId: PasskeyIdSchema }),
    body: closed({ password: Password }),
    status: 204,
    response: Type.Null(),
    errors: [...ofPassword, "request.not_found", "auth.second_factor_required"],
  }),
  resetSecondFactors: endpoint({
    method: "DELETE",
    path: "/api/v1/users/:userId/factors",
    tag,
    summary:
      "Take all second factors from a user who lost them; ends all their sessions",
    access: admin,
    params: closed({ userId: UserIdSchema }),
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
  getSignInPolicy: endpoint({
    method: "GET",
    path: "/api/v1/sign-in/policy",
    tag,
    summary:
      "Who must sign in with a second factor, and whether passwords serve",
    access: admin,
    status: 200,
    response: SignInPolicy,
    errors: [],
  }),
  updateSignInPolicy: endpoint({
    method: "PUT",
    path: "/api/v1/sign-in/policy",
    tag,
    summary:
      "Change who must sign in with a second factor, and whether passwords serve; holds from the next sign-in on",
    access: admin,
    body: SignInPolicy,
    status: 200,
    response: SignInPolicy,
    errors: [],
  }),
} as const;
