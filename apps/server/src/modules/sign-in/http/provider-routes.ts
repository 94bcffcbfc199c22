import { companySignInEndpoints as endpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { leaveAddressOf, returnAddressOf } from "../oidc/ask-provider.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { listProviders, toProvider } from "../store/oidc-providers.ts";
import {
  createProvider,
  removeProvider,
  tryProvider,
  updateProvider,
} from "../use-cases/change-providers.ts";

/** Providers of the company that people sign in through; for administrators. */
export const providerRoutes = (powers: SignInPowers): readonly Route[] => [
  route(endpoints.listOidcProviders, async () => ({
    items: (await listProviders(powers.database.db)).map(toProvider),
    returnAddress: returnAddressOf(powers.publicUrl),
    leaveAddress: leaveAddressOf(powers.publicUrl),
  })),
  route(endpoints.createOidcProvider, ({ actor, body }) =>
    createProvider(powers, actor, body),
  ),
  route(
    endpoints.updateOidcProvider,
    ({ actor, params: { providerId: id }, body }) =>
      updateProvider(powers, actor, { ...body, id }),
  ),
  route(endpoints.deleteOidcProvider, async ({ actor, params }) => {
    await removeProvider(powers, actor, params.providerId);
    return null;
  }),
  route(endpoints.testOidcProvider, ({ params }) =>
    tryProvider(powers, params.providerId),
  ),
];
