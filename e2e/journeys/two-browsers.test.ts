import { writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  type ConversationId,
} from "@veche/contracts";
import {
  openChromium,
  openFirefox,
  startWorld,
  type ChromiumScreen,
  type FirefoxScreen,
  type World,
} from "@veche/test-world";
import { desk, signInAt } from "./cast.ts";

let world: World;
let folder: string;
beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), "veche-two-browsers-"));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function groupOfTwo(): Promise<ConversationId> {
  using anna = await world.user("anna");
  using boris = await world.user("boris");
  const { id: borisId } = await boris.call(authEndpoints.getMe);
  const { id } = await anna.call(conversationEndpoints.createGroup, {
    body: { title: "Spring shop", memberIds: [borisId] },
  });
  return id;
}

const messageField = "Message to Spring shop";

async function writeIn(screen: FirefoxScreen, words: string): Promise<void> {
  await screen.fill(messageField, words);
  await screen.key("Enter");
}

const inChromium = ({ page }: ChromiumScreen, hasText: string) =>
  page.locator("article", { hasText });

/** A message as Firefox shows it. */
const inFirefox = ({ page }: FirefoxScreen, words: string) =>
  page.locator(`::-p-xpath(//article[contains(., "${words}")])`);

async function attach({ page }: FirefoxScreen): Promise<void> {
  const path = join(folder, "prices.txt");
  await writeFile(path, "net, gross");
  const input = await page.waitForSelector('input[type="file"]');
  const field = await input?.toElement("input");
  await field?.uploadFile(path);
}

it("Chromium and Firefox talk: send, edit, react, a file, and what was written while the server was away", async () => {
  const id = await groupOfTwo();
  await using anna = await openChromium();
  await using boris = await openFirefox();
  await Promise.all([
    signInAt(anna, world, "anna"),
    signInAt(boris, world, "boris"),
  ]);
  for (const screen of [anna, boris])
    // All of the page: Firefox tells of parts whose loading is cut off.
    await screen.seeControl(desk.becomeAvailable);
  const address = `${world.baseUrl}/chats/${id}`;
  await Promise.all([anna.open(address), boris.open(address)]);
  await anna.page.getByLabel(messageField).fill("Lunch at **noon**?");
  await anna.key("Enter");
  await inFirefox(boris, "Lunch at noon?").hover();
  await boris.press({ role: "button", name: "React with 👍" });
  await anna.page.getByRole("button", { name: /^👍 1/ }).waitFor();

  await writeIn(boris, "Yes, at onw");
  await inChromium(anna, "Yes, at onw").waitFor();
  await boris.seeControl({ role: "textbox", name: messageField });
  await boris.key("ArrowUp");
  await boris.see("Changing the message");
  await writeIn(boris, "Yes, at one");
  await inChromium(anna, "Yes, at one").getByText("edited").waitFor();

  await inFirefox(boris, "Lunch at noon?").click({ button: "right" });
  await boris.press({ role: "menuitem", name: "Reply" });
  await attach(boris);
  await writeIn(boris, "And the prices");
  await inChromium(anna, "And the prices")
    .getByRole("link", { name: /prices\.txt/ })
    .waitFor();

  await world.server.kill();
  await writeIn(boris, "Firefox without a server");
  await anna.page.getByLabel(messageField).fill("Chromium without a server");
  await anna.key("Enter");
  await world.server.start();
  const again = { timeout: 120_000 };
  await inChromium(anna, "Firefox without a server").waitFor(again);
  await inFirefox(boris, "Chromium without a server")
    .setTimeout(again.timeout)
    .wait();
  const problems = [...anna.problems(), ...boris.problems()];
  // Both browsers tell their console of each line they could not have meanwhile.
  expect(problems.filter((one) => !one.includes("/realtime"))).toEqual([]);
});
