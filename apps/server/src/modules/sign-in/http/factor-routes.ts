import { signInEndpoints as endpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { isRequired } from "../domain/second-steps.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { listPasskeys } from "../store/passkeys.ts";
import { readFactors, readPolicy } from "../store/policy.ts";
import { findTotp } from "../store/totp.ts";
import { addPasskey, toPasskey } from "../use-cases/add-passkey.ts";
import { askNewPasskey } from "../use-cases/ask-passkey.ts";
import { beginTotp, confirmTotp } from "../use-cases/enrol-totp.ts";
import { changePolicy } from "../use-cases/local-ways.ts";
import { makeRecoveryCodes } from "../use-cases/recovery-codes.ts";
import { removeFactor, resetFactors } from "../use-cases/remove-factors.ts";

/** A page left open is not enough to change how one signs in: everything here asks for the password again. */
export const factorRoutes = (powers: SignInPowers): readonly Route[] => [
  ownFactors(powers),
  ...totpRoutes(powers),
  ...passkeyRoutes(powers),
  ...adminRoutes(powers),
];

const ownFactors = ({ database: { db } }: SignInPowers): Route =>
  route(endpoints.getSecondFactors, async ({ principal: { id, roles } }) => {
    const [totp, keys, factors, policy] = await Promise.all([
      findTotp(db, id),
      listPasskeys(db, id),
      readFactors(db, id),
      readPolicy(db),
    ]);
    return {
      totpSince: totp?.since?.toISOString() ?? null,
      passkeys: keys.map(toPasskey),
      recoveryCodesLeft: factors.recoveryCodesLeft,
      isRequired: isRequired(roles, policy.secondFactorRoles),
    };
  });

function totpRoutes(powers: SignInPowers): readonly Route[] {
  const { identity } = powers;
  return [
    route(endpoints.beginTotp, async ({ principal, actor, body }) => {
      const { id: userId } = principal;
      await identity.requirePassword(actor, { userId, ...body });
      return beginTotp(powers, actor, userId);
    }),
    route(endpoints.confirmTotp, async ({ principal, actor, body }) => {
      const of = { userId: principal.id, ...body };
      const codes = await confirmTotp(powers, actor, of);
      return { recoveryCodes: codes === undefined ? null : [...codes] };
    }),
    route(endpoints.removeTotp, async ({ principal, actor, body }) => {
      const { id: userId } = principal;
      await identity.requirePassword(actor, { userId, ...body });
      const removal = { factor: "totp" } as const;
      await removeFactor(powers, actor, { userId, removal });
      return null;
    }),
    route(endpoints.makeRecoveryCodes, async ({ principal, actor, body }) => {
      const { id: userId } = principal;
      await identity.requirePassword(actor, { userId, ...body });
      const codes = await makeRecoveryCodes(powers, actor, userId);
      return { recoveryCodes: [...codes] };
    }),
  ];
}

function passkeyRoutes(powers: SignInPowers): readonly Route[] {
  const { identity } = powers;
  return [
    route(endpoints.askForNewPasskey, async ({ principal, actor, body }) => {
      const { id: userId } = principal;
      await identity.requirePassword(actor, { userId, ...body });
      return askNewPasskey(powers, userId);
    }),
    route(endpoints.addPasskey, async ({ principal, actor, body }) => {
      const given = { userId: principal.id, ...body };
      const { passkey, recoveryCodes } = await addPasskey(powers, actor, given);
      return {
        passkey,
        recoveryCodes: recoveryCodes === undefined ? null : [...recoveryCodes],
      };
    }),
    route(
      endpoints.removePasskey,
      async ({ principal, actor, body, params: { passkeyId } }) => {
        const { id: userId } = principal;
        await identity.requirePassword(actor, { userId, ...body });
        const removal = { factor: "passkey", passkeyId } as const;
        await removeFactor(powers, actor, { userId, removal });
        return null;
      },
    ),
  ];
}

function adminRoutes(powers: SignInPowers): readonly Route[] {
  const { database } = powers;
  return [
    route(endpoints.resetSecondFactors, async ({ actor, params }) => {
      await resetFactors(powers, actor, params.userId);
      return null;
    }),
    route(endpoints.getSignInPolicy, async () => readPolicy(database.db)),
    route(endpoints.updateSignInPolicy, ({ actor, body }) =>
      changePolicy(powers, actor, body),
    ),
  ];
}
