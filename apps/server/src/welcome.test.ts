import { expect, it } from "vitest";
import { describeWelcome } from "./welcome.ts";

it("a first start tells where to go and who to be", () => {
  const config = { publicUrl: "http://localhost:8080", isDemo: true };
  const logins = [
    { login: "anna", password: "demo-anna", name: "Anna Petrova, operator" },
    { login: "admin", password: "demo-admin", name: "Administrator" },
  ];
  expect(describeWelcome(config, { logins, firstAdmin: undefined })).toBe(`
Veche is ready.

  Staff      http://localhost:8080/
  Demo shop  http://localhost:8080/shop/
  API        http://localhost:8080/api/docs

  Login  Password
  anna   demo-anna   Anna Petrova, operator
  admin  demo-admin  Administrator

Ctrl-C stops it.

`);
});

it("a company's own server names no demo", () => {
  const config = { publicUrl: "https://veche.example.com", isDemo: false };
  expect(
    describeWelcome(config, { logins: [], firstAdmin: undefined }),
  ).not.toMatch(/demo|login/i);
});

it("tells where the first administrator's password is, and never the password", () => {
  const firstAdmin = { login: "admin", passwordFile: "data/first" };
  expect(
    describeWelcome(
      { publicUrl: "https://veche.example.com", isDemo: false },
      { logins: [], firstAdmin },
    ),
  ).toContain("login admin, password in data/first");
});
