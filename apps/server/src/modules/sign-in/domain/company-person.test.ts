import { describe, expect, it } from "vitest";
import { claimAt, personOf } from "./company-person.ts";

const settings: Parameters<typeof personOf>[1] = {
  claims: { login: "preferred_username", name: "name", email: "email" },
  rolesClaim: "realm_access.roles",
  roleRules: [
    { value: "desk", role: "operator" },
    { value: "support", role: "operator" },
    { value: "Domain Admins", role: "admin" },
  ],
};

describe("what a provider tells of somebody", () => {
  it("is read by the administrator's settings", () => {
    expect(
      personOf(
        {
          sub: "7",
          preferred_username: "Vera.P",
          name: " Vera\nPetrova ",
          email: "Vera@Company.test",
          email_verified: true,
          realm_access: { roles: ["desk", "support", "offline_access", 5] },
        },
        settings,
      ),
    ).toEqual({
      subject: "7",
      login: "vera.p",
      name: "Vera Petrova",
      email: "vera@company.test",
      isEmailVerified: true,
      language: "ru",
      roles: ["operator"],
    });
  });

  it("what has no usable form is left out", () => {
    expect(
      personOf(
        { sub: "7", preferred_username: "Вера", name: 5, email: "none" },
        { ...settings, rolesClaim: null },
      ),
    ).toEqual({
      subject: "7",
      login: undefined,
      name: undefined,
      email: undefined,
      isEmailVerified: false,
      language: "ru",
      roles: undefined,
    });
  });

  it.each(["true", 1, "yes", undefined, null])(
    "an address is verified by true alone, not by %j",
    (word) => {
      const claims = { sub: "7", email: "a@b.test", email_verified: word };
      expect(personOf(claims, settings).isEmailVerified).toBe(false);
    },
  );

  it("the word of verification is of the standard claim alone", () => {
    const claims = { sub: "7", mail: "a@b.test", email_verified: true };
    const names = { ...settings.claims, email: "mail" };
    expect(
      personOf(claims, { ...settings, claims: names }).isEmailVerified,
    ).toBe(false);
  });

  it("a value with blanks is one value, and words between blanks are several", () => {
    const of = (groups: unknown) =>
      personOf({ sub: "7", groups }, { ...settings, rolesClaim: "groups" })
        .roles;
    expect(of("Domain Admins")).toEqual(["admin"]);
    expect(of("x desk")).toEqual(["operator"]);
    expect(of({ desk: true })).toEqual([]);
  });

  it("a name with dots wins over a path, and nothing inherited is found", () => {
    expect(claimAt({ "a.b": 1, a: { b: 2 } }, "a.b")).toBe(1);
    expect(claimAt({ a: { b: 2 } }, "a.b")).toBe(2);
    for (const name of ["toString", "a.constructor", "__proto__.x", "a.b.c"])
      expect(claimAt({ a: { b: 2 } }, name), name).toBeUndefined();
  });
});
