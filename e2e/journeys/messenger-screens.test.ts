import { afterAll, beforeAll, describe, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  type ConversationId,
} from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { isSound } from "./sound-screen.ts";

/** The smallest picture there is. */
const onePoint =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** One of 32 × 20 points. */
const wide =
  "iVBORw0KGgoAAAANSUhEUgAAACAAAAAUCAIAAABj86gYAAAAIElEQVR42mOwrVtGU8QwasGoBaMWjFowasGoBaMWEIMAnfVyroaKBrIAAAAASUVORK5CYII=";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function spokenGroup(): Promise<ConversationId> {
  using anna = await world.user("anna");
  using boris = await world.user("boris");
  const me = await boris.call(authEndpoints.getMe);
  const { id } = await anna.call(conversationEndpoints.createGroup, {
    body: { title: "Spring shop", memberIds: [me.id] },
  });
  return id;
}

async function writeHere(
  { page }: ChromiumScreen,
  words: string,
): Promise<void> {
  const before = await page.locator("article").count();
  await page.getByLabel("Message to Spring shop").fill(words);
  await page.keyboard.press("Enter");
  await page.locator("article").nth(before).getByText("Sent").waitFor();
}

describe.each(["light", "dark"] as const)(
  "the messenger in %s",
  (colourScheme) => {
    it("is sound on every screen", async () => {
      const id = await spokenGroup();
      await using screen = await openChromium({ colourScheme });
      const { page } = screen;
      const check = (name: string) =>
        isSound(screen, `messenger-${name}-${colourScheme}`);
      await signInAt(screen, world, "anna");
      await page.getByRole("link", { name: "Chats" }).waitFor();
      await screen.open(`${world.baseUrl}/chats/${id}`);
      await page.getByText("Nothing is said here yet").waitFor();
      await check("empty");
      await writeHere(
        screen,
        "# Plan\n\n1. **freeze** the `catalogue`\n\n> before noon",
      );
      await writeHere(screen, "```ts\nconst price = 1;\n```");
      await writeHere(screen, "https://example.org/plan");
      await waitUntil("the actions of the message", async () => {
        // What arrives below moves it away from under the pointer.
        await page.locator("article").last().hover();
        return page
          .getByRole("toolbar", { name: "Actions of the message" })
          .isVisible();
      });
      await check("talk");
      await page.locator("article").last().click({ button: "right" });
      await page.getByRole("menuitem", { name: "Reply" }).waitFor();
      await check("message-menu");
      await page.getByRole("menuitem", { name: "Info" }).click();
      await page.getByRole("dialog").waitFor();
      await check("message-info");
      await page.keyboard.press("Escape");
      await page
        .getByRole("button", { name: "About the conversation", exact: true })
        .click();
      await page.getByRole("heading", { name: "2 members" }).waitFor();
      await check("details");
      await page
        .getByRole("button", { name: "Change the picture" })
        .scrollIntoViewIfNeeded();
      await page
        .getByLabel("Change the picture")
        .last()
        .setInputFiles({
          name: "wide.png",
          mimeType: "image/png",
          buffer: Buffer.from(wide, "base64"),
        });
      await page.getByLabel("Part that is shown; arrows move it").waitFor();
      await check("square");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Stickers" }).click();
      await page.getByRole("button", { name: "My sets…" }).click();
      await page.getByLabel("Title of a new set").fill("Cats");
      await check("sticker-sets");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Cats" }).waitFor();
      await check("sticker-set");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Emoji" }).click();
      await page.getByRole("searchbox", { name: "Find an emoji" }).waitFor();
      await check("emoji");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+KeyK");
      await page.getByRole("combobox", { name: "Search everything" }).waitFor();
      await page.getByRole("option", { name: "Spring shop" }).first().waitFor();
      await check("search");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Boris/ }).click();
      await page.getByRole("dialog", { name: "Profile" }).waitFor();
      await check("person");
      await page.keyboard.press("Escape");
      for (const name of ["Saved messages", "Reminders", "Folders"]) {
        await page.getByRole("button", { name }).click();
        await page.getByRole("dialog", { name }).waitFor();
        await check(name.toLowerCase().replaceAll(" ", "-"));
        await page.keyboard.press("Escape");
      }
      await page.getByLabel("Attach files").setInputFiles({
        name: "point.png",
        mimeType: "image/png",
        buffer: Buffer.from(onePoint, "base64"),
      });
      await page.getByRole("list", { name: "Files to be sent" }).waitFor();
      await check("pending-file");
      await page.getByLabel("Message to Spring shop").press("Enter");
      await page
        .locator("article")
        .getByRole("button", { name: /^Open the picture/ })
        .click();
      await page.getByRole("dialog", { name: "Pictures" }).waitFor();
      await check("gallery");
      await page.keyboard.press("Escape");
      for (const name of [
        "Message to a person",
        "New group",
        "New channel",
        "Open channels",
      ]) {
        await page.getByRole("button", { name: "New conversation" }).click();
        await page.getByRole("menuitem", { name }).click();
        await page.getByRole("dialog", { name }).waitFor();
        await check(name.toLowerCase().replaceAll(" ", "-"));
        await page.keyboard.press("Escape");
      }
    });
  },
);
