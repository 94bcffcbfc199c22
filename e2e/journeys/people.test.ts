import { afterAll, beforeAll, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { desk, signInAt } from "./cast.ts";
import { isSoundInBothSchemes } from "./sound-screen.ts";

/** The smallest picture there is. */
const onePoint =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function enter(
  screen: ChromiumScreen,
  name: "admin" | "anna" | "boris",
  path: string,
) {
  await signInAt(screen, world, name);
  await screen.seeControl({ role: "link", name: "Profile" });
  await screen.open(`${world.baseUrl}/${path}`);
  return screen.page;
}

const check = (screen: ChromiumScreen, name: string) =>
  isSoundInBothSchemes(screen, `people-${name}`);

it("an administrator grows the tree of departments and puts people into it", async () => {
  await using screen = await openChromium();
  const page = await enter(screen, "admin", "departments");
  const top = "Sales";
  await page
    .getByRole("button", { name: "Add a department", exact: true })
    .click();
  await page.getByLabel("Name").fill(top);
  await page.getByRole("button", { name: "Save" }).click();
  const below = page.getByRole("button", {
    name: `Add a department below ${top}`,
  });
  await below.click();
  await page.getByRole("dialog").getByLabel("Name").fill("North");
  await check(screen, "department-form");
  await page.getByRole("button", { name: "Save" }).click();
  const north = page.getByRole("button", { name: /^North: 0 people/ });
  await north.last().click();
  await page.getByRole("button", { name: "Put people in" }).click();
  await page.getByRole("button", { name: /^\S* ?Boris Clarke/ }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: /^Take Boris Clarke/ }).waitFor();
  await check(screen, "department-people");
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: `${top}: 1 person`, exact: true })
    .waitFor();
});

it("a list is matched by hand, tried, put right, and taken", async () => {
  await using screen = await openChromium();
  const page = await enter(screen, "admin", "import");
  const bring = (rows: string) =>
    page.locator('input[type="file"]').setInputFiles({
      name: "people.csv",
      mimeType: "application/vnd.ms-excel",
      buffer: Buffer.from(`Who;Name;E-mail\n${rows}`),
    });
  await page.getByText("A list of people, CSV").waitFor();
  await bring("gleb;Gleb;nowhere\n");
  await page.getByText("Say which column holds the logins").waitFor();
  await check(screen, "import-columns");
  await page.getByRole("combobox", { name: "What Who holds" }).click();
  await page.getByRole("option", { name: "Login" }).click();
  await page.getByRole("button", { name: "Check the list" }).click();
  await page.getByText("Nothing is taken until").waitFor();
  await page.getByRole("cell", { name: "nowhere" }).waitFor();
  await check(screen, "import-problems");
  expect(
    await page.getByRole("button", { name: /^Take it/ }).isDisabled(),
  ).toBe(true);
  await page.getByRole("button", { name: "Another file" }).click();
  await bring("gleb;Gleb Frost;gleb@example.com\n");
  await page.getByRole("combobox", { name: "What Who holds" }).click();
  await page.getByRole("option", { name: "Login" }).click();
  await page.getByRole("button", { name: "Check the list" }).click();
  await page.getByRole("button", { name: "Take it: 1 person" }).click();
  await page.getByText("The list is taken").waitFor();
  await screen.open(`${world.baseUrl}/people`);
  await page.getByLabel("Find a person").fill("глеб");
  await page
    .getByRole("button", { name: /Gleb Frost/ })
    .first()
    .waitFor();
});

it("a key for provisioning is shown once, and revoked", async () => {
  await using screen = await openChromium();
  const page = await enter(screen, "admin", "provisioning");
  const name = "Keycloak";
  await page.getByText("/scim/v2").waitFor();
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Make the key" }).click();
  await page.getByText("It is shown only now").waitFor();
  await check(screen, "scim-key");
  await page.getByRole("button", { name: "I have saved it" }).click();
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await page
    .getByRole("button", { name: `Revoke ${name}` })
    .waitFor({ state: "detached" });
});

it("a photo that is chosen and cut is seen by the others; a tag of my own finds people", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  const mine = await enter(anna, "anna", "profile");
  const theirs = await enter(boris, "boris", "people");
  await mine.locator('input[type="file"]').setInputFiles({
    name: "me.png",
    mimeType: "image/png",
    buffer: Buffer.from(onePoint, "base64"),
  });
  await mine.getByRole("button", { name: "Use this photo" }).waitFor();
  await check(anna, "crop");
  await mine.getByRole("button", { name: "Use this photo" }).click();
  await mine.getByText("Your photo is shown to your colleagues").waitFor();
  const row = theirs.getByRole("listitem").filter({ hasText: "Анна Белова" });
  await row.locator("img").waitFor();
  await row
    .getByRole("button", { name: /Анна Белова/ })
    .first()
    .click();
  await theirs.getByRole("dialog", { name: "Profile" }).waitFor();
  await theirs.getByRole("combobox", { name: "Add a tag" }).fill("duty");
  await theirs.keyboard.press("Enter");
  await theirs
    .getByRole("button", { name: "Take the tag duty away" })
    .waitFor();
  await check(boris, "card");
  await theirs.keyboard.press("Escape");
  await theirs.getByLabel("Find a person").fill("duty");
  await theirs
    .getByRole("button", { name: /Анна Белова/ })
    .first()
    .waitFor();
  await boris.open(`${world.baseUrl}/departments`);
  await theirs.getByText("This section isn't open to you.").waitFor();
});

it("a status with words is set from any page and seen by the others", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  const mine = await enter(anna, "anna", "people");
  const theirs = await enter(boris, "boris", "people");
  await mine.getByRole("button", { name: "Status" }).click();
  await mine.getByLabel("In your own words").fill("at lunch");
  await check(anna, "status");
  await mine.getByRole("button", { name: "Save" }).click();
  await theirs.getByText("at lunch").first().waitFor();
});

it("a colleague is called from their card and answers where they are", async () => {
  await using anna = await openChromium();
  await using boris = await openChromium();
  const mine = await enter(anna, "anna", "people");
  const theirs = await enter(boris, "boris", "tags");
  await mine
    .getByRole("button", { name: /Boris Clarke/ })
    .first()
    .click();
  await mine.getByRole("button", { name: "Call", exact: true }).click();
  await theirs.getByText("Анна Белова is calling").waitFor();
  await boris.press(desk.accept);
  await theirs.getByRole("region", { name: /Анна Белова/ }).waitFor();
  expect(new URL(theirs.url()).pathname).toBe("/tags");
  await mine
    .getByRole("region", { name: /Boris Clarke/ })
    .getByRole("button", { name: "End the call" })
    .click();
  await theirs
    .getByRole("region", { name: /Анна Белова/ })
    .waitFor({ state: "detached" });
});

it("the search goes on with filters as one types, by the keyboard alone", async () => {
  await using screen = await openChromium();
  const page = await enter(screen, "anna", "people");
  await page.getByLabel("Find a person").waitFor();
  await page.keyboard.press("Control+KeyK");
  const box = page.getByRole("combobox", { name: "Search everything" });
  await box.fill("from:борис");
  await page.getByRole("option", { name: 'from:"Boris Clarke"' }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(() => box.inputValue()).toBe('from:"Boris Clarke" ');
  await box.pressSequentially("has:p");
  await page.getByRole("option", { name: "has:picture" }).waitFor();
  await check(screen, "search-filters");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => box.inputValue())
    .toBe('from:"Boris Clarke" has:picture ');
});
