import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  launchChromium,
  launchFirefox,
  type DrivenBrowser,
} from "./browsers.ts";
import type { DrivenPage, Look } from "./driven-page.ts";
import {
  customerId,
  operatorId,
  startRoomServer,
  type RoomServer,
} from "./room-server.ts";

let server: RoomServer;
const browsers = new Map<string, DrivenBrowser>();

beforeAll(async () => {
  const [started, chromium, firefox] = await Promise.all([
    startRoomServer(() => Date.now()),
    launchChromium(),
    launchFirefox(),
  ]);
  server = started;
  browsers.set("Chromium", chromium).set("Firefox", firefox);
});

afterAll(async () => {
  await Promise.all(
    [...browsers.values()].map((browser) => browser[Symbol.asyncDispose]()),
  );
  await server[Symbol.asyncDispose]();
});

/** Looks at the page until it shows what is expected; tells the last look when it never does. */
const until = async (
  page: DrivenPage,
  isThere: (look: Look) => boolean,
): Promise<Look> => {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const look = await page.run<Look>("harness.look()");
    if (isThere(look)) return look;
    if (Date.now() > deadline)
      throw new Error(`never came to be; last look: ${JSON.stringify(look)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Pictures go on coming. */
const advances = async (page: DrivenPage): Promise<Look> => {
  const { received } = await page.run<Look>("harness.look()");
  return until(page, (look) => look.received.frames > received.frames + 5);
};

const pairs = [
  ["Chromium", "Chromium"],
  ["Firefox", "Firefox"],
  ["Firefox", "Chromium"],
] as const;

describe.each(pairs)(
  "a customer in %s and an operator in %s",
  (customerBrowser, operatorBrowser) => {
    let callId: string;
    let customer: DrivenPage;
    let operator: DrivenPage;
    let both: readonly DrivenPage[];

    beforeAll(async () => {
      callId = server.openRoom().callId;
      customer = await browsers.get(customerBrowser)!.open(server.url);
      operator = await browsers.get(operatorBrowser)!.open(server.url);
      both = [customer, operator];
      await customer.focus();
      await customer.run(`harness.start("${customerId}", "${callId}")`);
      await operator.focus();
      await operator.run(`harness.start("${operatorId}", "${callId}")`);
    });

    afterAll(async () => {
      await operator.run("harness.session.hangUp()");
      await until(customer, ({ state }) => state === "ended");
      for (const page of both) await page.run("harness.media.close()");
    });

    test("see and hear each other", async () => {
      for (const page of both) {
        const look = await until(
          page,
          ({ received, person }) =>
            received.frames > 10 && received.audioEnergy > 0 && person.time > 0,
        );
        expect(look.state).toBe("live");
        expect(look.peerMedia).toEqual({
          microphone: true,
          camera: true,
          screen: false,
        });
        expect(look.codecs).toContain("video/VP8");
        expect(look.codecs).toContain("audio/opus");
      }
    });

    test("both share their screens at the same time (B4)", async () => {
      for (const page of both) {
        await page.focus();
        await page.run("harness.media.startScreen()");
      }
      for (const page of both) {
        const look = await until(
          page,
          ({ screen }) => screen.width > 0 && screen.time > 0,
        );
        expect(look.peerMedia?.screen).toBe(true);
        expect(look.person.width).toBeGreaterThan(0);
      }
      for (const page of both) await page.run("harness.media.stopScreen()");
      for (const page of both)
        await until(
          page,
          ({ peerMedia, screen }) =>
            peerMedia?.screen === false && screen.width === 0,
        );
    });

    test("a camera goes off with its lamp and comes back (B6)", async () => {
      await customer.focus();
      await customer.run("harness.media.turnOff('camera')");
      const off = await customer.run<Look>("harness.look()");
      expect([off.camera, off.cameraTrack]).toEqual(["off", "none"]);
      await until(operator, ({ peerMedia }) => peerMedia?.camera === false);
      await customer.run("harness.media.turnOn('camera')");
      await until(operator, ({ peerMedia }) => peerMedia?.camera === true);
      const look = await advances(operator);
      expect(look.connectionCount).toBe(1);
    });

    test("a network change restarts ICE without interrupting anybody", async () => {
      const before = await customer.run<Look>("harness.look()");
      await customer.run("dispatchEvent(new Event('online'))");
      const after = await until(
        customer,
        ({ ufrag }) => ufrag !== before.ufrag,
      );
      expect(after.state).toBe("live");
      for (const page of both)
        expect((await advances(page)).connectionCount).toBe(1);
    });

    test("a cut line to the server leaves the media alone, and signals lost in it arrive later", async () => {
      await operator.run("harness.line.cut()");
      await customer.run("harness.media.turnOff('microphone')");
      expect((await advances(operator)).state).toBe("live");
      await operator.run("harness.line.connect()");
      const look = await until(
        operator,
        ({ peerMedia }) => peerMedia?.microphone === false,
      );
      expect(look.connectionCount).toBe(1);
      await customer.run("harness.media.turnOn('microphone')");
    });

    test("each side learns how good the other's line is (B7)", async () => {
      for (const page of both) {
        const { quality } = await until(
          page,
          (look) => look.peerQuality !== "unknown",
        );
        expect(quality.sample?.path).toMatch(
          /^(host|prflx)\/(host|prflx) udp$/u,
        );
        expect(quality.sample?.mos).toBeGreaterThan(1);
      }
    });

    test("a reloaded page returns to the call", async () => {
      await customer.reload();
      await until(operator, ({ state }) => state === "reconnecting");
      await customer.focus();
      await customer.run(`harness.start("${customerId}", "${callId}")`);
      for (const page of both) {
        await until(page, ({ state }) => state === "live");
        await advances(page);
      }
      const { connectionCount } = await operator.run<Look>("harness.look()");
      expect(connectionCount).toBe(2);
    });
  },
);
