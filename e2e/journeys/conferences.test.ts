import { afterAll, beforeAll, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { liveInTheMorning } from "./morning-zone.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function enter(screen: ChromiumScreen, name: "anna" | "boris") {
  await liveInTheMorning(screen);
  await signInAt(screen, world, name);
  await screen.seeControl({ role: "link", name: "Profile" });
  await screen.open(`${world.baseUrl}/conferences`);
  return screen.page;
}

it("a weekly conference is planned, answered, moved once and called off", async () => {
  await using annas = await openChromium({ colourScheme: "light" });
  await using borises = await openChromium({ colourScheme: "dark" });
  const anna = await enter(annas, "anna");
  await anna.getByRole("button", { name: "New conference" }).click();
  const today = await annas.evaluate<string>(
    `new Date().toLocaleDateString("sv-SE")`,
  );
  await anna.getByLabel("Title").fill("Weekly talk");
  await anna.getByRole("textbox", { name: "Day" }).fill(today);
  await anna.getByLabel("Begins at").fill("12:00");
  await anna.getByRole("combobox", { name: "Repeats" }).click();
  await anna.getByRole("option", { name: "Weekly" }).click();
  await anna.getByRole("button", { name: "Invite people" }).click();
  await anna.getByRole("button", { name: /Boris Clarke/ }).click();
  await isSound(annas, "conference-form");
  await anna.getByRole("button", { name: "Plan", exact: true }).click();
  const block = { name: /^Weekly talk, .* 12:00 to 13:00/ };
  await anna.getByRole("button", block).waitFor();
  await isSound(annas, "conferences-week");
  await anna.getByRole("button", { name: "In other calendars" }).click();
  await anna.getByRole("button", { name: "Make an address" }).click();
  const address = await anna.getByText(/\/calendar\/.*\.ics$/).textContent();
  await isSound(annas, "calendar-feed");
  const feed = await fetch(address ?? "");
  expect(feed.headers.get("content-type")).toContain("text/calendar");
  expect(await feed.text()).toContain("SUMMARY:Weekly talk");
  await anna.keyboard.press("Escape");

  const boris = await enter(borises, "boris");
  await boris.getByRole("button", block).click();
  await boris.getByText("1 of 2 is coming").waitFor();
  await boris.getByText("maybe", { exact: true }).click();
  await boris.getByText("maybe", { exact: true }).nth(1).waitFor();
  await isSound(borises, "conference-card");
  await boris.keyboard.press("Escape");
  await isSound(borises, "conferences-week-dark");

  await annas.reload();
  await anna.getByRole("button", block).click();
  await anna.getByText("maybe", { exact: true }).nth(1).waitFor();
  await anna.getByRole("button", { name: "Move this one" }).click();
  await anna.getByLabel("Begins at").fill("15:00");
  await anna.getByRole("button", { name: "Move", exact: true }).click();
  await anna
    .getByRole("button", { name: /^Weekly talk, .* 15:00 to 16:00/ })
    .click();
  await anna.getByText("Moved from its usual time").waitFor();
  const link = anna.getByRole("button", { name: "Call it off" });
  await anna.keyboard.press("Escape");
  await anna.getByText("Month", { exact: true }).click();
  // At the end of a month the next talk may be in the one that follows.
  await anna.getByRole("button", { name: "On", exact: true }).click();
  await anna.getByRole("button", block).first().waitFor();
  await isSound(annas, "conferences-month");
  await anna.getByRole("button", block).first().click();
  await link.click();
  await anna
    .getByRole("dialog")
    .getByRole("button", { name: "Call it off" })
    .click();
  await anna.getByText("The conference is called off").waitFor();
  await anna
    .getByRole("button", { name: /^Weekly talk/ })
    .first()
    .waitFor({ state: "detached" });
});

it("hours are drawn over with the pointer, and a room has none", async () => {
  await using screen = await openChromium();
  const page = await enter(screen, "anna");
  const column = page.locator("section[data-today=true] > div").last();
  await column.scrollIntoViewIfNeeded();
  const hour = 48;
  await column.click({ position: { x: 20, y: 9 * hour + 2 } });
  await page.getByRole("dialog").waitFor();
  expect(await page.getByLabel("Begins at").inputValue()).toBe("09:00");
  await page.getByLabel("Title").fill("Lounge");
  await page.getByLabel("A lasting room").check({ force: true });
  await page.getByRole("button", { name: "Plan", exact: true }).click();
  await page.getByRole("button", { name: "Lounge" }).click();
  await page.getByRole("button", { name: "Open the conversation" }).click();
  await page.getByRole("heading", { name: "Lounge" }).waitFor();
  await screen.open(`${world.baseUrl}/conferences`);
  await page.getByRole("button", { name: "Lounge" }).click();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("button", { name: "Leave the call" }).waitFor();
  await isSound(screen, "conference-call");
});
