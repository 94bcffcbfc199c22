import { afterAll, beforeAll, expect, it } from "vitest";
import { signInEndpoints } from "@veche/contracts";
import {
  openChromium,
  people,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { codeNow } from "./code-now.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ hostName: "localhost" });
});
afterAll(() => world[Symbol.asyncDispose]());

/** A key in the device itself, with a finger that is always the right one. */
async function giveKey({ page }: ChromiumScreen): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("WebAuthn.enable");
  await devTools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function showPassword({ page }: ChromiumScreen): Promise<void> {
  await page.getByLabel("Your password").fill(people.anna.password);
  await page.getByRole("button", { name: "Next" }).click();
}

async function setUpApplication(anna: ChromiumScreen): Promise<string> {
  const { page } = anna;
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await showPassword(anna);
  const secret = await page.getByRole("dialog").locator("code").innerText();
  await isSound(anna, "factor-setup");
  await page.getByLabel(/^Code that the application/).fill(codeNow(secret));
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "I have kept them" }).waitFor();
  await isSound(anna, "factor-codes");
  await page.getByRole("button", { name: "I have kept them" }).click();
  return secret;
}

async function leave({ page }: ChromiumScreen): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Login").waitFor();
}

const isIn = ({ page }: ChromiumScreen) =>
  page.getByRole("heading", { name: "Profile" }).waitFor();

it("one signs in with a code after the password, with a passkey instead of it, and sets a factor up where a role needs it (B18)", async () => {
  await using anna = await openChromium();
  const { page } = anna;
  await giveKey(anna);
  await signInAt(anna, world, "anna");
  await page.getByRole("link", { name: "Chats" }).waitFor();
  await anna.open(`${world.baseUrl}/profile`);
  const secret = await setUpApplication(anna);

  await page.getByRole("button", { name: "Add a passkey" }).click();
  await showPassword(anna);
  await page.getByText("The passkey is kept").waitFor();
  await page.getByText("10 codes left").waitFor();
  await isSound(anna, "factors");

  await leave(anna);
  await page.getByLabel("Login").fill(people.anna.login);
  await page.getByLabel("Password", { exact: true }).fill(people.anna.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const code = page.getByLabel(/^Code of your application/);
  await code.fill("000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("The code is wrong").waitFor();
  await isSound(anna, "second-step");
  await code.fill(codeNow(secret, 1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await isIn(anna);

  await leave(anna);
  await isSound(anna, "sign-in-with-passkey");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await isIn(anna);
  expect(anna.problems()).toEqual([]);
});

it("a role that needs a second factor sets it up before anything else", async () => {
  using admin = await world.user("admin");
  await admin.call(signInEndpoints.updateSignInPolicy, {
    body: { secondFactorRoles: ["supervisor"], companyOnly: null },
  });
  await using vera = await openChromium({ locale: "ru-RU" });
  const { page } = vera;
  await vera.open(`${world.baseUrl}/profile`);
  await page.getByLabel("Логин").fill(people.vera.login);
  await page.getByLabel("Пароль").fill(people.vera.password);
  await page.getByRole("button", { name: "Войти", exact: true }).click();
  const secret = await page.locator("code").innerText();
  await isSound(vera, "must-enrol-ru");
  await page.getByLabel(/^Код, который/).fill(codeNow(secret));
  await page.getByRole("button", { name: "Войти", exact: true }).click();
  await isSound(vera, "must-enrol-codes-ru");
  await page.getByRole("button", { name: "Коды сохранены" }).click();
  await page.getByText("Осталось 10 кодов").scrollIntoViewIfNeeded();
  await isSound(vera, "factors-ru");
});
