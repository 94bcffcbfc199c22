import { describe, expect, it } from "vitest";
import type { OidcProvider, OidcProviderId } from "@veche/contracts";
import { draftOf, fieldsOf, problemsIn } from "./provider-draft.ts";

const provider: OidcProvider = {
  id: "1" as OidcProviderId,
  name: "Keycloak",
  issuer: "https://sso.test/realms/a",
  clientId: "veche",
  scopes: "openid",
  claims: { login: "preferred_username", name: "name", email: "email" },
  rolesClaim: "groups",
  roleRules: [{ value: "desk", role: "operator" }],
  matches: "login",
  createsPeople: true,
  endsCompanySession: false,
  isOff: true,
  hasSecret: true,
  createdAt: "2026-01-01T00:00:00.000Z",
};

describe("the form of a company's provider", () => {
  it("what was not touched stays as it was, the secret too", () => {
    const { id: _, hasSecret: __, createdAt: ___, ...fields } = provider;
    expect(fieldsOf(draftOf(provider), provider)).toEqual({
      ...fields,
      clientSecret: null,
    });
  });

  it("says which fields are missing or wrong", () => {
    const draft = { ...draftOf(undefined), issuer: "sso", scopes: "profile" };
    expect(problemsIn(undefined)(draft)).toEqual({
      name: "company.needed",
      clientId: "company.needed",
      issuer: "company.issuerInvalid",
      scopes: "company.openidNeeded",
    });
  });

  it("another issuer wants its own secret", () => {
    const draft = { ...draftOf(provider), issuer: "https://other.test" };
    expect(problemsIn(provider)(draft)).toEqual({
      clientSecret: "company.secretNeeded",
    });
    expect(problemsIn(provider)({ ...draft, clientSecret: "new" })).toEqual({});
  });

  it("roles given here are no rules for a claim", () => {
    const draft = { ...draftOf(provider), hasRoles: false };
    expect(fieldsOf(draft, provider).rolesClaim).toBeNull();
  });
});
