import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "./cast.ts";
import { threeAt } from "./chat-scenes.ts";
import { agrees, startsRecording } from "./recording-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

const call = {
  begin: { role: "button", name: "Audio call" },
  camera: { role: "button", name: "Turn the camera on" },
  join: { role: "button", name: "Join" },
  shrink: { role: "button", name: "Make the call small" },
  enlarge: { role: "button", name: "Make the call large" },
  leave: { role: "button", name: "Leave the call" },
  record: { role: "button", name: "Record the call" },
  stop: { role: "button", name: "Stop recording" },
  consent: { role: "button", name: "My consent" },
  withdraw: { role: "button", name: "Withdraw my consent" },
} as const;

/** It tells who records, on the screen of whoever is in the call. */
const lampOf = ({ page }: ChromiumScreen) =>
  page.getByRole("status").filter({ hasText: /records? the call/ });

/** Where each reel of the player stands, in seconds. */
const places = (screen: ChromiumScreen): Promise<readonly number[]> =>
  screen.evaluate(
    `[...document.querySelectorAll("video")].map((one) => one.currentTime)`,
  );

/** All reels go on from there. */
const playOn = (
  screen: ChromiumScreen,
  fromSeconds: number,
): Promise<unknown> =>
  waitUntil("reels that go on", async () => {
    const now = await places(screen);
    return now.length > 0 && now.every((one) => one > fromSeconds);
  });

it("a call is recorded of those who agree, the lamp is lit for all, and whoever withdraws is absent from what is watched afterwards", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await using vera = await openChromium();
  await threeAt([anna, boris, vera], world);

  await anna.press(call.begin);
  await boris.press(desk.accept);
  await anna.seeControl(call.record);
  await anna.press(call.camera);
  await startsRecording(anna);
  await anna.see("You record the call");
  await boris.see("May your voice and picture be recorded?");
  await boris.shot("recording-question");
  await agrees(boris, "To come back to what was said");
  await lampOf(boris)
    .getByText(/records the call since/)
    .waitFor();

  // Whoever comes later is asked too.
  await vera.press(desk.decline);
  await vera.press(call.join);
  await agrees(vera, "To teach the staff");
  await vera.press(call.shrink);
  await vera.shot("recording-lamp-small");
  await anna.shot("recording-lamp");
  await vera.press(call.consent);
  await vera.press(call.withdraw);
  await vera.press(call.enlarge);
  await vera.see("You are not recorded.");

  await anna.press(call.stop);
  await anna.press({ role: "button", name: "Stop for everybody" });
  for (const screen of [anna, boris, vera])
    await lampOf(screen).waitFor({ state: "detached" });
  for (const screen of [anna, boris, vera]) await screen.press(call.leave);

  const { page } = boris;
  await boris.press({ role: "link", name: "Recorded" });
  await boris.see("Ready to watch");
  await boris.shot("recordings");
  await page.getByRole("table").getByRole("link").first().click();
  await boris.press({ role: "button", name: "Play" });
  await playOn(boris, 1);
  await boris.press({ role: "button", name: "Pause" });
  await boris.shot("recording-player");
  await page.getByRole("slider", { name: "Position" }).fill("2000");
  const two = expect.closeTo(2, 0) as number;
  await expect.poll(() => places(boris)).toEqual([two, two]);
  await boris.press({ role: "button", name: "Play" });
  await playOn(boris, 2.2);
  expect([anna, boris, vera].flatMap((screen) => screen.problems())).toEqual(
    [],
  );
});
