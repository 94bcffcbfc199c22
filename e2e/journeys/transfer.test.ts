import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
  nothingArrives,
  operatorAt,
  seesAndHears,
  unhurried,
} from "./cast.ts";
import { countDevices, devicesAsked } from "./count-devices.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
});
afterEach(() => world[Symbol.asyncDispose]());

const handOver = { role: "button", name: "Hand over" } as const;
const openRecord = { role: "link", name: "Open in the history" } as const;

/** Boris hands his customer to Anna, with a word for her. */
async function handToAnna(boris: ChromiumScreen): Promise<void> {
  await boris.press(handOver);
  const dialog = boris.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Анна/ }).check();
  await boris.fill("Note for the next operator", "Asks about order 1042");
  await boris.shot("transfer-dialog");
  await dialog.getByRole("button", { name: "Hand over" }).click();
}

const onHold = /The call is on hold/;

/** Puts the call on hold: the customer is told, and neither sends the other anything. */
async function hold(
  boris: ChromiumScreen,
  customer: ChromiumScreen,
): Promise<void> {
  await boris.press({ role: "button", name: "Hold" });
  await customer.see(onHold);
  await boris.see(/You and the customer neither see nor hear/);
  await Promise.all([nothingArrives(boris), nothingArrives(customer)]);
  await Promise.all([
    boris.shot("hold-operator"),
    customer.shot("hold-customer"),
  ]);
}

describe("an operator hands a call over", () => {
  it("the customer is on hold meanwhile, then sees and hears the next one, asked for nothing; the first is free; the history knows both", async () => {
    await using boris = await openChromium();
    await using anna = await openChromium();
    await using customer = await openChromium();
    await operatorAt(boris, world);
    await customerAt(customer, world);
    await callFromShop(customer);
    await boris.press(desk.accept);
    await Promise.all([seesAndHears(boris), seesAndHears(customer)]);
    await operatorAt(anna, world, "anna");
    await countDevices(customer);

    await hold(boris, customer);
    await boris.press({ role: "button", name: "Back to the call" });
    await Promise.all([seesAndHears(boris), seesAndHears(customer)]);
    await hold(boris, customer);
    await handToAnna(boris);
    await anna.see("Asks about order 1042");
    await Promise.all([
      boris.shot("transfer-first"),
      anna.shot("transfer-next"),
      customer.shot("transfer-customer"),
    ]);
    await anna.press(desk.accept);
    await boris.see(/Анна.* has taken over/);
    await Promise.all([seesAndHears(anna), seesAndHears(customer)]);
    await customer.see(/Анна/);
    await customer.shot("transfer-done-customer");
    expect(await devicesAsked(customer)).toBe(0);
    await boris.shot("transfer-done-first");

    await boris.press({ role: "button", name: "Ready for the next one" });
    await boris.see("You are available");
    await anna.press(desk.endCall);
    await customer.see(/Thank you for the call/);
    await anna.press(openRecord);
    await anna.see("Who served");
    await anna.see("On hold");
    await anna.see(/Handed over to Анна.*Asks about order 1042/);
    await anna.shot("transfer-history");
    expect([
      ...boris.problems(),
      ...anna.problems(),
      ...customer.problems(),
    ]).toEqual([]);
  });
});
