import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  DirectoryTest,
  LdapDirectory,
  LdapDirectoryDraft,
  SignInAnswer,
  User,
} from "@veche/contracts";
import {
  manager,
  slapd,
  startLdapServer,
  suffix,
  type LdapServer,
} from "../../../tests/ldap-server.ts";
import { needsProgram } from "../../../tests/needs-program.ts";
import {
  createSignInWorld,
  password,
  refusal,
} from "../../../tests/sign-in.ts";

needsProgram(slapd);

let ldap: LdapServer;
beforeAll(async () => {
  ldap = await startLdapServer();
  await ldap.add("vera", {
    name: "Vera Petrova",
    password: "of vera",
    groups: ["Desk"],
  });
  await ldap.add("oleg", { name: "Oleg", password: "of oleg" });
});
afterAll(() => ldap[Symbol.asyncDispose]());

const draftOf = (
  change: Partial<LdapDirectoryDraft> = {},
): LdapDirectoryDraft => ({
  name: "Directory",
  url: ldap.url,
  startsTls: false,
  bindDn: manager.dn,
  bindPassword: manager.password,
  base: `ou=people,${suffix}`,
  userFilter: "(&(objectClass=inetOrgPerson)(uid={login}))",
  attributes: { id: "entryUUID", login: "uid", name: "cn", email: "mail" },
  groupsAttribute: "memberOf",
  givesRoles: true,
  roleRules: [{ value: "desk", role: "operator" }],
  matches: "nothing",
  createsPeople: true,
  isOff: false,
  ...change,
});

