import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contactCentreEndpoints } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  type Screen,
  type World,
} from "@veche/test-world";
import {
  callFromShop,
  customerAt,
  desk,
  operatorAt,
  seesAndHears,
  unhurried,
  widget,
} from "./cast.ts";

let world: World;
beforeEach(async () => {
  // And the operator is waited for until their line is back.
  world = await startWorld({
    env: { ...unhurried, OPERATOR_GRACE_SECONDS: "120" },
  });
});
afterEach(() => world[Symbol.asyncDispose]());

const killAndStart = async (): Promise<void> => {
  await world.server.kill();
  await world.server.start();
};

const answered = async (operator: Screen, customer: Screen): Promise<void> => {
  await operator.press(desk.accept);
  await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
};

describe("the server killed without warning", () => {
  it("while it rings: the customer keeps the place and is answered, once", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customerAt(customer, world);
    await callFromShop(customer);
    await operator.seeControl(desk.accept);
    await killAndStart();
    await answered(operator, customer);
    await customer.press(widget.end);
    await operator.see("The session has ended");
    const vera = await world.user("vera");
    const { entries } = await vera.call(contactCentreEndpoints.listHistory, {
      query: { limit: 10 },
    });
    expect(entries.map(({ request }) => request.endReason)).toEqual([
      "completed",
    ]);
  });

  it("in the call: picture and sound go on, and both can end it afterwards", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customerAt(customer, world);
    await callFromShop(customer);
    await answered(operator, customer);
    await world.server.kill();
    await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
    await operator.shot("server-down-operator");
    await customer.shot("server-down-customer");
    await world.server.start();
    await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
    // The longer a server was away, the more seldom it is tried.
    await operator.page
      .getByText(/^The connection is paused/)
      .waitFor({ state: "detached", timeout: 120_000 });
    await customer.press(widget.end);
    await customer.see(/Thank you for the call/);
    await operator.see("The session has ended");
  });

  it("while they write: what was typed arrives once, in order", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customerAt(customer, world);
    await callFromShop(customer);
    await answered(operator, customer);
    await customer.press(widget.showChat);
    const typed = Array.from(
      { length: 6 },
      (_, index) => `message number ${index}`,
    );
    for (const [index, text] of typed.entries()) {
      if (index === 2) await world.server.kill();
      await operator.fill(/^Message to/, text);
      await operator.key("Enter");
    }
    await operator.shot("typed-into-a-dead-server");
    await world.server.start();
    // The longer a server was away, the more seldom it is tried.
    await customer.see("message number 5", 60_000);
    const seen = await customer.page
      .getByText(/^message number \d$/)
      .allTextContents();
    expect(seen).toEqual(typed);
    await customer.press(widget.end);
  });
});
