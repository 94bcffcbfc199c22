import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  CompanyEntry,
  CompanyStart,
  OidcProvider,
  OidcProviderDraft,
  OidcProviderList,
  ProviderTest,
  SignInAnswer,
  SignInWays,
  User,
  UserId,
} from "@veche/contracts";
import { startOidcServer, type OidcServer } from "@veche/test-world/company";
import {
  hostileClient,
  startHostileProvider,
} from "../../../tests/hostile-provider.ts";
import { publicUrl } from "../../../tests/http.ts";
import { visitProvider } from "../../../tests/provider-visit.ts";
import {
  createSignInWorld,
  password,
  refusal,
} from "../../../tests/sign-in.ts";

const accounts = {
  vera: {
    preferred_username: "vera",
    name: "Vera Petrova",
    email: "Vera@company.test",
    email_verified: true,
    groups: ["desk", "leads"],
    locale: "en-GB",
  },
  mallory: {
    preferred_username: "admin",
    name: "Mallory",
    email: "admin@company.test",
    email_verified: false,
  },
};

let oidc: OidcServer;
beforeAll(async () => {
  oidc = await startOidcServer({
    accounts,
    returnAddress: `${publicUrl}/sign-in/company`,
    leaveAddress: `${publicUrl}/`,
  });
});
afterAll(() => oidc[Symbol.asyncDispose]());

const draftOf = (
  change: Partial<OidcProviderDraft> = {},
): OidcProviderDraft => ({
  name: "Keycloak",
  issuer: oidc.issuer,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  scopes: "openid profile email groups",
  claims: { login: "preferred_username", name: "name", email: "email" },
  rolesClaim: "groups",
  roleRules: [
    { value: "desk", role: "operator" },
    { value: "leads", role: "supervisor" },
  ],
  matches: "nothing",
  createsPeople: false,
  endsCompanySession: false,
  isOff: false,
  ...change,
});