async function createCompany(change: Partial<LdapDirectoryDraft> = {}) {
  const world = await createSignInWorld({ innerHosts: ["127.0.0.1"] });
  const { ask } = world;
  const boss = await world.seed("boss", ["admin"]);
  const enter = (login: string, word: string) =>
    ask<SignInAnswer>("POST /auth/sign-in", { login, password: word });
  const { token: admin = "" } = await enter("boss", password);
  const made = await ask<LdapDirectory>(
    "POST /sign-in/directories",
    draftOf(change),
    admin,
  );
  expect(made.status).toBe(201);
  const path = `/sign-in/directories/${made.body.id}`;
  return {
    ...{ ...world, boss, admin, enter, directory: made.body },
    change: (next: Partial<LdapDirectoryDraft>) =>
      ask<LdapDirectory>(
        `PUT ${path}`,
        draftOf({ ...change, bindPassword: null, ...next }),
        admin,
      ),
    test: async (login: string | null) =>
      (await ask<DirectoryTest>(`POST ${path}/test`, { login }, admin)).body,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

const userIn = (answer: SignInAnswer): User => {
  if (answer.kind !== "signed_in") throw new Error(answer.kind);
  return answer.user;
};

describe("a password of the company's directory", () => {
  it("lets in, makes the account and gives the roles of the groups", async () => {
    await using company = await createCompany();
    const { body, token } = await company.enter("vera", "of vera");
    expect(userIn(body)).toMatchObject({
      login: "vera",
      name: "Vera Petrova",
      roles: ["operator", "employee"],
    });
    expect(token).toBeDefined();
    expect(userIn((await company.enter("oleg", "of oleg")).body).roles).toEqual(
      ["employee"],
    );
  });

  it("a wrong one is refused, counted and locked like any other", async () => {
    await using company = await createCompany();
    for (let count = 0; count < 5; count += 1)
      expect(await company.enter("vera", "wrong")).toMatchObject(
        refusal("auth.wrong_credentials"),
      );
    // The first lock is over in a second, which a crowded machine may need for the next try.
    const { numUpdatedRows } = await company.database.db
      .updateTable("signInAttempts")
      .set({ lockedUntil: sql<Date>`now() + interval '4 minutes'` })
      .where("login", "=", "vera")
      .whereRef("lockedUntil", ">", "lastFailedAt")
      .executeTakeFirst();
    expect(numUpdatedRows).toBe(1n);
    expect(await company.enter("vera", "of vera")).toMatchObject(
      refusal("auth.locked"),
    );
  });

  it("nobody comes in by what a filter would read", async () => {
    await using company = await createCompany();
    for (const login of ["*", "v*", "vera)(uid=*", "vera)(|(uid=*)"])
      expect((await company.enter(login, "of vera")).status, login).not.toBe(
        200,
      );
    await company.change({
      userFilter: "(|(uid={login})(cn={login}))",
    });
    expect(await company.enter("a.b", "of vera")).toMatchObject(
      refusal("auth.wrong_credentials"),
    );
  });

  it("an empty one is no password", async () => {
    await using company = await createCompany();
    expect(await company.enter("vera", "")).toMatchObject(
      refusal("request.invalid"),
    );
    expect(
      await company.signIn.comeByDirectory({
        ...{ login: "vera", password: "", address: "::1" },
      }),
    ).toBeUndefined();
  });

  it("the account stays the same person's under another name", async () => {
    await ldap.add("ivan", { name: "Ivan", password: "of ivan" });
    await using company = await createCompany();
    const { id } = userIn((await company.enter("ivan", "of ivan")).body);
    await ldap.rename("ivan", "ivan.k");
    expect(userIn((await company.enter("ivan.k", "of ivan")).body).id).toBe(id);
    await ldap.remove("ivan.k");
    // Somebody else gets the login: it was never theirs.
    await ldap.add("ivan", { name: "Another", password: "of another" });
    expect(await company.enter("ivan", "of another")).toMatchObject(
      refusal("auth.company_stranger"),
    );
    await ldap.remove("ivan");
  });

  it("opens no account of ours by its login, unless the administrator wants that", async () => {
    await using company = await createCompany();
    const vera = await company.seed("vera");
    expect(await company.enter("vera", "of vera")).toMatchObject(
      refusal("auth.company_stranger"),
    );
    await company.change({ matches: "login" });
    expect(userIn((await company.enter("vera", "of vera")).body).id).toBe(
      vera.id,
    );
  });

  it("serves a blocked person no more", async () => {
    await using company = await createCompany();
    const { id } = userIn((await company.enter("vera", "of vera")).body);
    await company.ask(
      `PATCH /users/${id}`,
      { isDisabled: true },
      company.admin,
    );
    expect(await company.enter("vera", "of vera")).toMatchObject(
      refusal("auth.company_blocked"),
    );
  });

  it("is asked for a second step where the role needs one", async () => {
    await using company = await createCompany();
    await company.ask(
      "PUT /sign-in/policy",
      { secondFactorRoles: ["operator"], companyOnly: null },
      company.admin,
    );
    const { body } = await company.enter("vera", "of vera");
    expect(body.kind).toBe("must_enrol");
  });

  it("serves where ours do not any more", async () => {
    await using company = await createCompany();
    await company.seed("anna");
    await company.ask(
      "PUT /sign-in/policy",
      {
        secondFactorRoles: [],
        companyOnly: { emergencyUserId: company.boss.id },
      },
      company.admin,
    );
    expect(await company.enter("anna", password)).toMatchObject(
      refusal("auth.company_only"),
    );
    expect((await company.enter("vera", "of vera")).status).toBe(200);
    expect((await company.enter("boss", password)).status).toBe(200);
  });

  it("a directory that is silent is told, and keeps nobody out who has a password of ours", async () => {
    await using company = await createCompany({ url: "ldap://127.0.0.1:1" });
    expect(await company.enter("vera", "of vera")).toMatchObject(
      refusal("auth.company_unreachable"),
    );
    expect((await company.enter("boss", password)).status).toBe(200);
  });
});

describe("the administrator's page of directories", () => {
  it("never tells the directory's password, nor shows it to another server", async () => {
    await using company = await createCompany();
    const list = await company.ask(
      "GET /sign-in/directories",
      undefined,
      company.admin,
    );
    expect(JSON.stringify(list.body)).not.toContain(manager.password);
    const rows = await company.database.db
      .selectFrom("ldapDirectories")
      .selectAll()
      .execute();
    expect(JSON.stringify(rows)).not.toContain(manager.password);
    expect(await company.change({ url: "ldap://127.0.0.1:2" })).toMatchObject(
      refusal("request.invalid"),
    );
  });

  it("a test finds people, and says what is wrong and which field mends it", async () => {
    await using company = await createCompany();
    expect(await company.test("vera")).toEqual({
      problems: [],
      found: "Vera Petrova",
    });
    const wrong = (field: string, problem: string) => ({
      problems: [{ field, problem }],
    });
    expect(await company.test("nobody")).toMatchObject(
      wrong("userFilter", "nobody_found"),
    );
    await company.change({ base: `ou=nowhere,${suffix}` });
    expect(await company.test(null)).toMatchObject(
      wrong("base", "base_unknown"),
    );
    await company.change({ bindPassword: "wrong" });
    expect(await company.test(null)).toMatchObject(
      wrong("bindDn", "bind_refused"),
    );
    await company.change({ startsTls: true, bindPassword: manager.password });
    expect(await company.test(null)).toMatchObject(
      wrong("startsTls", "no_tls"),
    );
    const bindPassword = manager.password;
    await company.change({ url: "ldap://127.0.0.1:1", bindPassword });
    expect(await company.test(null)).toMatchObject(wrong("url", "unreachable"));
    await company.change({ url: "ldap://10.0.0.1", bindPassword });
    expect(await company.test(null)).toMatchObject(
      wrong("url", "address_refused"),
    );
  });
});
