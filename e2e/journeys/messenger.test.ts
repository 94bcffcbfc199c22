import { afterAll, beforeAll, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { atChat, groupOfTwo } from "./chat-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Anna and Boris look at a new group of theirs. */
async function bothAt(
  anna: ChromiumScreen,
  boris: ChromiumScreen,
): Promise<void> {
  const id = await groupOfTwo(world, "Spring shop");
  await Promise.all([
    atChat(anna, world, { name: "anna", id }),
    atChat(boris, world, { name: "boris", id }),
  ]);
}

async function write(screen: ChromiumScreen, words: string): Promise<void> {
  await screen.page.getByLabel("Message to Spring shop").fill(words);
  await screen.page.keyboard.press("Enter");
}

it("two people write to each other, and see who writes and what was read", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await bothAt(anna, boris);
  await write(anna, "The plan is **ready**");
  await boris.see("The plan is ready");
  expect(await boris.page.locator("article strong").textContent()).toBe(
    "ready",
  );
  await boris.page.getByLabel("Message to Spring shop").pressSequentially("Th");
  await anna.page.getByText(/is typing/).waitFor();
  await write(boris, "Thanks");
  await anna.page.locator("article", { hasText: "Thanks" }).waitFor();
  await anna.page
    .locator("article", { hasText: "The plan" })
    .getByText("Read", { exact: true })
    .waitFor();
  expect(anna.problems()).toEqual([]);
});

it("what was written is changed, liked and taken back, as all see it", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await bothAt(anna, boris);
  const at = ({ page }: ChromiumScreen, hasText: string) =>
    page.locator("article", { hasText });
  await write(anna, "See you at noon");
  await at(boris, "See you at noon").hover();
  await boris.page.getByRole("button", { name: "React with 👍" }).click();
  await anna.page.getByRole("button", { name: /^👍 1/ }).waitFor();

  await anna.page.getByLabel("Message to Spring shop").press("ArrowUp");
  await write(anna, "See you at one");
  await at(boris, "See you at one").getByText("edited").waitFor();

  await at(boris, "See you at one").click({ button: "right" });
  await boris.page.getByRole("menuitem", { name: "Reply" }).click();
  await write(boris, "Fine");
  await at(anna, "Fine").getByText("See you at one").waitFor();

  await at(anna, "See you at one").first().click({ button: "right" });
  await anna.page.getByRole("menuitem", { name: "Delete" }).click();
  await anna.page
    .getByRole("dialog")
    .getByRole("button", { name: "Delete" })
    .click();
  await at(boris, "Message deleted").waitFor();
  expect([...anna.problems(), ...boris.problems()]).toEqual([]);
});

it("a file reaches the other, and is found again by a word from anywhere", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await bothAt(anna, boris);
  await anna.page.getByLabel("Message to Spring shop").waitFor();
  await anna.page.locator('input[type="file"]').setInputFiles({
    name: "prices.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("net, gross"),
  });
  await anna.page.getByRole("list", { name: /files/i }).waitFor();
  await write(anna, "The catalogue of spring");
  const arrived = boris.page.locator("article", { hasText: "prices.txt" });
  await arrived.getByRole("link", { name: /prices\.txt/ }).waitFor();

  await boris.page.getByRole("link", { name: "Desk" }).click();
  await boris.page.keyboard.press("Control+KeyK");
  const box = boris.page.getByRole("combobox", { name: "Search everything" });
  const found = boris.page.getByRole("option", { name: /catalogue of spring/ });
  // What was just written is found when its word has been taken into the index.
  await waitUntil("the message is found", async () => {
    await box.fill("");
    await box.fill("catalogues");
    return found.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
  });
  await boris.page.keyboard.press("Enter");
  await arrived.waitFor();
  expect([...anna.problems(), ...boris.problems()]).toEqual([]);
});

it("the actions of a message are there for a pointer that rests where the message appears", async () => {
  await using anna = await openChromium();
  // Nobody reads along: what has come is "sent" until somebody does.
  const id = await groupOfTwo(world, "Spring shop");
  await atChat(anna, world, { name: "anna", id });
  const { page } = anna;
  for (const words of ["One", "Two", "Three"]) {
    await write(anna, words);
    const message = page.locator("article", { hasText: words });
    // What is on its way is drawn by another than what has come.
    await message.hover();
    await message.getByText("Sent", { exact: true }).waitFor();
    const box = await message.boundingBox();
    await page.mouse.move(
      box!.x + box!.width / 2 + 1,
      box!.y + box!.height / 2,
    );
    await message.getByRole("toolbar").waitFor();
  }
});
