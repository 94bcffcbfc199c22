import { authEndpoints, type ConversationId } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { afterAll, beforeAll, expect, it } from "vitest";
import { desk, flowOf, seesAndHears, signInAt } from "./cast.ts";
import { atChat } from "./chat-scenes.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { JANUS_ENABLED: "auto" } });
});
afterAll(() => world[Symbol.asyncDispose]());

const two = {
  video: { role: "button", name: "Video call" },
  audio: { role: "button", name: "Audio call" },
  end: { role: "button", name: "End the call" },
  camera: { role: "button", name: "Turn the camera on" },
  cameraOff: { role: "button", name: "Turn the camera off" },
  add: { role: "button", name: "Add people" },
  leave: { role: "button", name: "Leave the call" },
  endForAll: { role: "button", name: "End for all" },
  continueHere: { role: "button", name: "Continue here" },
  again: { role: "button", name: "Call again" },
  popOut: { role: "button", name: "Open in a window of its own" },
  calls: { role: "link", name: /^Calls/ },
} as const;

/** The conversation of Anna and Boris. */
async function theirConversation(): Promise<ConversationId> {
  using anna = await world.user("anna");
  using boris = await world.user("boris");
  const { id: userId } = await boris.call(authEndpoints.getMe);
  const { id } = await anna.line.send("conversation.open_direct", { userId });
  return id;
}

const picturesOf = (screen: ChromiumScreen): Promise<number> =>
  screen.evaluate<number>(
    `[...document.querySelectorAll("video:not([data-own='true'])")].filter((one) => one.getVideoPlaybackQuality().totalVideoFrames > 0 && one.videoWidth > 0).length`,
  );

const sees = (screen: ChromiumScreen, others: number): Promise<unknown> =>
  waitUntil(
    `${others} pictures`,
    async () => (await picturesOf(screen)) === others,
    { timeoutMs: 120_000, everyMs: 300 },
  );

it("the call stands in a window of its own, with its buttons and keys, and comes back", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  // As in a browser that knows no window for pictures.
  await boris.page.addInitScript(
    `Object.defineProperty(window, "documentPictureInPicture", { value: undefined })`,
  );
  const id = await theirConversation();
  await atChat(anna, world, { name: "anna", id });
  await signInAt(boris, world, "boris");
  await anna.press(two.video);
  await boris.press(desk.accept);
  await Promise.all([sees(anna, 1), sees(boris, 1)]);

  const [popUp] = await Promise.all([
    boris.page.waitForEvent("popup"),
    boris.press(two.popOut),
  ]);
  await boris.see("The call is in a window of its own");
  await popUp.getByRole("button", { name: "Mute the microphone" }).click();
  await popUp.getByRole("button", { name: "Unmute the microphone" }).waitFor();
  await popUp.keyboard.press("KeyM");
  await popUp.getByRole("button", { name: "Mute the microphone" }).waitFor();
  const button = (name: string) =>
    popUp.getByRole("button", { name, exact: true });
  await button("Mute the microphone").click();
  // The button that was clicked keeps the focus and is not pressed by the key.
  await popUp.keyboard.down("Space");
  await button("Mute the microphone").waitFor();
  await popUp.keyboard.up("Space");
  await button("Unmute the microphone").click();
  await popUp.keyboard.press("Control+KeyE");
  await popUp.getByRole("button", { name: two.camera.name }).click();
  await waitUntil("Anna's picture in it", () =>
    popUp.evaluate<boolean>(
      `[...document.querySelectorAll("video:not([data-own='true'])")].some((one) => one.getVideoPlaybackQuality().totalVideoFrames > 10)`,
    ),
  );
  await popUp.screenshot({ path: "e2e/artifacts/call-popped-out.png" });

  await anna.press(two.popOut);
  const inWindow = (act: string) =>
    anna.evaluate<boolean>(
      `((inside) => ${act})(documentPictureInPicture.window.document)`,
    );
  await waitUntil("Boris's picture in it", () =>
    inWindow(
      `[...inside.querySelectorAll("video:not([data-own='true'])")].some((one) => one.getVideoPlaybackQuality().totalVideoFrames > 10)`,
    ),
  );
  await anna.press({ role: "button", name: "Back to the page" });
  await sees(anna, 1);

  await Promise.all([
    popUp.waitForEvent("close"),
    popUp.getByRole("button", { name: "Leave the call" }).click(),
  ]);
  await anna.seeControl(two.video);
  expect([...anna.problems(), ...boris.problems()]).toEqual([]);
});

