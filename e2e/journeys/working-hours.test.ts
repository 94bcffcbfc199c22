import { afterEach, beforeEach, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { customerAt, signInAt, widget } from "./cast.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const dayMs = 86_400_000;

/** Yesterday to three days from now: closed in every time zone, at whatever hour this runs. */
const daysAround = (now: number): readonly string[] =>
  [-1, 0, 1, 2, 3].map((days) =>
    new Date(now + days * dayMs).toISOString().slice(0, 10),
  );

const byHours = ({ page }: ChromiumScreen) =>
  page.getByRole("switch", { name: "By working hours" });

async function save(admin: ChromiumScreen): Promise<void> {
  const saved = admin.page.waitForResponse(
    (response) =>
      response.request().method() === "PUT" &&
      response.url().includes("/contact-centre/queues/"),
  );
  await admin.press({ role: "button", name: "Save" });
  expect((await saved).status()).toBe(200);
}

it("an administrator closes the queue and customers read when calls are taken again; opened again, it can be called", async () => {
  await using admin = await openChromium();
  await using customer = await openChromium();
  await signInAt(admin, world, "admin");
  await admin.seeControl({ role: "link", name: "Profile" });
  await admin.open(`${world.baseUrl}/queues`);
  await byHours(admin).check({ force: true });
  for (const day of daysAround(Date.now())) {
    await admin.fill("Day off", day);
    await admin.press({ role: "button", name: "Add a day off" });
  }
  await save(admin);
  await admin.shot("queues-page");

  await customerAt(customer, world);
  await customer.press(widget.open);
  await customer.see(/^We take calls again on .+/);
  await customer.seeControl(widget.write);
  await customer.shot("widget-closed");

  await byHours(admin).uncheck({ force: true });
  await save(admin);
  await customerAt(customer, world);
  await customer.seeControl(widget.videoCall);
  expect([...admin.problems(), ...customer.problems()]).toEqual([]);
});
