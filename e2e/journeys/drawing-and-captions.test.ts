import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk, signInAt } from "./cast.ts";
import { atChat, groupOfTwo } from "./chat-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const group = {
  call: { role: "button", name: "Video call" },
  draw: { role: "button", name: "Point and draw" },
  wipeMine: { role: "button", name: "Clear what I drew" },
  captions: { role: "button", name: "Show captions" },
  wipeAll: { role: "button", name: "Clear everybody's drawing" },
} as const;

/** Where the lines over a screen begin and end on its picture, in hundredths. */
const linesAt = (screen: ChromiumScreen): Promise<number[][]> =>
  screen.evaluate<
    number[][]
  >(`[...document.querySelectorAll("svg g > polyline:last-child")].map((line) => {
    const { width, height } = line.ownerSVGElement.viewBox.baseVal;
    const { points } = line;
    return [points.getItem(0), points.getItem(points.length - 1)].flatMap(({ x, y }) =>
      [Math.round((x / width) * 100), Math.round((y / height) * 100)]);
  })`);

const sees = (screen: ChromiumScreen, lines: number): Promise<unknown> =>
  waitUntil(
    `${lines} lines`,
    async () => (await linesAt(screen)).length === lines,
  );

/** Draws from the middle of a picture to the right, with the mouse. */
async function drawAt({ page }: ChromiumScreen): Promise<void> {
  const sheet = page.getByRole("application");
  const box = await sheet.boundingBox();
  const [x, y] = [box!.x + box!.width / 2, box!.y + box!.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 6 });
  await page.mouse.up();
}

it("whoever switched captions on reads what a program at the speaker's side hears, and nobody else does", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  using program = await world.user("boris");
  const id = await groupOfTwo(world, "Autumn shop");
  await atChat(anna, world, { name: "anna", id });
  await signInAt(boris, world, "boris");
  await anna.press(group.call);
  await boris.press(desk.accept);
  await anna.page.getByRole("timer").waitFor();
  await anna.press(group.captions);
  await anna.see(/Captions are on/);
  const { call } = await program.notice(
    "call.changed",
    (one) => one.call.conversationId === id && one.call.liveAt !== null,
  );
  const hear = (text: string) =>
    program.line.send("floor.caption", {
      callId: call.id,
      caption: { captionId: 1, text, isFinal: false },
    });
  await hear("Good");
  await hear("Good morning");
  await anna.page.getByRole("log", { name: "Captions" }).waitFor();
  await anna.see(/Good morning/);
  await anna.shot("call-captions");
  expect(await boris.page.getByText("Good morning").count()).toBe(0);
  await anna.press({ role: "button", name: "Hide captions" });
  await anna.seeControl(group.captions);
  for (const one of [anna, boris])
    await one.press({ role: "button", name: "Leave the call" });
  await anna.seeControl(group.call);
  expect([...anna.problems(), ...boris.problems()]).toEqual([]);
});

it("what one draws over another's screen both see at the same place of the picture, until it is wiped or the screen ends", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  const id = await groupOfTwo(world, "Spring shop");
  await atChat(anna, world, { name: "anna", id });
  await signInAt(boris, world, "boris");
  await anna.press(group.call);
  await boris.press(desk.accept);
  await anna.page.getByRole("timer").waitFor();
  await boris.press(desk.share);
  await anna.see(/Boris.*'s screen/);
  await boris.see("You are sharing your screen");

  await anna.press(group.draw);
  await drawAt(anna);
  await waitUntil(
    "Anna's name at her pointer, beside that on her picture",
    async () => {
      const names = boris.page.locator("li").getByText(/^Анна/);
      return (await names.count()) === 2;
    },
  );
  await anna.shot("drawing-viewer");
  await boris.shot("drawing-owner");
  await Promise.all([sees(anna, 1), sees(boris, 1)]);
  const [drawn] = await linesAt(anna);
  expect(drawn?.slice(0, 2)).toEqual([50, 50]);
  // The line comes to him piece by piece.
  await waitUntil("the whole line", async () => {
    const [at] = await linesAt(boris);
    return at?.join() === drawn?.join();
  });
  expect(await linesAt(boris)).toEqual([drawn]);

  // The same by keys: the sheet is reached from the button that opened it.
  await anna.page.getByRole("application").focus();
  await anna.key("ArrowDown");
  await anna.key("Shift+ArrowRight");
  await Promise.all([sees(anna, 2), sees(boris, 2)]);
  await anna.press(group.wipeMine);
  await Promise.all([sees(anna, 0), sees(boris, 0)]);

  await drawAt(anna);
  await sees(boris, 1);
  await boris.press(group.wipeAll);
  await Promise.all([sees(anna, 0), sees(boris, 0)]);
  await drawAt(anna);
  await sees(boris, 1);
  await boris.press(desk.stopSharing);
  await Promise.all([sees(anna, 0), sees(boris, 0)]);
  await waitUntil("no way to draw", async () => {
    const buttons = anna.page.getByRole("button", { name: group.draw.name });
    return (await buttons.count()) === 0;
  });
  expect([...anna.problems(), ...boris.problems()]).toEqual([]);
});
