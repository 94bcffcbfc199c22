import { afterEach, beforeEach, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import {
  callFromShop,
  customerAt,
  desk,
  operatorAt,
  seesAndHears,
  signInAt,
  unhurried,
} from "./cast.ts";
import { countDevices, devicesAsked } from "./count-devices.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
});
afterEach(() => world[Symbol.asyncDispose]());

/** Says a word to the supervisors from within the session. */
async function askForHelp(boris: ChromiumScreen, words: string) {
  await boris.press({ role: "button", name: "Ask for help" });
  await boris.fill("What is it about?", words);
  await boris.page
    .getByRole("dialog")
    .getByRole("button", { name: "Ask for help" })
    .click();
  await boris.see(/You have asked for help/);
}

it("an operator asks for help and a supervisor takes the call over: the customer is asked for nothing, the operator is free (B15)", async () => {
  await using boris = await openChromium();
  await using vera = await openChromium();
  await using customer = await openChromium();
  await operatorAt(boris, world);
  await customerAt(customer, world);
  await callFromShop(customer);
  await boris.press(desk.accept);
  await Promise.all([seesAndHears(boris), seesAndHears(customer)]);
  await countDevices(customer);

  await signInAt(vera, world, "vera");
  await vera.seeControl({ role: "link", name: "Live board" });
  const notice = vera.page.getByText("Boris Clarke asks for help");
  await askForHelp(boris, "Never mind");
  await notice.waitFor();
  await boris.press({ role: "button", name: "Withdraw" });
  await notice.waitFor({ state: "detached" });
  await askForHelp(boris, "Wants to cancel the contract");
  await boris.shot("take-over-help-asked");
  await notice.waitFor();
  await vera.press({ role: "button", name: "Open the live board" });
  await vera.page
    .getByRole("row", { name: /Asks for help.*Wants to cancel/ })
    .waitFor();
  await isSound(vera, "take-over-board");
  await vera.press({ role: "button", name: /^Take over .* from Boris/ });
  await vera.see(/Boris Clarke leaves the conversation/);
  await vera.shot("take-over-question");
  await vera.page
    .getByRole("dialog")
    .getByRole("button", { name: "Take over" })
    .click();
  await boris.see(/Вера.* has taken over/);
  await Promise.all([seesAndHears(vera), seesAndHears(customer)]);
  await customer.see(/Вера/);
  await notice.waitFor({ state: "detached" });
  expect(await devicesAsked(customer)).toBe(0);
  await vera.shot("take-over-supervisor");

  await boris.press({ role: "button", name: "Ready for the next one" });
  await boris.see("You are available");
  await vera.press(desk.endCall);
  await customer.see(/Thank you for the call/);
  await vera.press({ role: "link", name: "Open in the history" });
  await vera.see("Who served");
  await vera.see(/Taken over by Вера/);
  await vera.shot("take-over-history");
  expect([
    ...boris.problems(),
    ...vera.problems(),
    ...customer.problems(),
  ]).toEqual([]);
});
