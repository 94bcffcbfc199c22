import {
  chromium,
  type Browser,
  type Locator,
  type Page,
} from "playwright-core";
import { picturePath } from "./artifacts.ts";
import { pageProbe } from "./page-probe.ts";
import type { ControlName, Screen } from "./screen.ts";

const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
const actTimeoutMs = 90_000;

/** The camera and microphone of the browser's own making; everything on this machine, nothing asked, nothing fetched. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
  "--allow-loopback-in-peer-connection",
  // Two windows share one machine: neither is slowed down for being behind the other.
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

export interface ChromiumOptions {
  readonly locale?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** Without camera and microphone. */
  readonly hasDevices?: boolean;
  /** Of the camera. A few are enough to see that a picture goes on, and leave a small machine time for the rest. */
  readonly framesPerSecond?: number;
  readonly colourScheme?: "light" | "dark";
}

export interface ChromiumScreen extends Screen {
  readonly page: Page;
  /** Another tab of the same person: cookies and storage are shared. */
  readonly anotherTab: () => Promise<ChromiumScreen>;
}

/** A browser of one person, with a profile of their own. */
export async function openChromium({
  locale = "en-US",
  size = { width: 1440, height: 900 },
  hasDevices = true,
  framesPerSecond = 10,
  colourScheme = "light",
}: ChromiumOptions = {}): Promise<ChromiumScreen> {
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: hasDevices
      ? [...flags, `--use-fake-device-for-media-stream=fps=${framesPerSecond}`]
      : flags,
  });
  const context = await browser.newContext({
    locale,
    viewport: { ...size },
    colorScheme: colourScheme,
    permissions: ["camera", "microphone"],
  });
  await context.addInitScript(pageProbe);
  const newTab = async (): Promise<ChromiumScreen> =>
    screenOf(await context.newPage(), { browser, newTab });
  return newTab();
}

interface Surroundings {
  readonly browser: Browser;
  readonly newTab: () => Promise<ChromiumScreen>;
}

function screenOf(
  page: Page,
  { browser, newTab }: Surroundings,
): ChromiumScreen {
  page.setDefaultTimeout(actTimeoutMs);
  const problems = collectProblems(page);
  const find = ({ role, name }: ControlName): Locator =>
    page.getByRole(role, { name, exact: typeof name === "string" }).first();
  return {
    browser: "chromium",
    page,
    anotherTab: newTab,
    open: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    press: async (control) => find(control).click(),
    fill: async (label, text) =>
      page
        .getByLabel(label, { exact: typeof label === "string" })
        .first()
        .fill(text),
    key: async (key) => page.keyboard.press(key),
    see: async (text, timeoutMs = actTimeoutMs) =>
      page.getByText(text).first().waitFor({ timeout: timeoutMs }),
    seeControl: async (control, timeoutMs = actTimeoutMs) =>
      find(control).waitFor({ timeout: timeoutMs }),
    has: async (control) => find(control).isVisible(),
    evaluate: <Result>(expression: string) => page.evaluate<Result>(expression),
    shot: async (name) => {
      const path = picturePath(name);
      await page.screenshot({ path });
      return path;
    },
    problems: () => problems,
    async [Symbol.asyncDispose]() {
      // A request that a test holds or hands on while the browser goes is nobody's failure.
      const routed = [page.context(), ...page.context().pages()];
      // Settled, not all: of a browser that was closed before there is nothing to let go.
      await Promise.allSettled(
        routed.map((one) => one.unrouteAll({ behavior: "ignoreErrors" })),
      );
      await browser.close();
    },
  };
}

function collectProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) =>
    problems.push(`page error: ${error.message}`),
  );
  page.on("console", (message) => {
    const text = message.text();
    // A refused request shows as an error line of the browser itself; the product speaks to the person instead.
    if (
      message.type() === "error" &&
      !text.startsWith("Failed to load resource")
    )
      problems.push(`console: ${text}`);
    if (text.includes("Content Security Policy"))
      problems.push(`content policy: ${text}`);
  });
  return problems;
}
