import { readFileSync } from "node:fs";
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
import { isSound, isSoundInBothSchemes } from "./sound-screen.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: unhurried });
});
afterEach(() => world[Symbol.asyncDispose]());

/** Opens the queue "Specialists" and says that Anna serves it. Answers with what a page's snippet says to send visitors there. */
async function openSpecialists(admin: ChromiumScreen): Promise<string> {
  const { page } = admin;
  await admin.open(`${world.baseUrl}/queues`);
  await admin.press({ role: "button", name: "Add a queue" });
  await page.getByRole("dialog").getByLabel("Name").fill("Specialists");
  await admin.press({ role: "button", name: "Open the queue" });
  await admin.see(/Support: customers come here/);
  const form = page.locator("form").filter({
    has: page.getByRole("button", { name: "Archive Specialists" }),
  });
  await form.getByRole("combobox", { name: "Operators" }).click();
  await page.getByRole("option", { name: /Анна/ }).click();
  await form.getByLabel("Priority").selectOption("8");
  await form.getByRole("button", { name: "Save" }).click();
  await admin.see("Saved");
  await isSound(admin, "queues");
  await admin.shot("queues-two");
  return form.getByText(/^data-queue=/).innerText();
}

/** The shop as the company would have it after adding this to the snippet on its pages. */
const addToSnippet = ({ page }: ChromiumScreen, part: string) =>
  page.addInitScript(
    (queue) =>
      new MutationObserver(() => {
        const snippet = document.querySelector("script[data-site]");
        snippet?.setAttribute("data-queue", queue);
      }).observe(document, { childList: true, subtree: true }),
    /^data-queue="(.+)"$/.exec(part)?.[1] ?? "",
  );

it("an administrator opens a queue and names its operators; a call handed to it reaches them (B10, B11)", async () => {
  await using admin = await openChromium();
  await using boris = await openChromium();
  await using anna = await openChromium();
  await using customer = await openChromium();
  await signInAt(admin, world, "admin");
  await admin.seeControl({ role: "link", name: "Profile" });
  await openSpecialists(admin);

  await operatorAt(boris, world);
  await customerAt(customer, world);
  await callFromShop(customer);
  await boris.press(desk.accept);
  await Promise.all([seesAndHears(boris), seesAndHears(customer)]);
  await operatorAt(anna, world, "anna");
  await boris.press({ role: "button", name: "Hand over" });
  const dialog = boris.page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Specialists" }).check();
  await dialog.getByRole("button", { name: "Hand over" }).click();
  await anna.press(desk.accept);
  await boris.see(/Анна.* has taken over/);
  await Promise.all([seesAndHears(anna), seesAndHears(customer)]);

  await admin.press({ role: "button", name: "Archive Specialists" });
  await admin.page
    .getByRole("dialog")
    .getByRole("button", { name: "Archive" })
    .click();
  await admin.see("The queue Specialists is archived");
  expect([
    ...admin.problems(),
    ...boris.problems(),
    ...anna.problems(),
    ...customer.problems(),
  ]).toEqual([]);
});

/** The one session is found by its queue and its day, and is in the file that is saved. */
async function isInTheHistory(admin: ChromiumScreen): Promise<void> {
  const { page } = admin;
  await admin.press({ role: "link", name: "History" });
  const row = page.getByRole("row", { name: /Анна/ });
  await row.waitFor();
  const choose = async (queue: string) => {
    await page.getByRole("combobox", { name: "Queue" }).click();
    await page.getByRole("option", { name: queue, exact: true }).click();
  };
  await choose("Support");
  await admin.see("Nothing fits these filters");
  await choose("Specialists");
  await row.waitFor();
  await page.getByLabel("Until").fill("2020-01-31");
  await admin.see("Nothing fits these filters");
  await page.getByLabel("Until").fill("");
  await page.getByLabel("From").fill("2020-01-31");
  await row.waitFor();
  await isSoundInBothSchemes(admin, "history-filtered");
  const saved = page.waitForEvent("download");
  await admin.press({ role: "button", name: "Save as CSV" });
  const path = await (await saved).path();
  expect(readFileSync(path, "utf8")).toMatch(
    /\r\n[^,]+,[^,]+,Video call,Visitor \d+,,Specialists,Анна/,
  );
}

it("a page that names a queue brings its visitors to the operators of that queue (B10, B11)", async () => {
  await using admin = await openChromium();
  await using boris = await openChromium();
  await using anna = await openChromium();
  await using customer = await openChromium();
  await signInAt(admin, world, "admin");
  await admin.seeControl({ role: "link", name: "Profile" });
  await addToSnippet(customer, await openSpecialists(admin));
  // Boris is idle the longest, and is not of that queue.
  await operatorAt(boris, world);
  await operatorAt(anna, world, "anna");
  await customerAt(customer, world);
  await callFromShop(customer);
  await anna.seeControl(desk.accept);
  await anna.see("Queue: Specialists");
  await boris.page.getByRole("listitem").getByText("Specialists").waitFor();
  await anna.shot("queues-ring");
  await boris.shot("queues-waiting");
  await anna.press(desk.accept);
  await Promise.all([seesAndHears(anna), seesAndHears(customer)]);
  await admin.press({ role: "link", name: "Live board" });
  await admin.page
    .getByRole("row", { name: /^Specialists 0 — 0 1 1 0/ })
    .waitFor();
  await isSoundInBothSchemes(admin, "live-board-queues");
  await anna.press(desk.endCall);
  await customer.see(/Thank you for the call/);
  await isInTheHistory(admin);
  expect([
    ...admin.problems(),
    ...boris.problems(),
    ...anna.problems(),
    ...customer.problems(),
  ]).toEqual([]);
});

it("operators of another queue are rung once nobody of a customer's own is free, and the record says why (B11)", async () => {
  await using admin = await openChromium();
  await using boris = await openChromium();
  await using customer = await openChromium();
  await signInAt(admin, world, "admin");
  await admin.seeControl({ role: "link", name: "Profile" });
  await addToSnippet(customer, await openSpecialists(admin));
  const { page } = admin;
  const form = page.locator("form").filter({
    has: page.getByRole("button", { name: "Archive Specialists" }),
  });
  await form.getByLabel("Who is rung").selectOption("All in turn");
  await form.getByLabel("Customers who come again").selectOption("7");
  await form.getByLabel("When nobody here is free").selectOption("Support");
  await form.getByLabel("How soon").selectOption("0");
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === "PUT",
  );
  await form.getByRole("button", { name: "Save" }).click();
  expect((await saved).status()).toBe(200);
  await isSoundInBothSchemes(admin, "queues-rules");

  // Anna, whose queue it is, is not at work.
  await operatorAt(boris, world);
  await customerAt(customer, world);
  await callFromShop(customer);
  await boris.see("Queue: Specialists");
  await boris.press(desk.accept);
  await Promise.all([seesAndHears(boris), seesAndHears(customer)]);
  await boris.press(desk.endCall);
  await customer.see(/Thank you for the call/);
  await admin.press({ role: "link", name: "History" });
  await page.getByRole("row", { name: /Boris/ }).getByRole("link").click();
  await admin.see(/nobody of the queue was free/);
  await isSoundInBothSchemes(admin, "record-why");
  expect([
    ...admin.problems(),
    ...boris.problems(),
    ...customer.problems(),
  ]).toEqual([]);
});
