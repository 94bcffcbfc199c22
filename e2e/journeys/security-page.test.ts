import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  authEndpoints,
  securityCheckEndpoints,
  userEndpoints,
  type SecurityCheck,
} from "@veche/contracts";
import {
  callEndpoint,
  openChromium,
  people,
  startServer,
  startWorld,
  type ServerProcess,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it("an administrator alone sees whom the demo's passwords let in, and that a new password helps", async () => {
  await using screen = await openChromium();
  await signInAt(screen, world, "admin");
  await screen.seeControl({ role: "link", name: "Profile" });
  await screen.open(`${world.baseUrl}/security`);
  const { page } = screen;
  const problems = page.getByRole("region", { name: "Problems" });
  const demo = problems.locator("[data-finding='demo.passwords']");
  await demo.getByText("vera", { exact: true }).waitFor();
  await demo.getByRole("link", { name: "To the users" }).waitFor();
  await page.getByText("NODE_ENV=production").waitFor();
  await page.getByText("npm run backup -- /backups").waitFor();
  await page.getByText(/checks without remarks/).click();
  await page.getByText("The audit trail is as it was written.").waitFor();
  await isSound(screen, "security");

  for (const name of ["anna", "vera"] as const) {
    const other = await world.user(name);
    await expect(other.call(checkSecurity)).rejects.toMatchObject({
      status: 403,
    });
  }
  const admin = await world.user("admin");
  expect(JSON.stringify(await admin.call(checkSecurity))).not.toContain(
    people.admin.password,
  );
  const { users } = await admin.call(userEndpoints.listUsers);
  const vera = users.find(({ login }) => login === "vera");
  if (vera === undefined) throw new Error("the demo company has a Vera");
  await admin.call(userEndpoints.updateUser, {
    params: { userId: vera.id },
    body: { password: "a lantern over the harbour" },
  });
  await page.getByRole("button", { name: "Check again" }).click();
  await demo.getByText("vera", { exact: true }).waitFor({ state: "detached" });
  await demo.getByText("anna", { exact: true }).waitFor();
});

const backupProgram = join(
  import.meta.dirname,
  "../../apps/server/src/backup.ts",
);
const { checkSecurity } = securityCheckEndpoints;
/** The first start of an installation, and a command beside it. */
const timeout = 240_000;

const secretKey = "zq8J1v0mYtR3kLp6WnXc4HsDfGbA7uEo9iQy2TxV";
const production = {
  NODE_ENV: "production",
  DEMO: "off",
  PUBLIC_URL: "https://veche.example.com",
  SECRET_KEY: secretKey,
  TRUSTED_PROXIES: "127.0.0.1",
};

/** Through a proxy that ends TLS on the same machine. */
async function checkedInProduction({
  baseUrl,
  dataDir,
}: ServerProcess): Promise<readonly SecurityCheck[]> {
  const password = await readFile(
    join(dataDir, "first-admin-password"),
    "utf8",
  );
  const headers = {
    origin: production.PUBLIC_URL,
    "x-forwarded-proto": "https",
    "x-forwarded-for": "192.0.2.7",
  };
  const entered = await callEndpoint(
    { baseUrl, headers },
    authEndpoints.signIn,
    { body: { login: "admin", password: password.trim() } },
  );
  const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const answer = await callEndpoint(
    { baseUrl, headers: { ...headers, cookie } },
    checkSecurity,
  );
  return answer.body.checks;
}

it(
  "a server set up for production leaves the remarks that only its administrator can answer, and a backup takes one away",
  async () => {
    await using server = await startServer({ env: production });
    const before = await checkedInProduction(server);
    expect(before.map(({ finding }) => finding)).toEqual([
      "mode.production",
      "demo.none",
      "first_password.kept",
      "address.https",
      "proxy.known",
      "port.closed",
      "secret_files.closed",
      "database.inside",
      "relay.off",
      "inner_network.closed",
      "rate_limits.usual",
      "second_factor.missing",
      "audit_trail.intact",
      "backup.none",
    ]);
    expect(JSON.stringify(before)).not.toContain(secretKey);
    const env = { ...process.env, ...production, DATA_DIR: server.dataDir };
    const parent = join(server.dataDir, "backups");
    await promisify(execFile)(process.execPath, [backupProgram, parent], {
      env,
    });
    expect(await checkedInProduction(server)).toContainEqual(
      expect.objectContaining({ finding: "backup.fresh", state: "ok" }),
    );
  },
  timeout,
);
