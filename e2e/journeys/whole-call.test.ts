import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  openChromium,
  openFirefox,
  startWorld,
  waitUntil,
  type Screen,
  type World,
} from "@veche/test-world";
import {
  callFromShop,
  customerAt,
  desk,
  flowOf,
  operatorAt,
  seesAndHears,
  unhurried,
  widget,
} from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
});
afterEach(() => world[Symbol.asyncDispose]());

/** An operator and a customer who see and hear each other. */
async function talking(operator: Screen, customer: Screen): Promise<void> {
  await operatorAt(operator, world);
  await customerAt(customer, world);
  await callFromShop(customer);
  await operator.press(desk.accept);
  await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
}

const picturesAt = (screen: Screen, count: number): Promise<unknown> =>
  waitUntil(
    `${count} pictures to arrive`,
    async () => (await flowOf(screen)).receivedVideoTracks === count,
    { timeoutMs: 120_000, everyMs: 200 },
  );

describe("a customer calls from the shop and an operator answers", () => {
  it("they talk, write, mute and show their screens; a reload and another page return to the call; the customer ends it", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await talking(operator, customer);
    expect((await flowOf(operator)).isEncrypted).toBe(true);
    await operator.shot("call-operator");
    await customer.shot("call-customer");

    await operator.fill(/^Message to/, "Hello, how can I help?");
    await operator.key("Enter");
    await customer.press(widget.showChat);
    await customer.see("Hello, how can I help?");
    await customer.fill("Your message", "Which cup is larger?");
    await customer.key("Enter");
    await operator.see("Which cup is larger?");

    await operator.press(desk.mute);
    await customer.see(/microphone off/);
    await operator.press(desk.unmute);
    await customer.press(widget.mute);
    await customer.seeControl(widget.unmute);
    await customer.press(widget.unmute);

    await operator.press(desk.share);
    await picturesAt(customer, 2);
    await customer.press(widget.share);
    await picturesAt(operator, 2);
    await operator.shot("call-both-screens-operator");
    await customer.shot("call-both-screens-customer");
    await operator.press(desk.stopSharing);
    await customer.press(widget.stopSharing);

    await customer.reload();
    await Promise.all([seesAndHears(customer), seesAndHears(operator)]);
    await customer.open(`${world.baseUrl}/shop/product.html?item=teapot`);
    await Promise.all([seesAndHears(customer), seesAndHears(operator)]);
    await customer.shot("call-after-page-move");
    await operator.see("Which cup is larger?");

    await customer.press(widget.end);
    await customer.see(/Thank you for the call/);
    await operator.see("The session has ended");
    await operator.shot("call-ended-operator");
    await customer.shot("call-ended-customer");
    expect([...operator.problems(), ...customer.problems()]).toEqual([]);
  });

  it.each<[string, () => Promise<Screen>, () => Promise<Screen>]>([
    [
      "a customer in Firefox, the operator in Chromium",
      openFirefox,
      openChromium,
    ],
    [
      "a customer in Chromium, the operator in Firefox",
      openChromium,
      openFirefox,
    ],
  ])(
    "%s: both see and hear, and the operator ends it",
    async (_words, openCustomer, openOperator) => {
      await using operator = await openOperator();
      await using customer = await openCustomer();
      await talking(operator, customer);
      await operator.shot(`call-operator-in-${operator.browser}`);
      await customer.shot(`call-customer-in-${customer.browser}`);
      await operator.press(desk.endCall);
      await customer.see(/Thank you for the call/);
      await operator.see("The session has ended");
    },
  );
});