/** A company with an administrator and one provider. */
async function createCompany(
  change: Partial<OidcProviderDraft> = {},
  emails: Readonly<Record<string, UserId>> = {},
) {
  const written: string[] = [];
  const world = await createSignInWorld({
    innerHosts: ["127.0.0.1"],
    people: {
      byEmail: async (email) => emails[email],
      keepEmail: async (_userId, email) => void written.push(email),
    },
  });
  const { ask } = world;
  const boss = await world.seed("boss", ["admin"]);
  const byPassword = (login: string) =>
    ask<SignInAnswer>("POST /auth/sign-in", { login, password });
  const { token: admin = "" } = await byPassword("boss");
  const added = await ask<OidcProvider>(
    "POST /sign-in/providers",
    draftOf(change),
    admin,
  );
  expect(added.status).toBe(201);
  const provider = added.body;
  const start = async () =>
    (await ask<CompanyStart>(`POST /auth/company/${provider.id}/start`)).body;
  const finish = (ticket: string, answer: string) =>
    ask<CompanyEntry>("POST /auth/company/return", { ticket, answer });
  /** All the way, as a browser goes it. */
  const comeAs = async (login: string) => {
    const { ticket, address } = await start();
    return finish(ticket, await visitProvider(address, login));
  };
  const change_ = (next: Partial<OidcProviderDraft>) =>
    ask<OidcProvider>(
      `PUT /sign-in/providers/${provider.id}`,
      { ...draftOf(change), clientSecret: null, ...next },
      admin,
    );
  return {
    ...{ ...world, boss, admin, provider, byPassword, written },
    ...{ start, finish, comeAs, change: change_ },
    test: async () =>
      (
        await ask<ProviderTest>(
          `POST /sign-in/providers/${provider.id}/test`,
          undefined,
          admin,
        )
      ).body.problems,
    facts: async () => (await world.outboxEvents()).map(({ type }) => type),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

const userIn = ({ answer }: CompanyEntry): User => {
  if (answer.kind !== "signed_in") throw new Error(answer.kind);
  return answer.user;
};

describe("coming through the company", () => {
  it("makes an account where the administrator wants that, with the company's name, address and roles", async () => {
    await using company = await createCompany({ createsPeople: true });
    const { status, body, token } = await company.comeAs("vera");
    expect(status).toBe(200);
    expect(userIn(body)).toMatchObject({
      login: "vera",
      name: "Vera Petrova",
      roles: ["supervisor", "operator", "employee"],
      language: "en",
    });
    expect(company.written).toEqual(["vera@company.test"]);
    expect((await company.ask("GET /auth/me", undefined, token)).body).toEqual(
      userIn(body),
    );
    expect(await company.facts()).toEqual(
      expect.arrayContaining([
        "company_identity.linked",
        "user.created",
        "session.started",
      ]),
    );
  });

  it("leads to the same account every time, whatever became of its login and roles", async () => {
    await using company = await createCompany({ createsPeople: true });
    const first = userIn((await company.comeAs("vera")).body);
    await company.change({ createsPeople: true, roleRules: [] });
    const second = userIn((await company.comeAs("vera")).body);
    expect(second).toEqual({ ...first, roles: ["employee"] });
  });

  it("a stranger stays outside where no accounts are made", async () => {
    await using company = await createCompany();
    expect(await company.comeAs("vera")).toMatchObject({
      status: 403,
      ...refusal("auth.company_stranger"),
    });
    expect(await company.facts()).toContain("sign_in.failed");
  });

  it("a blocked person is refused, and is not let in by coming anew", async () => {
    await using company = await createCompany({ createsPeople: true });
    const { id } = userIn((await company.comeAs("vera")).body);
    await company.ask(
      `PATCH /users/${id}`,
      { isDisabled: true },
      company.admin,
    );
    for (const _ of [1, 2])
      expect(await company.comeAs("vera")).toMatchObject(
        refusal("auth.company_blocked"),
      );
  });

  it("asks for the second step as a password does", async () => {
    await using company = await createCompany({ createsPeople: true });
    await company.ask(
      "PUT /sign-in/policy",
      { secondFactorRoles: ["operator"], companyOnly: null },
      company.admin,
    );
    const { body, token } = await company.comeAs("vera");
    expect(body.answer.kind).toBe("must_enrol");
    expect(token).toBeUndefined();
  });

  it("tells where signing out goes on, where the administrator wants that", async () => {
    await using company = await createCompany({
      createsPeople: true,
      endsCompanySession: true,
    });
    const { leaveAddress } = (await company.comeAs("vera")).body;
    expect(leaveAddress).toContain(`${oidc.issuer}/session/end`);
    expect(leaveAddress).toContain(encodeURIComponent(`${publicUrl}/`));
  });

  it("the last administrator stays one, whatever the company says", async () => {
    await using company = await createCompany({ matches: "login" });
    await company.ask(
      `PATCH /users/${company.boss.id}`,
      { name: "Boss" },
      company.admin,
    );
    const vera = await company.seed("vera", ["admin"]);
    await company.ask(`PATCH /users/${vera.id}`, {}, company.admin);
    await company.identity.updateUser(
      { id: null, name: null, address: null },
      { userId: company.boss.id, roles: ["employee"] },
    );
    expect(userIn((await company.comeAs("vera")).body).roles).toContain(
      "admin",
    );
  });
});

describe("an account that is there already", () => {
  it("stays closed unless the administrator lets logins match", async () => {
    await using company = await createCompany({ createsPeople: true });
    await company.seed("vera");
    expect(await company.comeAs("vera")).toMatchObject(
      refusal("auth.company_stranger"),
    );
    await company.change({ matches: "login" });
    expect(userIn((await company.comeAs("vera")).body).login).toBe("vera");
  });

  it("is found by a verified address, and never by one that nobody verified", async () => {
    const emails: Record<string, UserId> = {};
    await using company = await createCompany(
      { matches: "verified_email" },
      emails,
    );
    const petrova = await company.seed("petrova");
    emails["vera@company.test"] = petrova.id;
    emails["admin@company.test"] = company.boss.id;
    expect(userIn((await company.comeAs("vera")).body).id).toBe(petrova.id);
    expect(await company.comeAs("mallory")).toMatchObject(
      refusal("auth.company_stranger"),
    );
  });

  it("has one word of the company's: a login given to somebody else opens nothing", async () => {
    await using company = await createCompany({ matches: "login" });
    await company.seed("admin");
    await company.seed("vera");
    expect((await company.comeAs("vera")).status).toBe(200);
    await company.change({
      matches: "login",
      claims: { login: "name_of_nobody", name: "name", email: "email" },
    });
    // The same login by another claim, but not the same person.
    expect(await company.comeAs("mallory")).toMatchObject(
      refusal("auth.company_stranger"),
    );
  });

  it("is matched anew when the provider becomes another one, which gets no secret of the first", async () => {
    await using company = await createCompany({ matches: "login" });
    await company.seed("vera");
    await company.comeAs("vera");
    await using other = await startHostileProvider();
    const moved = await company.change({ issuer: other.issuer });
    expect(moved.body.hasSecret).toBe(false);
    await company.change({
      matches: "nothing",
      clientSecret: oidc.clientSecret,
    });
    expect(await company.comeAs("vera")).toMatchObject(
      refusal("auth.company_stranger"),
    );
  });
});

describe("an answer that is not the provider's own to this question", () => {
  it("is taken once and from the browser that asked", async () => {
    await using company = await createCompany({ createsPeople: true });
    const { ticket, address } = await company.start();
    const answer = await visitProvider(address, "vera");
    const other = await company.start();
    // Somebody else's answer in one's own browser, and the other way round.
    expect(await company.finish(other.ticket, answer)).toMatchObject(
      refusal("auth.company_failed"),
    );
    expect((await company.finish(ticket, answer)).status).toBe(200);
    expect(await company.finish(ticket, answer)).toMatchObject(
      refusal("auth.step_expired"),
    );
    expect(await company.finish("x".repeat(43), answer)).toMatchObject(
      refusal("auth.step_expired"),
    );
  });

  it("a code that was used is refused by the provider", async () => {
    await using company = await createCompany({ createsPeople: true });
    const { ticket, address } = await company.start();
    const answer = await visitProvider(address, "vera");
    await company.finish(ticket, answer);
    const next = await company.start();
    const code = new URLSearchParams(answer).get("code") ?? "";
    const state = new URL(next.address).searchParams.get("state") ?? "";
    const replayed = new URLSearchParams({ code, state, iss: oidc.issuer });
    expect(
      await company.finish(next.ticket, `?${replayed.toString()}`),
    ).toMatchObject(refusal("auth.company_failed"));
  });

  it("somebody who changed their mind is told so", async () => {
    await using company = await createCompany();
    const { ticket, address } = await company.start();
    const state = new URL(address).searchParams.get("state") ?? "";
    const answer = new URLSearchParams({
      ...{ error: "access_denied", state, iss: oidc.issuer },
    });
    expect(await company.finish(ticket, `?${answer.toString()}`)).toMatchObject(
      refusal("auth.company_denied"),
    );
  });
});

describe("a provider that lies", () => {
  /** Comes in with what the provider made of an honest token. */
  async function comeWith(
    spoil: (
      provider: Awaited<ReturnType<typeof startHostileProvider>>,
    ) => Readonly<Record<string, string>> | undefined,
  ) {
    await using liar = await startHostileProvider();
    await using company = await createCompany({
      ...{ issuer: liar.issuer, clientId: hostileClient },
      ...{ createsPeople: true, scopes: "openid", rolesClaim: null },
      claims: { login: "sub", name: "name", email: "email" },
    });
    const more = spoil(liar);
    const { ticket, address } = await company.start();
    return await company.finish(ticket, liar.answerTo(address, more));
  }

  it("is believed while its token is in order", async () => {
    expect((await comeWith(() => undefined)).status).toBe(200);
  });

  it.each([
    ["is for another question", { nonce: "another" }],
    ["is for no question", { nonce: undefined }],
    ["is over", { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ["is another provider's", { iss: "https://other.test" }],
    ["is for another installation", { aud: "another" }],
    ["names nobody", { sub: undefined }],
  ])("is not believed when its token %s", async (_how, claims) => {
    expect(
      await comeWith((liar) => {
        liar.tells((token) => ({ ...token, ...claims }));
        return undefined;
      }),
    ).toMatchObject(refusal("auth.company_failed"));
  });

  it.each(["unsigned", "foreign"] as const)(
    "is not believed when its token is %s",
    async (how) => {
      expect(
        await comeWith((liar) => {
          liar.tells((token) => token, how);
          return undefined;
        }),
      ).toMatchObject(refusal("auth.company_failed"));
    },
  );

  it("is not mixed up with another that answers in its place", async () => {
    expect(await comeWith(() => ({ iss: "https://other.test" }))).toMatchObject(
      refusal("auth.company_failed"),
    );
  });
});

describe("only through the company", () => {
  it("passwords let in the emergency administrator alone", async () => {
    await using company = await createCompany({ createsPeople: true });
    await company.seed("anna");
    const companyOnly = { emergencyUserId: company.boss.id };
    await company.ask(
      "PUT /sign-in/policy",
      { secondFactorRoles: [], companyOnly },
      company.admin,
    );
    expect(await company.byPassword("anna")).toMatchObject({
      status: 403,
      ...refusal("auth.company_only"),
    });
    // Who does not know the password learns nothing of that.
    const wrong = { login: "anna", password: "a wrong password" };
    expect(await company.ask("POST /auth/sign-in", wrong)).toMatchObject(
      refusal("auth.wrong_credentials"),
    );
    expect((await company.byPassword("boss")).status).toBe(200);
    expect((await company.comeAs("vera")).status).toBe(200);
    const ways = await company.ask<SignInWays>("GET /auth/ways");
    expect(ways.body).toEqual({
      passkeys: false,
      isCompanyOnly: true,
      companies: [{ id: company.provider.id, name: "Keycloak" }],
    });
  });

  it("any administrator may use a password once the emergency one is none", async () => {
    await using company = await createCompany();
    const second = await company.seed("second", ["admin"]);
    await company.ask(
      "PUT /sign-in/policy",
      { secondFactorRoles: [], companyOnly: { emergencyUserId: second.id } },
      company.admin,
    );
    expect((await company.byPassword("boss")).status).toBe(403);
    await company.ask(
      `PATCH /users/${second.id}`,
      { isDisabled: true },
      company.admin,
    );
    expect((await company.byPassword("boss")).status).toBe(200);
  });

  it("nobody but an administrator can be the one for emergencies", async () => {
    await using company = await createCompany();
    const anna = await company.seed("anna");
    expect(
      await company.ask(
        "PUT /sign-in/policy",
        { secondFactorRoles: [], companyOnly: { emergencyUserId: anna.id } },
        company.admin,
      ),
    ).toMatchObject(refusal("request.invalid"));
  });
});

describe("the administrator's page", () => {
  it("never tells a secret again, and tells the provider's addresses", async () => {
    await using company = await createCompany();
    const list = await company.ask<OidcProviderList>(
      "GET /sign-in/providers",
      undefined,
      company.admin,
    );
    expect(list.body.items).toEqual([company.provider]);
    expect(JSON.stringify(list.body)).not.toContain(oidc.clientSecret);
    expect(list.body.returnAddress).toBe(`${publicUrl}/sign-in/company`);
    const rows = await company.database.db
      .selectFrom("oidcProviders")
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(oidc.clientSecret);
  });

  it("is for administrators alone", async () => {
    await using company = await createCompany();
    await company.seed("anna");
    const { token } = await company.byPassword("anna");
    const { id } = company.provider;
    for (const line of [
      "GET /sign-in/providers",
      `DELETE /sign-in/providers/${id}`,
      `POST /sign-in/providers/${id}/test`,
    ])
      expect(await company.ask(line, undefined, token), line).toMatchObject(
        refusal("auth.forbidden"),
      );
  });

  it("a provider that is off or gone lets nobody in, and keeps nobody's ticket good", async () => {
    await using company = await createCompany({ createsPeople: true });
    const { ticket, address } = await company.start();
    const answer = await visitProvider(address, "vera");
    await company.change({ isOff: true });
    expect(await company.finish(ticket, answer)).toMatchObject(
      refusal("auth.step_expired"),
    );
    expect(
      await company.ask(`POST /auth/company/${company.provider.id}/start`),
    ).toMatchObject(refusal("request.not_found"));
  });

  it("a test finds nothing wrong with a provider that is right", async () => {
    await using company = await createCompany();
    expect(await company.test()).toEqual([]);
  });

  it("a test says what is wrong and which field mends it", async () => {
    await using company = await createCompany({
      clientSecret: "another secret",
      scopes: "openid unheard_of",
    });
    expect(await company.test()).toMatchObject([
      { field: "scopes", problem: "scope_unknown", detail: "unheard_of" },
      { field: "clientSecret", problem: "client_refused" },
    ]);
    const issuerTells = async (issuer: string) => {
      await company.change({ issuer });
      return company.test();
    };
    const ofIssuer = (problem: string) => [{ field: "issuer", problem }];
    expect(await issuerTells("http://10.0.0.1/")).toMatchObject(
      ofIssuer("address_refused"),
    );
    expect(await issuerTells("http://127.0.0.1:1/")).toMatchObject(
      ofIssuer("unreachable"),
    );
    expect(await issuerTells(`${oidc.issuer}/nowhere`)).toMatchObject(
      ofIssuer("no_discovery"),
    );
    await using liar = await startHostileProvider();
    liar.describes({ issuer: "https://other.test" });
    expect(await issuerTells(liar.issuer)).toEqual([
      {
        field: "issuer",
        problem: "issuer_mismatch",
        detail: "https://other.test",
      },
    ]);
    liar.describes({ jwks_uri: `${liar.issuer}/nothing` });
    expect(await issuerTells(liar.issuer)).toMatchObject([
      { field: "issuer", problem: "keys_unreadable" },
    ]);
  });

  it("a provider that does not answer is told from one that refuses", async () => {
    await using company = await createCompany({ issuer: "http://127.0.0.1:1" });
    expect(
      await company.ask(`POST /auth/company/${company.provider.id}/start`),
    ).toMatchObject(refusal("auth.company_unreachable"));
  });
});
