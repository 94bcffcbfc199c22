import { afterEach, beforeEach, expect, it } from "vitest";
import { cannedAnswerEndpoints } from "@veche/contracts";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import {
  customerAt,
  desk,
  operatorAt,
  signInAt,
  unhurried,
  widget,
} from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
});
afterEach(() => world[Symbol.asyncDispose]());

/** A list that cannot be read is asked for several times before. */
const timeout = 240_000;

/** Writes a canned answer; the form first refuses a variable that does not exist, by its name. */
async function writeAnswer(supervisor: ChromiumScreen): Promise<void> {
  await signInAt(supervisor, world, "vera");
  await supervisor.seeControl({ role: "link", name: "Profile" });
  await supervisor.open(`${world.baseUrl}/canned-answers`);
  await supervisor.press({ role: "button", name: "Add an answer" });
  await supervisor.fill("Title", "Delivery terms");
  await supervisor.fill("Shortcut", "delivery");
  await supervisor.fill("Text", "Dear {{customer}}, two days.");
  await supervisor.press({ role: "button", name: "Save" });
  await supervisor.see("There is no variable {{customer}}");
  await supervisor.fill(
    "Text",
    "Dear {{customer.name}}, {{company}} delivers in two days.",
  );
  await supervisor.press({ role: "button", name: "Save" });
  await supervisor.see("/delivery");
  await supervisor.shot("canned-answers-page");
}

/** The hands go on at the message where they left it. */
const isWrittenInto = ({ page }: ChromiumScreen): Promise<void> =>
  page.locator("[data-chat-input]:focus").waitFor();

it("a supervisor writes a canned answer, an operator inserts it by a slash, the customer reads it filled in", async () => {
  await using supervisor = await openChromium();
  await using operator = await openChromium();
  await using customer = await openChromium();
  await writeAnswer(supervisor);
  await operatorAt(operator, world);
  await customerAt(customer, world);
  await customer.press(widget.open);
  await customer.press(widget.write);
  await customer.fill("Your message", "When will it come?");
  await customer.key("Enter");
  await operator.press(desk.accept);
  await operator.see("When will it come?");

  const field = operator.page.locator("[data-chat-input]");
  await field.press("/");
  const search = operator.page.getByRole("combobox", {
    name: "Find an answer",
  });
  await search.pressSequentially("deliv");
  await operator.page.getByRole("option", { name: /Delivery terms/ }).waitFor();
  await operator.shot("canned-answers-picker");
  await operator.key("Enter");
  await expect
    .poll(() => field.inputValue())
    .toMatch(/^Dear customer, .+ delivers in two days\.$/);
  await isWrittenInto(operator);
  await operator.key("Enter");
  await customer.see(/^Dear customer, .+ delivers in two days\.$/);
  expect([
    ...supervisor.problems(),
    ...operator.problems(),
    ...customer.problems(),
  ]).toEqual([]);
});

it(
  "an operator finds an answer by arrows, leaves the list by Escape, and what begins with a slash is sent where the list cannot be read",
  async () => {
    using admin = await world.user("admin");
    for (const [shortcut, title] of [
      ["hours", "Opening hours"],
      ["hello", "Welcome"],
      ["help", "Help is near"],
    ] as const)
      await admin.call(cannedAnswerEndpoints.createCannedAnswer, {
        body: { shortcut, title, text: `${title}!` },
      });
    await using operator = await openChromium();
    await using customer = await openChromium();
    await operatorAt(operator, world);
    await customerAt(customer, world);
    await customer.press(widget.open);
    await customer.press(widget.write);
    await customer.fill("Your message", "Are you there?");
    await customer.key("Enter");
    await operator.press(desk.accept);
    await operator.see("Are you there?");
    const { page } = operator;
    const field = page.locator("[data-chat-input]");
    const list = page.getByRole("listbox", { name: "Canned answers" });
    const active = page.getByRole("option", { selected: true });

    const answers = "**/contact-centre/canned-answers";
    await page.route(answers, (route) => route.abort());
    await field.pressSequentially("/away");
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await field.press("Enter");
    await customer.see("/away");
    await page.unroute(answers);

    await field.press("/");
    await active.filter({ hasText: "Help is near" }).waitFor();
    await operator.key("ArrowDown");
    await active.filter({ hasText: "Opening hours" }).waitFor();
    await operator.key("ArrowUp");
    await operator.key("ArrowUp");
    await active.filter({ hasText: "Welcome" }).waitFor();
    await operator.key("Escape");
    await list.waitFor({ state: "detached" });
    expect(await field.inputValue()).toBe("/");
    await isWrittenInto(operator);
    expect([...operator.problems(), ...customer.problems()]).toEqual([]);
  },
  timeout,
);
