import { SignJWT } from "jose";
import { Type } from "typebox";
import { closed, endpoint } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Clock } from "../../platform/clock.ts";
import { route, type Route } from "../../platform/http/route.ts";
import type { Workspace } from "../../modules/workspace/index.ts";
import { demoCustomer } from "./people.ts";
import { DEMO_SITE_KEY } from "./seed-demo.ts";

const TOKEN_LIFETIME_S = 300;

const identityToken = endpoint({
  method: "GET",
  path: "/shop/identity-token",
  tag: "Demo shop",
  summary: "What a company's own site does for its signed-in customer",
  access: { kind: "public" },
  status: 200,
  response: closed({ token: Type.String() }),
  errors: ["site.unknown"],
});

export interface ShopSignInDeps {
  readonly workspace: Pick<Workspace, "siteByKey" | "siteSecret">;
  readonly clock: Clock;
}

/** Plays the company's server: signs who the demo shop's customer is (docs/protocol/customer-identity.md). */
export const shopSignIn = ({ workspace, clock }: ShopSignInDeps): Route =>
  route(identityToken, async () => {
    const site = await workspace.siteByKey(DEMO_SITE_KEY);
    if (site === undefined) throw new AppError("site.unknown");
    const { externalId, ...claims } = demoCustomer;
    const issuedAtS = Math.floor(clock.now().getTime() / 1000);
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(externalId)
      .setAudience(site.key)
      .setIssuedAt(issuedAtS)
      .setExpirationTime(issuedAtS + TOKEN_LIFETIME_S)
      .sign(new TextEncoder().encode(await workspace.siteSecret(site.id)));
    return { token };
  });
