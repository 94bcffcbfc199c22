import {
  companySignInEndpoints,
  signInEndpoints as endpoints,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { createRateLimiter, times } from "../../../platform/rate-limiter.ts";
import { defaultSignInLimits } from "../../identity/index.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { listProviders } from "../store/oidc-providers.ts";
import { hasPasskeys } from "../store/passkeys.ts";
import { readPolicy } from "../store/policy.ts";
import { askPasskey } from "../use-cases/ask-passkey.ts";
import { askSecondStep } from "../use-cases/ask-second-step.ts";
import { checkCode } from "../use-cases/check-code.ts";
import {
  beginCompany,
  finishCompany,
} from "../use-cases/come-through-company.ts";
import { beginTotp, confirmTotp } from "../use-cases/enrol-totp.ts";
import { requireFlow, spendFlow } from "../use-cases/flows.ts";
import { checkPasskey } from "../use-cases/sign-in-with-passkey.ts";

/** Refuses `request.rate_limited` for an address that tries too often. */
type Slow = (address: string) => void;

const slowTo = ({ clock, rateFactor = 1 }: SignInPowers): Slow => {
  const rate = times(defaultSignInLimits.perAddress, rateFactor);
  const limiter = createRateLimiter({ clock, rate });
  return (address) => {
    const retryAfterMs = limiter.take(address);
    if (retryAfterMs > 0)
      throw new AppError("request.rate_limited", { retryAfterMs });
  };
};

/** What stands at the door: nobody is signed in yet. */
export function doorRoutes(powers: SignInPowers): readonly Route[] {
  const slow = slowTo(powers);
  return [
    waysRoute(powers),
    ...codeRoutes(powers, slow),
    ...enrolmentRoutes(powers, slow),
    ...passkeyRoutes(powers, slow),
    ...companyRoutes(powers, slow),
  ];
}

const waysRoute = ({ database: { db } }: SignInPowers): Route =>
  route(endpoints.getSignInWays, async () => {
    const [passkeys, policy, providers] = await Promise.all([
      hasPasskeys(db),
      readPolicy(db),
      listProviders(db),
    ]);
    return {
      passkeys,
      isCompanyOnly: policy.companyOnly !== null,
      companies: providers
        .filter(({ isOff }) => !isOff)
        .map(({ id, name }) => ({ id, name })),
    };
  });

const companyRoutes = (powers: SignInPowers, slow: Slow): readonly Route[] => [
  route(
    companySignInEndpoints.beginCompanySignIn,
    async ({ params: { providerId }, http }) => {
      slow(http.request.ip);
      return beginCompany(powers, providerId);
    },
  ),
  route(
    companySignInEndpoints.finishCompanySignIn,
    async ({ body: { ticket, answer }, http }) => {
      const address = http.request.ip;
      slow(address);
      const came = await finishCompany(powers, { ticket, answer, address });
      const { leaveAddress } = came;
      const more = await askSecondStep(powers, came.user);
      if (more !== undefined) return { answer: more, leaveAddress };
      const userId = came.user.id;
      const means = "company";
      const user = await powers.identity.letIn(http, { userId, means });
      return { answer: { kind: "signed_in" as const, user }, leaveAddress };
    },
  ),
];

const codeRoutes = (powers: SignInPowers, slow: Slow): readonly Route[] => [
  route(endpoints.signInWithCode, async ({ body, http }) => {
    const address = http.request.ip;
    slow(address);
    const { ticket, code } = body;
    const kinds = ["second_step"] as const;
    const { userId } = await requireFlow(powers, ticket, kinds);
    const means = await checkCode(powers, { userId, code, address });
    await spendFlow(powers, ticket, kinds);
    return powers.identity.letIn(http, { userId, means });
  }),
];

const enrolmentRoutes = (
  powers: SignInPowers,
  slow: Slow,
): readonly Route[] => [
  route(
    endpoints.beginRequiredEnrolment,
    async ({ body: { ticket }, actor, http }) => {
      slow(http.request.ip);
      const { userId } = await requireFlow(powers, ticket, ["enrolment"]);
      return beginTotp(powers, actor, userId);
    },
  ),
  route(
    endpoints.finishRequiredEnrolment,
    async ({ body: { ticket, code }, actor, http }) => {
      slow(http.request.ip);
      const { userId } = await requireFlow(powers, ticket, ["enrolment"]);
      const codes = await confirmTotp(powers, actor, { userId, code });
      await spendFlow(powers, ticket, ["enrolment"]);
      const means = "totp";
      const user = await powers.identity.letIn(http, { userId, means });
      return { user, recoveryCodes: [...(codes ?? [])] };
    },
  ),
];

const passkeyRoutes = (powers: SignInPowers, slow: Slow): readonly Route[] => [
  route(endpoints.askForPasskey, async ({ body: { ticket }, http }) => {
    slow(http.request.ip);
    return askPasskey(powers, ticket);
  }),
  route(endpoints.signInWithPasskey, async ({ body, http }) => {
    const address = http.request.ip;
    slow(address);
    const userId = await checkPasskey(powers, { ...body, address });
    return powers.identity.letIn(http, { userId, means: "passkey" });
  }),
];
