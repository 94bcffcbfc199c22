import type { User, UserId } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { changesOf, draftOf, matches, problemsOf } from "./user-draft.ts";

const anna: User = {
  id: "1" as UserId,
  login: "anna",
  name: "Анна Ким",
  roles: ["employee", "operator"],
  language: "ru",
  disabledAt: null,
};

describe("the form of a user", () => {
  it("says what a new user lacks, field by field", () => {
    const draft = {
      ...draftOf(undefined, "ru"),
      login: "Анна",
      name: " ",
      password: "short",
      roles: [],
    };
    expect(problemsOf(draft, "new")).toEqual({
      login: "users.loginInvalid",
      name: "users.nameMissing",
      roles: "users.rolesMissing",
      password: "profile.passwordShort",
    });
  });

  it("keeps the password of a user when the field is left empty", () => {
    expect(problemsOf(draftOf(anna, "ru"), "old")).toEqual({});
    expect(changesOf(anna, draftOf(anna, "ru"))).toEqual({});
  });

  it("sends only what was changed, whatever the order of the roles", () => {
    const draft = {
      ...draftOf(anna, "ru"),
      name: " Анна Ли ",
      roles: ["operator", "employee"] as const,
    };
    expect(changesOf(anna, draft)).toEqual({ name: "Анна Ли" });
  });
});

it("finds a user by a part of the name or the login, in any case", () => {
  expect(["КИМ", "ann", "boris"].map((text) => matches(anna, text))).toEqual([
    true,
    true,
    false,
  ]);
});
