import { describe, expect, it } from "vitest";
import type { SecurityFinding } from "@veche/contracts";
import type { InstallationFacts } from "./facts.ts";
import { judge } from "./judge.ts";

const now = new Date("2026-03-02T09:00:00.000Z");
const daysFromNow = (days: number): Date =>
  new Date(now.getTime() + days * 86_400_000);

/** An installation as it should be. */
const right: InstallationFacts = {
  mode: "production",
  isDemo: false,
  demoLogins: [],
  firstPasswordFile: null,
  publicUrl: new URL("https://veche.example.com"),
  proxies: {
    trusted: ["10.0.0.2"],
    asked: { isEncrypted: true, from: "10.0.0.2" },
  },
  isPortOpen: false,
  openFiles: [],
  database: { kind: "inside" },
  relay: { kind: "own", status: "up" },
  relayTls: { kind: "good", validTo: daysFromNow(60) },
  innerSettings: [],
  rateFactor: 1,
  administrators: { total: 2, withoutFactor: [], isRequired: true },
  trail: { isIntact: true, entryCount: 1200 },
  lastBackupAt: daysFromNow(-1),
  now,
};

/** What is found where this is different. */
const remarks = (change: Partial<InstallationFacts>) =>
  judge({ ...right, ...change })
    .filter(({ state }) => state !== "ok")
    .map(({ finding, state, line }) => [finding, state, line]);

it("an installation as it should be has no remarks, and every check is on the list", () => {
  const checks = judge(right);
  expect(checks).toHaveLength(15);
  expect(checks.filter(({ state }) => state !== "ok")).toEqual([]);
});

const plain = new URL("http://veche.example.com:8080");
const local = new URL("http://localhost:8080");
const from = { isEncrypted: false, from: "10.0.0.2" };
const cases: readonly (readonly [
  SecurityFinding,
  "problem" | "warning" | "unknown",
  Partial<InstallationFacts>,
  string | null,
])[] = [
  [
    "mode.local",
    "warning",
    { mode: "development", publicUrl: local },
    "NODE_ENV=production",
  ],
  ["mode.exposed", "problem", { mode: "development" }, "NODE_ENV=production"],
  ["demo.on", "warning", { isDemo: true }, "DEMO=off"],
  ["demo.passwords", "problem", { demoLogins: ["anna"] }, null],
  [
    "first_password.kept",
    "warning",
    { firstPasswordFile: "/srv/our data/p" },
    "rm '/srv/our data/p'",
  ],
  [
    "address.local",
    "warning",
    { publicUrl: local },
    "PUBLIC_URL=https://veche.example.com",
  ],
  [
    "address.plain",
    "problem",
    { publicUrl: plain },
    "PUBLIC_URL=https://veche.example.com",
  ],
  [
    "proxy.unknown",
    "warning",
    { proxies: { trusted: [], asked: from } },
    "TRUSTED_PROXIES=10.0.0.2",
  ],
  [
    "proxy.everybody",
    "problem",
    { proxies: { trusted: ["0.0.0.0/0"], asked: from } },
    "TRUSTED_PROXIES=10.0.0.2",
  ],
  ["port.open", "warning", { isPortOpen: true }, "HOST=127.0.0.1"],
  [
    "secret_files.open",
    "problem",
    { openFiles: ["/a/k", "/b"] },
    "chmod 600 /a/k /b",
  ],
  [
    "relay.down",
    "problem",
    { relay: { kind: "own", status: "down" } },
    "npm run doctor",
  ],
  [
    "relay.off",
    "warning",
    { relay: { kind: "off" }, relayTls: null },
    "TURN_ENABLED=auto",
  ],
  [
    "relay.external",
    "unknown",
    { relay: { kind: "external", secretLength: 44 }, relayTls: null },
    null,
  ],
  [
    "relay.weak_secret",
    "problem",
    { relay: { kind: "external", secretLength: 6 }, relayTls: null },
    "openssl rand -base64 32",
  ],
  [
    "relay_tls.broken",
    "problem",
    { relayTls: { kind: "broken" } },
    "npm run doctor",
  ],
  [
    "relay_tls.ending",
    "warning",
    { relayTls: { kind: "good", validTo: daysFromNow(13) } },
    "certbot renew",
  ],
  [
    "inner_network.open",
    "warning",
    { innerSettings: ["WEBHOOK_INNER_HOSTS=crm.local"] },
    null,
  ],
  [
    "rate_limits.widened",
    "warning",
    { rateFactor: 100 },
    "RATE_LIMIT_FACTOR=1",
  ],
  [
    "second_factor.missing",
    "warning",
    {
      administrators: { total: 2, withoutFactor: ["admin"], isRequired: false },
    },
    null,
  ],
  [
    "audit_trail.touched",
    "problem",
    { trail: { isIntact: false, firstBadPosition: 7 } },
    "npm run verify-audit",
  ],
  [
    "backup.old",
    "warning",
    { lastBackupAt: daysFromNow(-8) },
    "npm run backup -- /backups",
  ],
  [
    "backup.none",
    "warning",
    { lastBackupAt: null },
    "npm run backup -- /backups",
  ],
];

describe("what is not as it should be is found with the line that fixes it:", () => {
  it.each(cases)("%s is a %s", (...[finding, state, change, line]) => {
    expect(remarks(change)).toContainEqual([finding, state, line]);
  });
});

it("what does not apply is left out", () => {
  const ids = judge({ ...right, relayTls: null }).map(({ id }) => id);
  expect(ids).not.toContain("relay_tls");
});

it("an administrator without a second factor is counted where the rules ask for one, and is no remark", () => {
  const administrators = { total: 3, withoutFactor: ["ada"], isRequired: true };
  expect(remarks({ administrators })).toEqual([]);
  expect(judge({ ...right, administrators })).toContainEqual(
    expect.objectContaining({
      finding: "second_factor.required",
      facts: { names: ["ada"], count: 1, total: 3 },
    }),
  );
});
