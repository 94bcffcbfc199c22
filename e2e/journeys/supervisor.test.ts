import { afterEach, beforeEach, expect, it } from "vitest";
import {
  openChromium,
  startWorld,
  waitUntil,
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
import { countDevices, devicesAsked } from "./count-devices.ts";
import { sees } from "./group-call-scenes.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld({ env: { ...unhurried, JANUS_ENABLED: "auto" } });
});
afterEach(() => world[Symbol.asyncDispose]());

/** How many voices of others sound here: each is told from silence by its energy, which grows. */
async function voices(screen: ChromiumScreen): Promise<number> {
  const energies = () =>
    screen.evaluate<Record<string, number>>(`(async () => {
      const energies = {};
      for (const connection of vecheProbe.connections.filter((one) => one.connectionState === "connected"))
        for (const report of (await connection.getStats()).values())
          if (report.type === "inbound-rtp" && report.kind === "audio")
            energies[report.trackIdentifier + report.mid] = report.totalAudioEnergy ?? 0;
      return energies;
    })()`);
  const before = await energies();
  const seconds = 3;
  await screen.evaluate(
    `new Promise((done) => setTimeout(done, ${String(seconds * 1_000)}))`,
  );
  const after = await energies();
  return Object.entries(after).filter(
    ([line, energy]) => energy > (before[line] ?? energy) + 1e-6,
  ).length;
}

const hearsVoices = (screen: ChromiumScreen, count: number): Promise<unknown> =>
  waitUntil(
    `${String(count)} voices`,
    async () => (await voices(screen)) === count,
    { timeoutMs: 60_000, everyMs: 100 },
  );

const choose = (screen: ChromiumScreen, mode: string): Promise<void> =>
  screen.page.getByText(mode, { exact: true }).click();

it("a supervisor listens to a call, whispers to its operator and joins it; the customer hears who joins, and is asked for nothing (B2, B15)", async () => {
  await using boris = await openChromium();
  await using vera = await openChromium();
  await using customer = await openChromium();
  await operatorAt(boris, world);
  await customerAt(customer, world);
  await callFromShop(customer);
  await boris.press(desk.accept);
  await Promise.all([seesAndHears(boris), seesAndHears(customer)]);
  await countDevices(customer);

  await signInAt(vera, world, "vera");
  await vera.press({ role: "link", name: "Live board" });
  await vera.seeControl({ role: "button", name: /^Listen to Boris/ });
  await countDevices(vera);
  await vera.press({ role: "button", name: /^Listen to Boris Clarke/ });
  await vera.see(
    "Nobody hears or sees you. The operator sees that you listen.",
  );
  await boris.see(/Вера.* is listening to this call/);
  await customer.see("A supervisor of the company hears this call.");
  await sees(vera, 2);
  await hearsVoices(vera, 2);
  expect(await devicesAsked(vera)).toBe(0);
  await isSound(vera, "supervisor-listens");
  await isSound(boris, "supervisor-listens-operator");
  await isSound(customer, "supervisor-listens-customer");
  await Promise.all([hearsVoices(boris, 1), hearsVoices(customer, 1)]);

  await choose(vera, "Whisper");
  await vera.see("Only the operator hears and sees you.");
  await boris.see(/Вера.* speaks to you; the customer does not hear it/);
  await hearsVoices(boris, 2);
  await hearsVoices(customer, 1);
  await boris.shot("supervisor-whispers-operator");

  await choose(vera, "Join");
  await boris.see(/Вера.* takes part in this call/);
  await hearsVoices(customer, 2);
  await vera.press({ role: "button", name: "Turn the camera on" });
  await boris.page.getByLabel(/^Вера/).first().waitFor();
  await customer.see(/^Вера/);
  await customer.shot("supervisor-joins-customer");
  await boris.shot("supervisor-joins-operator");
  await vera.shot("supervisor-joins");
  expect(await devicesAsked(customer)).toBe(0);

  await vera.press({ role: "button", name: "Leave the call" });
  await hearsVoices(customer, 1);
  await Promise.all([seesAndHears(boris), seesAndHears(customer)]);

  await vera.press({ role: "button", name: /^Listen to Boris Clarke/ });
  await sees(vera, 2);
  await vera.press({ role: "button", name: "Make the call small" });
  await vera.shot("supervisor-listens-small");
  await vera.press({ role: "button", name: /^Take over .* from Boris/ });
  await vera.page
    .getByRole("dialog")
    .getByRole("button", { name: "Take over" })
    .click();
  await boris.see(/Вера.* has taken over/);
  await Promise.all([seesAndHears(vera), seesAndHears(customer)]);
  expect(await devicesAsked(customer)).toBe(0);
  await vera.shot("supervisor-took-over");
  await vera.press(desk.endCall);
  await customer.see(/Thank you for the call/);
  expect([
    ...boris.problems(),
    ...vera.problems(),
    ...customer.problems(),
  ]).toEqual([]);
});