/** So many others are there, and sound goes on coming. */
async function reaches(screen: ChromiumScreen, others: number): Promise<void> {
  await waitUntil(
    `${others} others`,
    () =>
      screen.evaluate<boolean>(
        `document.querySelectorAll("video:not([data-own='true'])").length === ${others}`,
      ),
    { timeoutMs: 120_000, everyMs: 300 },
  );
  // The way of the packets may change meanwhile, and each way counts from nothing.
  let before = Infinity;
  await waitUntil(
    "sound that is heard",
    async () => {
      const { receivedAudioEnergy } = await flowOf(screen);
      const isMore = receivedAudioEnergy > before;
      before = receivedAudioEnergy;
      return isMore;
    },
    { timeoutMs: 120_000, everyMs: 1000 },
  );
}

it("a colleague is called, missed and called back; a sound becomes a picture, two become three, and the call goes to another device", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  const id = await theirConversation();
  await atChat(anna, world, { name: "anna", id });
  await signInAt(boris, world, "boris");
  await boris.seeControl(two.calls);

  await anna.press(two.audio);
  await boris.seeControl(desk.decline);
  await anna.see("ringing…");
  await anna.shot("direct-call-rings");
  await anna.press(two.end);
  await boris.seeControl({ role: "link", name: /Calls.*1 missed call/ });
  await boris.press(two.calls);
  await boris.see(/Missed audio call/);
  await boris.shot("my-calls");
  await boris.press({ role: "button", name: /^Audio call: Анна/ });
  await anna.press(desk.accept);
  await waitUntil("the timer of a call", () =>
    anna.page.getByRole("timer").isVisible(),
  );
  // Both are heard while nobody is seen.
  for (const screen of [anna, boris]) await reaches(screen, 1);

  await anna.press(two.camera);
  await sees(boris, 1);
  await boris.press(two.camera);
  await seesAndHears(anna);
  await anna.shot("direct-call");

  await using laptop = await openChromium();
  await signInAt(laptop, world, "boris");
  await laptop.see(/goes on in another window/);
  await laptop.shot("call-elsewhere");
  await laptop.press(two.continueHere);
  await sees(laptop, 1);
  await boris.see(/goes on in another window/);
  await seesAndHears(anna);
  const problems = [...boris.problems()];
  // From here on there is only sound.
  await Promise.all(
    [anna, laptop].map((screen) => screen.press(two.cameraOff)),
  );
  await boris[Symbol.asyncDispose]();

  await using vera = await openChromium({ colourScheme: "dark" });
  await signInAt(vera, world, "vera");
  await vera.seeControl(two.calls);
  await anna.press(two.add);
  await anna.press({ role: "button", name: /^Вера/ });
  await anna.shot("call-add-people");
  await anna.press({ role: "button", name: "Call 1 person" });
  await vera.see(/In the call: .*Анна.*/);
  await vera.shot("call-third-rings");
  await vera.press(desk.accept);
  await vera.seeControl(two.leave);
  await vera.shot("call-of-three-begins");
  for (const screen of [anna, laptop, vera]) await reaches(screen, 2);
  await anna.see(/Анна, Boris, Вера|Boris, Анна, Вера/);
  await anna.shot("call-of-three");
  await vera.press(two.leave);
  await reaches(anna, 1);
  await laptop.press(two.endForAll);
  await laptop.press(two.end);
  await anna.see("The call goes on in a group");

  await anna.press(two.audio);
  await laptop.press(desk.decline);
  await anna.press(two.again);
  await laptop.press(desk.accept);
  await anna.press(two.end);
  await laptop.press(two.calls);
  await laptop.see(/Incoming audio call/);
  problems.push(...[anna, laptop, vera].flatMap((one) => one.problems()));
  expect(problems).toEqual([]);
});
