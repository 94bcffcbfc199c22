import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

async function attach(
  { page }: ChromiumScreen,
  name: string,
  path?: string,
): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(
      path ?? {
        name,
        mimeType: "application/octet-stream",
        buffer: Buffer.alloc(partBytes + 100, name),
      },
    );
  await page.getByRole("progressbar", { name: `Uploading ${name}` }).waitFor();
}

/** A file of which the browser keeps no copy; it takes no room on the disk. */
async function largeFile(name: string) {
  const folder = await mkdtemp(join(tmpdir(), "veche-large-"));
  const path = join(folder, name);
  await writeFile(path, "");
  await truncate(path, 257 * 1024 * 1024);
  return {
    path,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

const written = ({ page }: ChromiumScreen, hasText: string) =>
  page.locator("article", { hasText });

const unsent = ({ page }: ChromiumScreen, name: string) =>
  page.getByRole("button", { name: `Don't send ${name}` });

/** The only tab in which it stands where one writes. */
const holderOf = (tabs: readonly ChromiumScreen[], name: string) =>
  waitUntil(`${name} to stand in one tab`, async () => {
    const counts = await Promise.all(
      tabs.map((tab) => unsent(tab, name).count()),
    );
    const holders = tabs.filter((_, at) => counts[at] === 1);
    return holders.length === 1 ? holders[0] : undefined;
  });

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
  await using film = await largeFile("film.bin");
  await attach(anna, "film.bin", film.path);
  await waitUntil("each file to be held in its middle", () =>
    Promise.resolve(
      uploads.asked.filter((one) => one === `PATCH ${partBytes}`).length === 4,
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
  // What stood where one writes does so in one of the two.
  await holderOf([anna, tab], "later.bin");
  const holder = await holderOf([anna, tab], "film.bin");
  // One of which no copy is kept is chosen again, goes on from its place, and is taken back.
  const chooser = holder.page.waitForEvent("filechooser");
  await holder.page.getByRole("button", { name: "Choose the file" }).click();
  await holder.shot("upload-after-reload");
  await (await chooser).setFiles(film.path);
  await holder.page
    .getByRole("progressbar", { name: "Uploading film.bin" })
    .waitFor();
  await unsent(holder, "film.bin").click();

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
