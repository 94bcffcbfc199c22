import { signInEndpoints as endpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { createRateLimiter, times } from "../../../platform/rate-limiter.ts";
import { defaultSignInLimits } from "../../identity/index.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { hasPasskeys } from "../store/passkeys.ts";
import { askPasskey } from "../use-cases/ask-passkey.ts";
import { checkCode } from "../use-cases/check-code.ts";
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
    route(endpoints.getSignInWays, async () => ({
      passkeys: await hasPasskeys(powers.database.db),
    })),
    ...codeRoutes(powers, slow),
    ...enrolmentRoutes(powers, slow),
    ...passkeyRoutes(powers, slow),
  ];
}

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
