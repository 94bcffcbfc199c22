import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import type { DrivenPage } from "./driven-page.ts";

/** A browser with devices that are made up, and no screen of its own. */
export interface DrivenBrowser extends AsyncDisposable {
  readonly open: (url: string) => Promise<DrivenPage>;
}

export const launchChromium = async (): Promise<DrivenBrowser> => {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      "--autoplay-policy=no-user-gesture-required",
      "--allow-loopback-in-peer-connection",
    ],
  });
  return {
    open: async (url) => {
      const page = await browser.newPage();
      const load = async (): Promise<void> => {
        await page.goto(url);
        await page.waitForFunction("'harness' in globalThis");
      };
      await load();
      return {
        run: (script) => page.evaluate(script),
        focus: () => page.bringToFront(),
        reload: load,
      };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
};

/* A picture of a page stands in for the screen: headless Firefox has none to share. */
const screenStandIn = `
navigator.mediaDevices.getDisplayMedia = async () => {
  const canvas = document.createElement("canvas");
  canvas.width = 800;
  canvas.height = 600;
  const context = canvas.getContext("2d");
  setInterval(() => {
    context.fillStyle = "hsl(" + (performance.now() % 360) + " 90% 50%)";
    context.fillRect(0, 0, 800, 600);
  }, 60);
  return canvas.captureStream(15);
};`;

export const launchFirefox = async (): Promise<DrivenBrowser> => {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: {
      "media.navigator.streams.fake": true,
      "media.navigator.permission.disabled": true,
      "media.autoplay.default": 0,
      "media.peerconnection.ice.obfuscate_host_addresses": false,
      "media.peerconnection.ice.loopback": true,
    },
  });
  return {
    open: async (url) => {
      const page = await browser.newPage();
      const load = async (): Promise<void> => {
        await page.goto(url);
        // By the clock: a page in the background draws no frames.
        await page.waitForFunction("'harness' in globalThis", { polling: 50 });
        await page.evaluate(screenStandIn);
      };
      await load();
      return {
        // What the expression answers is the caller's to know.
        run: async (script) => (await page.evaluate(script)) as never,
        // Firefox gives no devices to a tab in the background.
        focus: () => page.bringToFront(),
        reload: load,
      };
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
};
