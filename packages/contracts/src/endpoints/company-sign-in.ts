import { Type } from "typebox";
import {
  CompanyEntry,
  CompanyReturn,
  CompanyStart,
  OidcProvider,
  OidcProviderDraft,
  OidcProviderList,
  ProviderTest,
} from "../company-sign-in.ts";
import { OidcProviderIdSchema } from "../ids.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Sign-in";
const open = { kind: "public" } as const;
const admin = { kind: "user", anyOf: ["admin"] } as const;
const params = closed({ providerId: OidcProviderIdSchema });

/** Signing in through the company (B18). */
export const companySignInEndpoints = {
  beginCompanySignIn: endpoint({
    method: "POST",
    path: "/api/v1/auth/company/:providerId/start",
    tag,
    summary: "Where to go to sign in through the company",
    access: open,
    params,
    status: 200,
    response: CompanyStart,
    errors: ["request.not_found", "auth.company_unreachable"],
  }),
  finishCompanySignIn: endpoint({
    method: "POST",
    path: "/api/v1/auth/company/return",
    tag,
    summary:
      "Sign in with what the company's provider answered; sets the session cookie, unless a second step is asked for",
    access: open,
    body: CompanyReturn,
    status: 200,
    response: CompanyEntry,
    errors: [
      "auth.step_expired",
      "auth.company_denied",
      "auth.company_failed",
      "auth.company_stranger",
      "auth.company_blocked",
      "auth.company_unreachable",
    ],
  }),
  listOidcProviders: endpoint({
    method: "GET",
    path: "/api/v1/sign-in/providers",
    tag,
    summary: "Providers of the company that people sign in through",
    access: admin,
    status: 200,
    response: OidcProviderList,
    errors: [],
  }),
  createOidcProvider: endpoint({
    method: "POST",
    path: "/api/v1/sign-in/providers",
    tag,
    summary: "Let people sign in through a provider",
    access: admin,
    body: OidcProviderDraft,
    status: 201,
    response: OidcProvider,
    errors: [],
  }),
  updateOidcProvider: endpoint({
    method: "PUT",
    path: "/api/v1/sign-in/providers/:providerId",
    tag,
    summary:
      "Change a provider; with another issuer people are matched to their accounts anew",
    access: admin,
    params,
    body: OidcProviderDraft,
    status: 200,
    response: OidcProvider,
    errors: ["request.not_found"],
  }),
  deleteOidcProvider: endpoint({
    method: "DELETE",
    path: "/api/v1/sign-in/providers/:providerId",
    tag,
    summary: "Nobody signs in through this provider any more",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found"],
  }),
  testOidcProvider: endpoint({
    method: "POST",
    path: "/api/v1/sign-in/providers/:providerId/test",
    tag,
    summary: "What keeps people from signing in through this provider",
    access: admin,
    params,
    status: 200,
    response: ProviderTest,
    errors: ["request.not_found"],
  }),
} as const;
