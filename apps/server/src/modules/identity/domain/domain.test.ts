import { describe, expect, it } from "vitest";
import { anna, carl } from "../../../../tests/http.ts";
import { deviceName } from "./device-name.ts";
import { lockDelayMs } from "./lock-out.ts";
import { judgePassword } from "./password-rule.ts";
import { may, type Action } from "./rights.ts";
import { completeRoles } from "./roles.ts";

describe("the lock of a login", () => {
  it("doubles with each failure after the fourth, up to fifteen minutes", () => {
    expect([1, 4, 5, 6, 7, 8, 14, 15, 100].map(lockDelayMs)).toEqual([
      0, 0, 1000, 2000, 4000, 8000, 512_000, 900_000, 900_000,
    ]);
  });
});

describe("a password", () => {
  it("is refused when short, made of the login, much used, or one letter over and over", () => {
    const judge = (password: string) => judgePassword(password, "anna.k");
    expect(judge("ninechars")).toEqual({ ok: false, reason: "short" });
    expect(judge("Anna.K2026")).toEqual({ ok: false, reason: "like_login" });
    expect(judge("anna.kanna.k")).toEqual({ ok: false, reason: "like_login" });
    expect(judge("Password123")).toEqual({ ok: false, reason: "common" });
    expect(judge("aaaaaaaaaaaa")).toEqual({ ok: false, reason: "common" });
    expect(judge("correct horse battery")).toEqual({ ok: true });
    expect(judge("длинныйпароль")).toEqual({ ok: true });
  });
});

describe("rights", () => {
  const actions: readonly Action[] = [
    "users.manage",
    "workspace.manage",
    "audit.read",
    "requests.serve",
    "requests.see_all",
    "operators.see",
    "groups.create",
  ];

  it("follow from roles, and a customer has none of them", () => {
    const allowed = (roles: typeof anna.roles) =>
      actions.filter((action) => may({ ...anna, roles }, action));
    expect(allowed(["employee"])).toEqual(["groups.create"]);
    expect(allowed(["operator", "employee"])).toEqual([
      "requests.serve",
      "groups.create",
    ]);
    expect(allowed(["supervisor", "employee"])).toEqual([
      "requests.serve",
      "requests.see_all",
      "operators.see",
      "groups.create",
    ]);
    expect(allowed(["admin", "employee"])).toEqual([
      "users.manage",
      "workspace.manage",
      "audit.read",
      "requests.see_all",
      "operators.see",
      "groups.create",
    ]);
    expect(actions.filter((action) => may(carl, action))).toEqual([]);
  });

  it("begin with being an employee", () => {
    expect(completeRoles(["operator", "admin"])).toEqual([
      "admin",
      "operator",
      "employee",
    ]);
  });
});

describe("a device", () => {
  it("is named as people name it", () => {
    const names = [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
      "curl/8.0",
      undefined,
    ].map(deviceName);
    expect(names).toEqual([
      "Edge, Windows",
      "Safari, iOS",
      "Chrome, Android",
      "—",
      "—",
    ]);
  });
});
