import { afterAll, beforeAll, expect, it } from "vitest";
import { companySignInEndpoints } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { startOidcServer, type OidcServer } from "@veche/test-world/company";
import { signInAt } from "./cast.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
let oidc: OidcServer;
beforeAll(async () => {
  world = await startWorld({ env: { SIGN_IN_INNER_HOSTS: "127.0.0.1" } });
  oidc = await startOidcServer({
    accounts: {
      nina: { preferred_username: "nina", name: "Nina Orlova", locale: "en" },
      olga: { preferred_username: "anna", name: "Olga", locale: "ru" },
    },
    returnAddress: `${world.baseUrl}/sign-in/company`,
    leaveAddress: `${world.baseUrl}/`,
  });
});
afterAll(async () => {
  await oidc[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** What the provider asks for, on its own page. */
async function enterAt({ page }: ChromiumScreen, login: string) {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("whatever");
  await page.getByRole("button", { name: "Sign-in" }).click();
}

it("an administrator adds a provider, and people come and go through it (B18)", async () => {
  await using admin = await openChromium();
  await signInAt(admin, world, "admin");
  await admin.page.getByRole("link", { name: "Chats" }).waitFor();
  await admin.open(`${world.baseUrl}/company-sign-in`);
  const { page: form } = admin;
  await form.getByText("No providers yet").waitFor();
  await isSound(admin, "company-empty");
  await form.getByRole("button", { name: "Add a provider" }).click();
  await form.getByLabel("Name", { exact: true }).fill("Keycloak");
  await form.getByLabel("Issuer").fill(oidc.issuer);
  await form.getByLabel("Client ID").fill(oidc.clientId);
  await form.getByLabel("Client secret").fill("not the right one");
  await form
    .getByRole("switch", { name: "Creates accounts for new people" })
    .click();
  await form
    .getByRole("switch", { name: /^Signing out ends the session/ })
    .click();
  await isSound(admin, "company-form");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByRole("button", { name: "Test" }).click();
  await form.getByText("or the secret is wrong").waitFor();
  await isSound(admin, "company-test");
  await form.getByRole("button", { name: "Change" }).click();
  await form.getByLabel("Client secret").fill(oidc.clientSecret);
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByRole("button", { name: "Test" }).click();
  await form.getByText("Everything answers as it should").waitFor();

  await using nina = await openChromium();
  const { page } = nina;
  await nina.open(`${world.baseUrl}/people`);
  await page.getByRole("button", { name: "Sign in with Keycloak" }).waitFor();
  await isSound(nina, "sign-in-with-company");
  await page.getByRole("button", { name: "Sign in with Keycloak" }).click();
  await enterAt(nina, "nina");
  await page.getByRole("heading", { name: "People" }).waitFor();
  expect(page.url()).toBe(`${world.baseUrl}/people`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await page.getByLabel("Login").waitFor();
  expect(page.url()).toBe(`${world.baseUrl}/`);
});

it("whoever has no account is told so in their language, and a login that is another's opens nothing", async () => {
  using admin = await world.user("admin");
  const { items } = await admin.call(
    companySignInEndpoints.listOidcProviders,
    {},
  );
  expect(items).toHaveLength(1);
  await using olga = await openChromium({ locale: "ru-RU" });
  const { page } = olga;
  await olga.open(`${world.baseUrl}/`);
  await page.getByRole("button", { name: "Войти через Keycloak" }).click();
  await enterAt(olga, "olga");
  await page.getByText("учётной записи здесь у вас нет").waitFor();
  expect(page.url()).toBe(`${world.baseUrl}/`);
  await olga.shot("screen-company-stranger-ru");
});
