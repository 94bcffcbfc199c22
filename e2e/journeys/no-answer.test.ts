import { describe, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
} from "@veche/test-world";
import {
  callFromShop,
  customerAt,
  desk,
  operatorAt,
  seesAndHears,
  signInAt,
  unhurried,
  widget,
} from "./cast.ts";

/** Long enough to be seen by a slow machine, and short enough to be waited for: who declined is rung again meanwhile. */
const shortRings = { RING_SECONDS: "10" };

/** The button itself, wherever the page puts it afterwards. */
const buttonIn = ({ page }: ChromiumScreen, name: string) =>
  page.getByRole("button", { name, exact: true }).first().elementHandle();

describe("a call that does not come about as hoped", () => {
  it("declined by one operator rings the next; the customer keeps waiting and is answered", async () => {
    await using world = await startWorld({ env: shortRings });
    await using boris = await openChromium();
    await using anna = await openChromium();
    await using customer = await openChromium();
    await operatorAt(boris, world, "boris");
    await customerAt(customer, world);
    await callFromShop(customer);
    await boris.press(desk.decline);
    await customer.see(/number 1|next|Finding someone/);
    await customer.shot("declined-customer");
    await signInAt(anna, world, "anna");
    await anna.press(desk.becomeAvailable);
    await anna.press(desk.accept);
    await Promise.all([seesAndHears(anna), seesAndHears(customer)]);
    expect(await boris.has(desk.accept)).toBe(false);
    await anna.press(desk.endCall);
    await customer.see(/Thank you for the call/);
  });

  it("not answered in time leaves the operator a note and the customer a place; twice in a row makes the operator not responding", async () => {
    await using world = await startWorld({ env: shortRings });
    await using operator = await openChromium();
    await using first = await openChromium();
    await using second = await openChromium();
    await operatorAt(operator, world);
    await customerAt(first, world);
    await callFromShop(first);
    await operator.seeControl(desk.accept);
    await operator.see(/You didn't answer .* in time/);
    await operator.shot("rang-out-operator");
    await customerAt(second, world);
    await callFromShop(second);
    await operator.seeControl(desk.accept);
    await operator.see("You missed calls, so we paused them");
    await operator.shot("not-responding-operator");
    await first.see(/Nobody is at work right now/);
    await first.shot("nobody-answers-customer");
    await first.press(widget.stopWaiting);
    await operator.press({ role: "button", name: "I'm back" });
    // Who says that they are back is asked at once, for what they missed too.
    await operator.press(desk.accept);
    await Promise.all([seesAndHears(operator), seesAndHears(second)]);
  });

  it("with nobody at work says so plainly and offers to leave a message", async () => {
    await using world = await startWorld({ env: unhurried });
    await using customer = await openChromium();
    await customerAt(customer, world);
    await customer.press(widget.open);
    await customer.see(/Nobody is at work right now/);
    await customer.shot("nobody-at-work-customer");
  });

  it("given up while it rings stops the ring at the operator", async () => {
    await using world = await startWorld({ env: unhurried });
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customerAt(customer, world);
    await callFromShop(customer);
    await operator.seeControl(desk.accept);
    await customer.press(widget.stopWaiting);
    await operator.see(/stopped waiting/);
    expect(await operator.has(desk.accept)).toBe(false);
    await operator.see("You are available");
    await operator.shot("given-up-operator");
  });

  it("ended by both at once ends once", async () => {
    await using world = await startWorld({ env: unhurried });
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customerAt(customer, world);
    await callFromShop(customer);
    await operator.press(desk.accept);
    await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
    // Both buttons are under the finger: the one that is pressed first takes the other away.
    const buttons = await Promise.all([
      buttonIn(operator, desk.endCall.name),
      buttonIn(customer, widget.end.name),
    ]);
    await Promise.all(buttons.map((button) => button.dispatchEvent("click")));
    await customer.see(/Thank you for the call/);
    await operator.see("The session has ended");
    expect([...operator.problems(), ...customer.problems()]).toEqual([]);
  });
});
