import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk } from "./cast.ts";
import { threeAt } from "./chat-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

const call = {
  begin: { role: "button", name: "Video call" },
  join: { role: "button", name: "Join" },
  shrink: { role: "button", name: "Make the call small" },
  record: { role: "button", name: "Record the call" },
  stop: { role: "button", name: "Stop recording" },
  agree: { role: "button", name: "Agree to what is ticked" },
  refuse: { role: "button", name: "Don't record me" },
  consent: { role: "button", name: "My consent" },
  withdraw: { role: "button", name: "Withdraw my consent" },
} as const;

/** It tells who records, on the screen of whoever is in the call. */
const lampOf = ({ page }: ChromiumScreen) =>
  page.getByRole("status").filter({ hasText: /records? the call/ });

const question = "May your voice and picture be recorded?";

async function startsRecording({ page, press }: ChromiumScreen): Promise<void> {
  await press(call.record);
  await page.getByLabel("To teach the staff").check();
  await press({ role: "button", name: "Start recording" });
}

/** Says yes to the one purpose, and sees that it counts. */
async function agrees(screen: ChromiumScreen, purpose: string): Promise<void> {
  await screen.see(question);
  await screen.page.getByLabel(purpose).check();
  await screen.press(call.agree);
  await screen.see("You are recorded.");
}

it("a call is recorded of those who agree, the lamp is lit for all, and whoever withdraws is absent from what is watched afterwards", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await using vera = await openChromium();
  await threeAt([anna, boris, vera], world);

  await anna.press(call.begin);
  await boris.press(desk.accept);
  await anna.seeControl(call.record);
  await startsRecording(anna);
  await anna.see("You record the call");
  await boris.see(question);
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
  await vera.press({ role: "button", name: "Make the call large" });
  await vera.see("You are not recorded.");

  await anna.press(call.stop);
  await anna.shot("recording-stop");
  await anna.press({ role: "button", name: "Stop for everybody" });
  for (const screen of [anna, boris, vera])
    await lampOf(screen).waitFor({ state: "detached" });
  expect([anna, boris, vera].flatMap((screen) => screen.problems())).toEqual(
    [],
  );
}, 300_000);
