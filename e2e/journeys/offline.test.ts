import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  waitUntil,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";

/** Until a line comes back by itself. */
const patienceMs = 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const isInstalled = (): Promise<boolean> =>
  navigator.serviceWorker
    .getRegistration()
    .then((registration) => registration?.active?.state === "activated");

describe("the application on a device", () => {
  it("opens without a server for whoever was in, and for nobody after they signed out (E16)", async () => {
    await using screen = await openChromium();
    const violations: string[] = [];
    screen.page.on("console", (line) => {
      if (line.text().includes("Content Security Policy"))
        violations.push(line.text());
    });
    await signInAt(screen, world, "anna");
    await screen.seeControl({ role: "button", name: "Become available" });
    await waitUntil("the application to be installed", () =>
      screen.page.evaluate(isInstalled),
    );
    await world.server.kill();
    await screen.page.reload();
    await screen.seeControl({ role: "link", name: "Desk" });
    await screen.shot("opened-without-a-server");
    await world.server.start();
    // The longer a server was away, the more seldom it is tried.
    await screen.seeControl(
      { role: "button", name: "Become available" },
      patienceMs,
    );
    await screen.press({ role: "button", name: "Sign out" });
    await screen.seeControl({ role: "button", name: "Sign in" });
    await world.server.kill();
    await screen.page.reload();
    await screen.see("The server can't be reached.");
    expect(violations).toEqual([]);
    await world.server.start();
  });
});
