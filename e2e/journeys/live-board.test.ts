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
  signInAt,
  unhurried,
  widget,
} from "./cast.ts";
import { morningZone } from "./morning-zone.ts";
import { isSound, isSoundInBothSchemes } from "./sound-screen.ts";

let world: World;
beforeEach(async () => {
  // A slow machine may look at the board while it rings, and a day that ends takes its figures along.
  world = await startWorld({ env: { ...unhurried, TZ: morningZone() } });
});
afterEach(() => world[Symbol.asyncDispose]());

/** A number of the board: its name, right after it the value, then what is said about it. */
const shows = (board: ChromiumScreen, pane: string, words: RegExp) =>
  board.page
    .getByRole("region", { name: pane, exact: true })
    .locator("dl > div")
    .filter({ hasText: words })
    .first()
    .waitFor();

const row = (board: ChromiumScreen, words: RegExp) =>
  board.page.getByRole("row", { name: words }).waitFor();

async function choose(
  { page }: ChromiumScreen,
  field: string,
  option: string,
): Promise<void> {
  await page.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** What the figures mean is said beside the data they are counted from, and those have the same request. */
async function isInTheData(board: ChromiumScreen): Promise<void> {
  await board.press({ role: "link", name: "What the figures mean" });
  await row(board, /^Satisfied customers \(CSAT\)/);
  await isSoundInBothSchemes(board, "figures-meaning");
  const saved = board.page.waitForEvent("download");
  await board.press({ role: "link", name: "Save as CSV: Days and queues" });
  const path = await (await saved).path();
  expect(readFileSync(path, "utf8")).toMatch(
    /\r\n\d{4}-\d\d-\d\d,[^,]+,Support,1,1,0,/,
  );
  await board.press({ role: "link", name: "Back to reports" });
}

/** The one request is in the report of the last days, by any grouping, and in the file that is saved of it. */
async function isInTheReport(board: ChromiumScreen): Promise<void> {
  await board.press({ role: "link", name: "Reports" });
  await row(board, /^Together 1 1 0/);
  await choose(board, "Group by", "Operator");
  await row(board, /^Boris Clarke 1 1 0/);
  await choose(board, "Group by", "Queue");
  await row(board, /^Support 1 1 0/);
  await isSoundInBothSchemes(board, "reports");
  const saved = board.page.waitForEvent("download");
  await board.press({ role: "button", name: "Save as CSV" });
  const path = await (await saved).path();
  expect(readFileSync(path, "utf8")).toContain("Support,1,1,0,0,");
  await isInTheData(board);
  await choose(board, "Days", "Last month");
  await board.see("Nobody asked for anything on these days");
}

it("a supervisor sees a customer wait unserved, then served, and the day's figures follow, without reloading", async () => {
  await using board = await openChromium();
  await using customer = await openChromium();
  await using operator = await openChromium();
  await signInAt(board, world, "vera");
  await board.press({ role: "link", name: "Live board" });
  await shows(board, "Now", /^Waiting0/);
  await shows(board, "Today", /^Service level, 20 s—/);
  await board.see("No requests yet today");
  await isSound(board, "live-board-empty");

  await customerAt(customer, world);
  await callFromShop(customer, "audio");
  await shows(board, "Now", /^Waiting1Customers wait and no operator/);
  await shows(board, "Today", /^Offered1still waiting: 1/);

  await operatorAt(operator, world);
  await shows(board, "Now", /^Waiting11 of them is being offered/);
  await row(board, /^Boris Clarke.*Ringing/);
  await operator.press(desk.accept);
  await shows(board, "Now", /^Calls going on1/);
  await row(board, /^Boris Clarke.*With a customer.*1$/);
  await shows(board, "Now", /^Waiting0/);
  await shows(board, "Today", /^Answered1of them handled: 0/);

  await customer.press(widget.end);
  await operator.press({ role: "button", name: "Ready for the next one" });
  await shows(board, "Today", /^Answered1of them handled: 1/);
  await shows(board, "Today", /^Average handling \(AHT\)\d/);
  await row(board, /^\d\d:00 1 1 0/);
  await isSound(board, "live-board");
  await isInTheReport(board);
  expect([...operator.problems(), ...customer.problems()]).toEqual([]);
});
