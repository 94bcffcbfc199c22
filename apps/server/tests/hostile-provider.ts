import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";

type Token = Readonly<Record<string, unknown>>;

/** A provider that answers whatever a test tells it to. */
export interface HostileProvider extends AsyncDisposable {
  readonly issuer: string;
  /** What its next identity token says; by default it is in order. */
  tells(change: (honest: Token) => Token, how?: "unsigned" | "foreign"): void;
  /** What it says of itself beside the usual. */
  describes(metadata: Token): void;
  /** Sends the browser back for a question, as its address asked it. */
  answerTo(address: string, more?: Readonly<Record<string, string>>): string;
}

export const hostileClient = "veche";

async function createSigner(issuer: () => string) {
  const [own, foreign] = await Promise.all([
    generateKeyPair("RS256"),
    generateKeyPair("RS256"),
  ]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "1", alg: "RS256" };
  const honest = (nonce: string | undefined): Token => ({
    ...{ iss: issuer(), aud: hostileClient, sub: "mallory", nonce },
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 300,
  });
  const sign = (
    token: Token,
    how: "honest" | "unsigned" | "foreign",
  ): Promise<string> | string =>
    how === "unsigned"
      ? new UnsecuredJWT(token).encode()
      : new SignJWT(token)
          .setProtectedHeader({ alg: "RS256", kid: "1" })
          .sign(how === "foreign" ? foreign.privateKey : own.privateKey);
  return { jwk, honest, sign };
}

export async function startHostileProvider(): Promise<HostileProvider> {
  let issuer = "";
  const { jwk, honest, sign } = await createSigner(() => issuer);
  let change = (token: Token): Token => token;
  let how: "honest" | "unsigned" | "foreign" = "honest";
  let described: Token = {};
  let nonce: string | undefined;
  const pages: Readonly<Record<string, () => Promise<object> | object>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      authorization_response_iss_parameter_supported: true,
      ...described,
    }),
    "/keys": () => ({ keys: [jwk] }),
    "/token": async () => ({
      access_token: "a",
      token_type: "Bearer",
      id_token: await sign(change(honest(nonce)), how),
    }),
  };
  const server = createServer((request, answer) => {
    const page = pages[request.url ?? ""];
    request.resume();
    answer.setHeader("content-type", "application/json");
    answer.statusCode = page === undefined ? 404 : 200;
    void Promise.resolve(page?.() ?? {}).then((body) =>
      answer.end(JSON.stringify(body)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, so it is no pipe's name.
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    tells(next, manner) {
      change = next;
      how = manner ?? "honest";
    },
    describes: (metadata) => void (described = metadata),
    answerTo(address, more = {}) {
      const asked = new URL(address).searchParams;
      nonce = asked.get("nonce") ?? undefined;
      const state = asked.get("state") ?? "";
      const answer = { code: "c", state, iss: issuer, ...more };
      return `?${new URLSearchParams(answer).toString()}`;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
