import { describe, expect, it } from "vitest";
import { filterFor, isFilter } from "./ldap-filter.ts";

describe("a filter for one person", () => {
  it.each([
    ["vera", "(uid=vera)"],
    ["*", "(uid=\\2a)"],
    ["vera)(uid=*", "(uid=vera\\29\\28uid=\\2a)"],
    ["a\\2a", "(uid=a\\5c2a)"],
    ["a\0b", "(uid=a\\00b)"],
    ["$&{login}", "(uid=$&{login})"],
  ])("takes %j as a value and nothing else", (login, filter) => {
    expect(filterFor("(uid={login})", login)).toBe(filter);
  });

  it("is closed where it is opened and asks for the login", () => {
    expect(isFilter("(&(objectClass=person)(uid={login}))")).toBe(true);
    for (const text of [
      ...["", "uid={login}", "(uid=vera)", "((uid={login})"],
      ...["(uid={login}))", "(uid={login}))((a=b)"],
    ])
      expect(isFilter(text), text).toBe(false);
  });
});
