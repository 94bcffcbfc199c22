import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signInAt } from "./cast.ts";
import { atChat, groupOfTwo } from "./chat-scenes.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

const call = {
  start: { role: "button", name: "Video call" },
  accept: { role: "button", name: /^Accept/ },
  endForAll: { role: "button", name: "End for all" },
  endYes: { role: "button", name: "End the call" },
} as const;
const patienceMs = 120_000;

/** From now on the browser tells that the others lose this share of what it sends. */
const lose = (screen: ChromiumScreen, share: number): Promise<void> =>
  screen.evaluate(`(() => {
    const ask = RTCPeerConnection.prototype.getStats;
    RTCPeerConnection.prototype.getStats = async function () {
      const told = new Map();
      (await ask.call(this)).forEach((report, id) =>
        told.set(id, report.type === "remote-inbound-rtp"
          ? { ...report, fractionLost: ${share} } : report));
      return told;
    };
  })()`);

it("a line is tried before the call; a weak one gives up pictures and says so; the flight recorder knows why", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await signInAt(anna, world, "anna");
  await anna.seeControl({ role: "link", name: "Profile" });
  await anna.open(`${world.baseUrl}/line-check`);
  await anna.press({ role: "button", name: "Check the connection" });
  await anna.see(/^You can call/, patienceMs);
  await anna.see("Your microphone is heard.");
  await isSound(anna, "line-check");

  const id = await groupOfTwo(world, "Spring shop");
  await anna.open(`${world.baseUrl}/chats/${id}`);
  await atChat(boris, world, { name: "boris", id });
  await anna.press(call.start);
  await boris.press(call.accept);
  await anna.see(/(Excellent|Good) connection/, patienceMs);

  await lose(boris, 0.2);
  await boris.see(/^The line is .*your (picture|camera)/, patienceMs);
  await boris.see(/only sound is left/, patienceMs);
  await anna.see("data gets lost on the way, sound only", patienceMs);
  await isSound(boris, "weak-line-own");
  await isSound(anna, "weak-line-other");
  await boris.press({ role: "button", name: "Bring the picture back" });
  await boris.see("You chose: whole picture.");
  await anna.press(call.endForAll);
  await anna.press(call.endYes);

  await using admin = await openChromium();
  await signInAt(admin, world, "admin");
  await admin.seeControl({ role: "link", name: "Profile" });
  await admin.open(`${world.baseUrl}/call-records`);
  await admin.see(/Boris Clarke: .*/, patienceMs);
  await isSound(admin, "call-records");
  await admin.page.getByRole("table").getByRole("link").first().click();
  await admin.see("What went wrong");
  await admin.see(/data gets lost on the way/);
  await admin.see("camera waits, sound goes on");
  await admin.see("sound only");
  await admin.see(/Chrome \d+; microphone: /);
  await isSound(admin, "flight-recorder");
  const saving = admin.page.waitForEvent("download");
  await admin.press({ role: "button", name: "Save as JSON" });
  expect((await saving).suggestedFilename()).toMatch(/^call-.*\.json$/);
  await admin.open(`${world.baseUrl}/audit`);
  await admin.see("Flight recorder of a call viewed");
  const problems = [anna, boris, admin].flatMap((screen) => screen.problems());
  expect(problems).toEqual([]);
});
