import { afterEach, beforeEach, expect, it } from "vitest";
import { wrapUpEndpoints } from "@veche/contracts";
import { openChromium, startWorld, type World } from "@veche/test-world";
import {
  callFromShop,
  customerAt,
  desk,
  hears,
  operatorAt,
  signInAt,
  unhurried,
  widget,
} from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
  await wrapUpFor(3600);
});
afterEach(() => world[Symbol.asyncDispose]());

/** A slow machine may rate for longer than operators have to write it down. */
async function wrapUpFor(seconds: number): Promise<void> {
  using admin = await world.user("admin");
  const { outcomes } = await admin.call(wrapUpEndpoints.getWrapUpRules, {});
  const body = { seconds, outcomes };
  await admin.call(wrapUpEndpoints.updateWrapUpRules, { body });
}

it("after a call the customer rates it by two taps and a word, the operator writes down the outcome, the supervisor sees both", async () => {
  await using operator = await openChromium();
  await using customer = await openChromium();
  await operatorAt(operator, world);
  await customerAt(customer, world);
  await callFromShop(customer, "audio");
  await operator.press(desk.accept);
  await Promise.all([hears(operator), hears(customer)]);
  await customer.press(widget.end);
  await customer.see("How did we serve you?");
  const stars = (question: string, words: RegExp) =>
    customer.page
      .getByRole("group", { name: question })
      .getByRole("button", { name: words })
      .click();
  await stars("How did we serve you?", /^2/);
  await stars("How were sound, picture and page?", /^5/);
  await customer.see("Thank you for the rating!");
  await customer.fill("Anything to add?", "It took too long");
  await customer.press({ role: "button", name: "Send" });

  await operator.see("The session has ended");
  await operator.see(/Nobody rings you for/);
  // The radio itself is out of sight; its words are what one presses.
  await operator.page.getByText("Needs follow-up", { exact: true }).click();
  await operator.fill(/^Note/, "Wants a discount");
  await operator.press({ role: "button", name: "Ready for the next one" });
  await operator.see("You are available");

  await using supervisor = await openChromium();
  await signInAt(supervisor, world, "vera");
  await supervisor.seeControl({ role: "link", name: "Profile" });
  await supervisor.open(`${world.baseUrl}/history`);
  await supervisor.see("Ratings of the last 30 days");
  await supervisor.see("2 of 5");
  await supervisor.page.getByRole("row").nth(1).getByRole("link").click();
  await supervisor.see("It took too long");
  await supervisor.see("Wants a discount");
  expect([...operator.problems(), ...customer.problems()]).toEqual([]);
});
