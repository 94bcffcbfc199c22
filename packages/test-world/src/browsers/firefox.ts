import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  launch,
  type ElementHandle,
  type KeyInput,
  type Page,
} from "puppeteer-core";
import { waitUntil } from "../wait-until.ts";
import { picturePath } from "./artifacts.ts";
import { findControlExpression, seenTextExpression } from "./find-control.ts";
import { pageProbe } from "./page-probe.ts";
import type { ControlName, Screen } from "./screen.ts";

const executablePath = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";
const actTimeoutMs = 90_000;

const preferences = {
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
  "media.autoplay.default": 0,
  "media.peerconnection.ice.obfuscate_host_addresses": false,
  "media.peerconnection.ice.loopback": true,
  "intl.accept_languages": "en-US",
};

export interface FirefoxScreen extends Screen {
  readonly page: Page;
}

/** A Firefox of one person, by WebDriver BiDi; its camera and microphone are of its own making. */
export async function openFirefox(): Promise<FirefoxScreen> {
  const profile = mkdtempSync(join(tmpdir(), "veche-firefox-"));
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    // Told by the name of what hangs, before the test's own time is up.
    protocolTimeout: actTimeoutMs,
    userDataDir: profile,
    extraPrefsFirefox: preferences,
    args: ["--width=1440", "--height=900"],
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluateOnNewDocument(pageProbe);
  const screen = screenOf(page);
  return {
    ...screen,
    page,
    async [Symbol.asyncDispose]() {
      await browser.close();
      rmSync(profile, {
        recursive: true,
        force: true,
        maxRetries: 5,
        retryDelay: 200,
      });
    },
  };
}

function screenOf(page: Page): Omit<Screen, typeof Symbol.asyncDispose> {
  const problems: string[] = [];
  page.on("pageerror", (error) =>
    problems.push(`page error: ${String(error)}`),
  );
  const look = async (
    control: ControlName,
  ): Promise<ElementHandle | undefined> => {
    const handle = await page.evaluateHandle(findControlExpression(control));
    return (handle.asElement() as ElementHandle | null) ?? undefined;
  };
  const find = (
    control: ControlName,
    timeoutMs = actTimeoutMs,
  ): Promise<ElementHandle> =>
    waitUntil(
      `${control.role} "${String(control.name)}"`,
      () => look(control),
      { timeoutMs, everyMs: 100 },
    );
  return {
    browser: "firefox",
    open: async (url) => {
      await page.goto(url, { waitUntil: "load" });
    },
    reload: async () => {
      await page.reload({ waitUntil: "load" });
    },
    press: async (control) => {
      const element = await find(control);
      await element.click();
    },
    fill: async (label, text) => {
      const element = await find({ role: "textbox", name: label });
      await element.click({ count: 3 });
      await page.keyboard.type(text);
    },
    // The driver has its own list of the same names.
    key: async (key) => page.keyboard.press(key as KeyInput),
    see: async (text, timeoutMs = actTimeoutMs) => {
      const isSeen = (all: string): boolean =>
        typeof text === "string" ? all.includes(text) : text.test(all);
      await waitUntil(
        `text "${String(text)}"`,
        async () => isSeen(String(await page.evaluate(seenTextExpression))),
        { timeoutMs, everyMs: 100 },
      );
    },
    seeControl: async (control, timeoutMs = actTimeoutMs) => {
      await find(control, timeoutMs);
    },
    has: async (control) => (await look(control)) !== undefined,
    evaluate: <Result>(expression: string) =>
      page.evaluate(expression) as Promise<Result>,
    shot: async (name) => {
      const path = picturePath(name);
      await page.screenshot({ path: path });
      return path;
    },
    problems: () => problems,
  };
}
