import { afterAll, beforeAll, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Every page of the administration, one after another. */
const timeout = 240_000;
const phone = { width: 400, height: 860 };

const administration = [
  "users",
  "departments",
  "import",
  "provisioning",
  "sites",
  "applications",
  "webhooks",
  "queues",
  "wrap-up",
  "canned-answers",
  "branding",
  "security",
  "entry",
  "company-sign-in",
  "directory-sign-in",
  "privacy",
  "call-records",
  "media-nodes",
  "audit",
] as const;

/** By how much the page, or what is in it, is wider than its place. A table may be moved sideways by itself. */
const excess = ({ evaluate }: ChromiumScreen): Promise<number> =>
  evaluate(`(() => {
    const page = document.documentElement;
    const main = document.querySelector("#content");
    return Math.max(page.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
  })()`);

it(
  "on a phone no page of the administration is wider than the screen, and all the width is the page's",
  async () => {
    await using screen = await openChromium({ size: phone });
    await signInAt(screen, world, "admin");
    await screen.seeControl({ role: "button", name: /^Menu/ });
    for (const page of administration) {
      await screen.open(`${world.baseUrl}/${page}`);
      await screen.page.getByRole("heading", { level: 1 }).waitFor();
      await screen.page.waitForLoadState("networkidle");
      expect.soft(await excess(screen), page).toBe(0);
      const main = await screen.page.getByRole("main").boundingBox();
      expect.soft(main?.width, page).toBe(phone.width);
    }
  },
  timeout,
);

it("on a phone the sections are in a menu that a keyboard opens, leaves by Escape, and goes on from", async () => {
  await using screen = await openChromium({ size: phone });
  const { page } = screen;
  await signInAt(screen, world, "admin");
  const button = page.getByRole("button", { name: /^Menu/ });
  const menu = page.getByRole("dialog", { name: "Sections" });
  const isFocused = `document.activeElement?.textContent?.startsWith("Menu")`;
  await button.waitFor();
  await button.focus();
  await screen.key("Enter");
  await menu.getByRole("link", { name: "Canned answers" }).waitFor();
  await isSound(screen, "sections-menu");
  await screen.key("Escape");
  await menu.waitFor({ state: "detached" });
  await waitUntil("the focus on the menu's button again", () =>
    screen.evaluate<boolean>(isFocused),
  );

  await screen.key("Enter");
  await menu.getByRole("link", { name: "Canned answers" }).press("Enter");
  await page.getByRole("heading", { name: "Canned answers" }).waitFor();
  await menu.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/canned-answers");
});

it("on a phone the list of conversations and the open one take turns", async () => {
  await using screen = await openChromium({ size: phone });
  const { page } = screen;
  await signInAt(screen, world, "admin");
  await screen.seeControl({ role: "button", name: /^Menu/ });
  await screen.open(`${world.baseUrl}/chats`);
  const list = page.getByRole("region", { name: "Conversations" });
  await list.getByText("Boris Clarke").first().click();
  const back = page.getByRole("button", { name: "To the conversations" });
  await back.waitFor();
  expect(await list.isVisible()).toBe(false);
  expect(await excess(screen)).toBe(0);
  await isSound(screen, "narrow-conversation");
  await back.click();
  await list.waitFor();
  await back.waitFor({ state: "hidden" });
});
