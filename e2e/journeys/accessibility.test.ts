import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  waitUntil,
  type World,
} from "@veche/test-world";
import {
  customerAt,
  desk,
  operatorAt,
  seesAndHears,
  signInAt,
  unhurried,
  widget,
} from "./cast.ts";
import { breaches, isSound, isSoundInBothSchemes } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: unhurried });
});
afterAll(() => world[Symbol.asyncDispose]());

it("a breach planted on a page is found, in the widget's shadow too", async () => {
  await using screen = await openChromium();
  await customerAt(screen, world);
  await screen.seeControl(widget.open);
  await screen.evaluate(
    `document.querySelector("veche-widget").shadowRoot.append(document.createElement("button"))`,
  );
  expect(await breaches(screen)).toEqual([
    expect.stringMatching(/^button-name: <button>/),
  ]);
});

const staffPages = [
  "chats",
  "people",
  "tags",
  "history",
  "users",
  "departments",
  "import",
  "provisioning",
  "sites",
  "queues",
  "canned-answers",
  "branding",
  "security",
  "audit",
  "profile",
] as const;

it("sign-in and the administrator's pages, in light and in dark", async () => {
  await using screen = await openChromium();
  await screen.open(`${world.baseUrl}/`);
  await screen.seeControl({ role: "button", name: "Sign in" });
  await isSoundInBothSchemes(screen, "sign-in");
  await signInAt(screen, world, "admin");
  await screen.seeControl({ role: "link", name: "Profile" });
  for (const page of staffPages) {
    await screen.open(`${world.baseUrl}/${page}`);
    await screen.page.waitForLoadState("networkidle");
    await screen.page.getByRole("heading").first().waitFor();
    await isSoundInBothSchemes(screen, page);
  }
});

it("whoever opened a dialog by the keyboard has the focus again when it closes", async () => {
  await using screen = await openChromium();
  await signInAt(screen, world, "admin");
  await screen.seeControl({ role: "link", name: "Profile" });
  await screen.open(`${world.baseUrl}/users`);
  const opener = screen.page.getByRole("button", { name: "Add a user" });
  await opener.focus();
  await screen.key("Enter");
  const dialog = screen.page.getByRole("dialog");
  await dialog.getByLabel("Name").waitFor();
  await screen.key("Escape");
  await dialog.waitFor({ state: "detached" });
  await waitUntil("the focus to be back", () =>
    opener.evaluate((button) => button === document.activeElement),
  );
});

describe.each(["light", "dark"] as const)(
  "every screen in %s",
  (colourScheme) => {
    it("the Desk and the widget, waiting, ringing, in a call and after it", async () => {
      await using operator = await openChromium({ colourScheme });
      await using customer = await openChromium({ colourScheme });
      await operatorAt(operator, world);
      await isSound(operator, `desk-available-${colourScheme}`);
      await customerAt(customer, world);
      await customer.press(widget.open);
      await customer.seeControl(widget.videoCall);
      await isSound(customer, `widget-home-${colourScheme}`);
      await customer.press(widget.videoCall);
      await customer.seeControl(widget.call);
      await isSound(customer, `widget-prejoin-${colourScheme}`);
      await customer.press(widget.call);
      await operator.seeControl(desk.accept);
      await isSound(customer, `widget-queue-${colourScheme}`);
      await isSound(operator, `desk-ringing-${colourScheme}`);
      await operator.press(desk.accept);
      await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
      await isSound(operator, `desk-call-${colourScheme}`);
      await isSound(customer, `widget-call-${colourScheme}`);
      await customer.press(widget.showChat);
      await isSound(customer, `widget-call-chat-${colourScheme}`);
      await customer.press(widget.end);
      await customer.see(/Thank you for the call/);
      await operator.see("The session has ended");
      await isSound(customer, `widget-ended-${colourScheme}`);
      await isSound(operator, `desk-ended-${colourScheme}`);
    });
  },
);

describe("with the keyboard alone", () => {
  /** Goes on by Tab until the wanted control has the focus, and presses it. */
  async function reach(screen: ChromiumScreen, name: RegExp): Promise<void> {
    const focused = `(() => { let one = document.activeElement; while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; const label = one?.getAttribute("aria-label") ?? one?.innerText ?? ""; return label.trim(); })()`;
    for (let steps = 0; steps < 80; steps += 1) {
      await screen.key("Tab");
      if (name.test(await screen.evaluate<string>(focused))) {
        await screen.key("Enter");
        return;
      }
    }
    throw new Error(`no Tab leads to ${String(name)}`);
  }

  it("a customer calls, an operator answers, and both can leave", async () => {
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operator.open(`${world.baseUrl}/`);
    await signInAt(operator, world, "anna");
    await operator.seeControl(desk.becomeAvailable);
    await reach(operator, /^Become available/);
    await operator.see("You are available");
    await customerAt(customer, world);
    await customer.seeControl(widget.open);
    await reach(customer, /^Write to us or call us/);
    await customer.seeControl(widget.videoCall);
    await reach(customer, /^Video call/);
    await customer.seeControl(widget.call);
    await reach(customer, /^Call$/);
    await operator.seeControl(desk.accept);
    await operator.key("Enter");
    await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
    await reach(operator, /^End the call/);
    await customer.see(/Thank you for the call/);
  });
});
