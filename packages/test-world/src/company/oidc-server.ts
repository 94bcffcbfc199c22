import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { freePort } from "../server/free-port.ts";

/** What the provider tells of somebody, by the login they enter there. */
export type OidcAccounts = Readonly<
  Record<string, Readonly<Record<string, unknown>>>
>;

export interface OidcServerOptions {
  readonly accounts: OidcAccounts;
  /** Where it may send browsers back to. */
  readonly returnAddress: string;
  readonly leaveAddress: string;
}

/** A real OpenID Connect provider on this machine; whoever enters a known login is in, whatever the password. */
export interface OidcServer extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const clientId = "veche";
const clientSecret = "what-the-provider-gave-to-us-once";

export async function startOidcServer({
  accounts,
  returnAddress,
  leaveAddress,
}: OidcServerOptions): Promise<OidcServer> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [returnAddress],
        post_logout_redirect_uris: [leaveAddress],
      },
    ],
    cookies: { keys: ["a key of the test"] },
    claims: {
      openid: ["sub"],
      profile: ["name", "preferred_username", "locale"],
      email: ["email", "email_verified"],
      groups: ["groups"],
    },
    scopes: ["openid", "profile", "email", "groups"],
    findAccount: (_context, sub) => {
      const claims = accounts[sub];
      return claims === undefined
        ? undefined
        : { accountId: sub, claims: async () => ({ ...claims, sub }) };
    },
    // Nobody is asked whether the company may know their name.
    async loadExistingGrant({ oidc }) {
      const { client, session, params } = oidc;
      const grant = new provider.Grant({
        ...(client !== undefined && { clientId: client.clientId }),
        ...(session?.accountId !== undefined && {
          accountId: session.accountId,
        }),
      });
      grant.addOIDCScope(String(params?.["scope"]));
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    ...{ issuer, clientId, clientSecret },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
