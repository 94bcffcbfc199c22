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

const press = ({ page }: ChromiumScreen, name: RegExp | string) =>
  page.getByRole("button", { name }).first().click();
const choose = async (
  screen: ChromiumScreen,
  menu: RegExp | string,
  name: string,
) => {
  await press(screen, menu);
  await screen.page.getByRole("menuitem", { name, exact: true }).click();
};
/** Into the call that goes on in the conversation. */
const comeIn = ({ page }: ChromiumScreen) =>
  page
    .getByRole("status")
    .filter({ hasText: "A call is going on" })
    .getByRole("button", { name: "Join" })
    .click();
const list = ({ page }: ChromiumScreen) =>
  page.getByRole("complementary", { name: "Participants" });

it("those who keep order give the word, mute, show large, lock, let in one by one and remove; the others obey and are told", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  await using vera = await openChromium();
  await threeAt([anna, boris, vera], world);
  await press(anna, "Video call");
  await boris.press(desk.accept);
  await vera.press(desk.decline);
  await press(boris, "Raise your hand");
  await anna.page.getByText("Hand raised, number 1 in the row").waitFor();
  await press(boris, "Reactions");
  await boris.page.getByRole("menuitem", { name: "React: 👏" }).click();
  await anna.page.getByText(/^Boris.*: 👏$/).waitFor({ state: "attached" });
  await anna.shot("conference-order-hand");

  await press(anna, "Participants");
  await choose(anna, /^Actions for Boris/, "Lower the hand");
  await boris.page.getByRole("button", { name: "Raise your hand" }).waitFor();
  await choose(anna, /^Actions for Boris/, "Mute");
  await boris.see("A moderator muted your microphone. Only you can unmute it.");
  await boris.page
    .getByRole("button", { name: "Unmute the microphone" })
    .waitFor();
  await choose(anna, /^Actions for Boris/, "Ask to unmute");
  await boris.see(/asks you to turn your microphone on/);
  await boris.shot("conference-order-asked");
  await press(boris, "Turn the microphone on");
  await boris.page
    .getByRole("button", { name: "Mute the microphone", exact: true })
    .waitFor();

  await choose(anna, /^Actions for Boris/, "Show large to everybody");
  await list(anna).getByText("shown large to all").waitFor();
  await choose(anna, "Manage the call", "Lock the call");
  await list(anna).getByText("The call is locked").waitFor();
  await comeIn(vera);
  await vera.see("The call is locked: nobody new comes in.");
  await choose(anna, "Manage the call", "Unlock the call");

  await choose(anna, "Manage the call", "Let people in one by one");
  await comeIn(vera);
  await vera.see("You are waiting to be let in: Spring shop");
  await vera.shot("conference-order-waiting");
  await anna.page.setViewportSize({ width: 400, height: 800 });
  await anna.shot("conference-order-narrow");
  await anna.page.setViewportSize({ width: 1440, height: 900 });
  await press(anna, /^Don't let Вера/);
  await vera.see("You were not let in: Spring shop");
  await anna.shot("conference-order-list");
  await press(anna, /^Let Вера/);
  await vera.page.getByRole("button", { name: "Leave the call" }).waitFor();
  await list(anna).getByText("3 participants").waitFor();

  await choose(anna, /^Actions for Вера/, "Remove from the call");
  await anna.page
    .getByRole("dialog")
    .getByText(/^Remove Вера/)
    .waitFor();
  await anna.shot("conference-order-remove");
  await anna.page.keyboard.press("Escape");
  await anna.page.locator(`[aria-label^="Actions for Вера"]:focus`).waitFor();
  await choose(anna, /^Actions for Вера/, "Remove from the call");
  await press(anna, "Remove");
  await vera.see(/You were removed from the call\./);
  await list(anna).getByText("2 participants").waitFor();
  await comeIn(vera);
  await vera.see("You were not let in: Spring shop");
  await press(anna, "End for all");
  await press(anna, "End the call");
  await boris.page.getByRole("button", { name: "Video call" }).waitFor();
  expect([anna, boris, vera].flatMap((screen) => screen.problems())).toEqual(
    [],
  );
});
