import { afterAll, beforeAll, expect, it } from "vitest";
import { conversationEndpoints, userEndpoints } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { atChat, groupOfTwo } from "./chat-scenes.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function write({ page }: ChromiumScreen, words: string): Promise<void> {
  await page.getByLabel("Message to Secret plan").fill(words);
  await page.keyboard.press("Enter");
  await page.locator("article", { hasText: words }).waitFor();
}

const gone = ({ page }: ChromiumScreen, words: string) =>
  waitUntil(
    `${words} is nowhere`,
    async () => (await page.getByText(words).count()) === 0,
  );

it("a confidential conversation is hidden when nobody looks, lets nothing out, and opens where it may (C9, C10)", async () => {
  const id = await groupOfTwo(world, "Secret plan");
  await using anna = await openChromium();
  await using boris = await openChromium();
  await Promise.all([
    atChat(anna, world, { name: "anna", id }),
    atChat(boris, world, { name: "boris", id }),
  ]);
  await write(anna, "The price is 42");
  await boris.see("The price is 42");

  await anna.page
    .getByRole("button", { name: "About the conversation", exact: true })
    .click();
  await anna.page
    .getByRole("switch", { name: "Nothing leaves this conversation" })
    .click();
  await anna.page.getByText(/set the confidential mode/).waitFor();
  await anna.page.getByLabel("Messages live").selectOption("3600000");
  await anna.page.getByText(/messages live 1 hour/).waitFor();
  const mode = anna.page.getByRole("switch", {
    name: "Nothing leaves this conversation",
  });
  expect(await mode.isChecked()).toBe(true);
  await isSound(anna, "confidential-rules");

  // His name lies over it, and his menu has no way out.
  await boris.page
    .locator('[data-name^="Boris"]')
    .first()
    .waitFor({ state: "attached" });
  const message = boris.page.locator("article", { hasText: "The price" });
  await message.click({ button: "right" });
  await boris.page.getByRole("menuitem", { name: "Reply" }).waitFor();
  for (const name of ["Copy", "Forward", "Save"])
    expect(
      await boris.page.getByRole("menuitem", { name, exact: true }).count(),
    ).toBe(0);
  await boris.page.keyboard.press("Escape");
  await isSound(boris, "confidential-open");

  await boris.page.evaluate("window.dispatchEvent(new Event('blur'))");
  await boris.see("Hidden while you are away");
  expect(await message.isVisible()).toBe(false);
  await isSound(boris, "confidential-hidden");
  await boris.page.evaluate("window.dispatchEvent(new Event('focus'))");
  await message.waitFor();

  // From now on it opens in the application alone: his browser shows no word of it, at once and after a reload.
  await anna.page.getByLabel("browser on a computer").click();
  await boris.see("doesn't open here");
  await gone(boris, "The price is 42");
  await isSound(boris, "confidential-shut");
  await boris.page.reload();
  await boris.see("doesn't open here");
  await gone(boris, "The price is 42");

  // She is shut out by her own rule too, and lifts it where she stands.
  await anna.see("doesn't open here");
  await anna.page.getByLabel("browser on a computer").click();
  await anna.see("The price is 42");
  await boris.see("The price is 42");
  expect(anna.problems()).toEqual([]);
});

it("a person takes a copy of their data along, from the profile", async () => {
  await using anna = await openChromium();
  const { page } = anna;
  await signInAt(anna, world, "anna");
  await page.getByRole("link", { name: "Chats" }).waitFor();
  await anna.open(`${world.baseUrl}/profile`);
  await page.getByRole("button", { name: "Make a copy" }).click();
  const taking = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  const download = await taking;
  expect(download.suggestedFilename()).toBe("my-data.zip");
  await isSound(anna, "my-data");
  await page.getByRole("button", { name: "Remove" }).click();
  await waitUntil(
    "the copy is gone",
    async () =>
      (await page.getByRole("link", { name: "Download" }).count()) === 0,
  );
  expect(anna.problems()).toEqual([]);
});

it("an administrator rules how long messages are kept, and deletes an account whose words stay", async () => {
  using admin = await world.user("admin");
  using anna = await world.user("anna");
  const { id: leaverId } = await admin.call(userEndpoints.createUser, {
    body: {
      login: "leo",
      name: "Leo Tolstoy",
      password: "a long walk in the rain",
      roles: ["employee"],
      language: "en",
    },
  });
  await anna.call(conversationEndpoints.createGroup, {
    body: { title: "Novels", memberIds: [leaverId] },
  });
  await using screen = await openChromium();
  const { page } = screen;
  await signInAt(screen, world, "admin");
  await page.getByRole("link", { name: "Chats" }).waitFor();
  await screen.open(`${world.baseUrl}/privacy`);
  await page.getByLabel("Channels").fill("365");
  await page.getByText(/deleted as soon as you save/).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
  await isSound(screen, "privacy-admin");

  await page
    .getByRole("combobox", { name: "Whose account to delete" })
    .fill("leo");
  await page.getByRole("option", { name: "Leo Tolstoy (leo)" }).click();
  const erase = page.getByRole("button", { name: "Delete the account" });
  expect(await erase.isDisabled()).toBe(true);
  await page.getByLabel(/Type the login/).fill("leo");
  await erase.click();
  await page.getByText("The account is deleted").waitFor();
  const { users } = await admin.call(userEndpoints.listUsers);
  expect(users.find(({ id }) => id === leaverId)?.name).not.toContain("Leo");
  expect(screen.problems()).toEqual([]);
});
