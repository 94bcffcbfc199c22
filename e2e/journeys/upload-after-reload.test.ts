import { afterAll, beforeAll, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { groupOfTwo } from "./chat-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const partBytes = 4 * 1024 * 1024;

/** Parts of files after the first one go no further until they are let through. */
type Route = Parameters<
  Parameters<ReturnType<ChromiumScreen["page"]["context"]>["route"]>[1]
>[0];

async function holdUploads({ page }: ChromiumScreen) {
  let isHeld = true;
  const asked: string[] = [];
  const held: Route[] = [];
  await page.context().route(/\/api\/v1\/uploads/, async (route) => {
    const request = route.request();
    const method = request.headers()["x-http-method-override"];
    const kind = method ?? request.method();
    asked.push(`${kind} ${request.headers()["upload-offset"] ?? ""}`.trim());
    if (kind === "PATCH" && isHeld) held.push(route);
    else await route.continue();
  });
  return {
    asked,
    letThrough: async () => {
      isHeld = false;
      // Those of a page that is gone are not to be had any more.
      for (const one of held) await one.continue().catch(() => undefined);
    },
  };
}

async function attach({ page }: ChromiumScreen, name: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.alloc(partBytes + 100, name),
    });
  await page.getByRole("progressbar", { name: `Uploading ${name}` }).waitFor();
}

const written = ({ page }: ChromiumScreen, hasText: string) =>
  page.locator("article", { hasText });

it("a file goes on after a reload from where the server has it, in one tab, and can be taken back there", async () => {
  const id = await groupOfTwo(world, "Spring shop");
  const address = `${world.baseUrl}/chats/${id}`;
  await using anna = await openChromium();
  const uploads = await holdUploads(anna);
  await signInAt(anna, world, "anna");
  await anna.page.getByRole("link", { name: "Desk" }).waitFor();
  await anna.open(address);
  const field = anna.page.getByLabel("Message to Spring shop");
  await field.waitFor();
  for (const name of ["prices.bin", "mistake.bin"]) {
    await attach(anna, name);
    await field.fill(`With ${name}`);
    await field.press("Enter");
    await written(anna, `With ${name}`).waitFor();
  }
  await attach(anna, "later.bin");
  await waitUntil("each file to be held in its middle", () =>
    Promise.resolve(
      uploads.asked.filter((one) => one === `PATCH ${partBytes}`).length === 3,
    ),
  );

  uploads.asked.length = 0;
  const tab = await anna.anotherTab();
  await tab.open(address);
  await written(tab, "With prices.bin")
    .getByText(/another window/)
    .waitFor();
  await anna.reload();
  await written(anna, "With mistake.bin")
    .getByRole("button", { name: "Don't send mistake.bin" })
    .click();
  await written(anna, "With mistake.bin").waitFor({ state: "detached" });
  // It stood where one writes; whichever of the two was there first has it.
  await waitUntil(
    "the file that is not sent yet to stand there again",
    async () => {
      const places = await Promise.all(
        [anna, tab].map(({ page }) =>
          page.getByRole("button", { name: "Don't send later.bin" }).count(),
        ),
      );
      return places.reduce((sum, count) => sum + count, 0) === 1;
    },
  );
  await anna.shot("upload-after-reload");

  await uploads.letThrough();
  for (const screen of [anna, tab])
    await written(screen, "With prices.bin")
      .getByText("Sent", { exact: true })
      .waitFor();
  expect(uploads.asked.filter((one) => one.startsWith("POST"))).toEqual([]);
  expect(uploads.asked).toContain(`PATCH ${partBytes}`);
  expect(await written(tab, "With mistake.bin").count()).toBe(0);
  expect([...anna.problems(), ...tab.problems()]).toEqual([]);
});
