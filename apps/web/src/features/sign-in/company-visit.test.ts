import { describe, expect, it } from "vitest";
import { keepVisit, ownPage, takeVisit } from "./company-visit.ts";

function createStorage(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe("coming back from the company's provider", () => {
  it("what was begun in this tab is gone on with once", () => {
    const storage = createStorage();
    const visit = { ticket: "t", returnTo: "/people" };
    keepVisit(storage, visit);
    expect(takeVisit(storage)).toEqual(visit);
    expect(takeVisit(storage)).toBeUndefined();
  });

  it("what somebody else put there is nothing that was begun", () => {
    const storage = createStorage();
    for (const text of ["{", "null", '"x"', '{"ticket":1,"returnTo":"/"}']) {
      storage.setItem("veche.companyVisit", text);
      expect(takeVisit(storage), text).toBeUndefined();
    }
  });

  it.each([
    ["/chats?a=b#c", "/chats?a=b#c"],
    ["https://veche.test/people", "/people"],
    ["https://evil.test/people", "/"],
    ["//evil.test/people", "/"],
    ["/\\evil.test", "/"],
    ["https://veche.test//evil.test", "/evil.test"],
    ["javascript:alert(1)", "/"],
    ["/sign-in/company?code=1", "/"],
  ])("%s leads to %s", (asked, page) => {
    expect(ownPage(asked, "https://veche.test")).toBe(page);
  });
});
