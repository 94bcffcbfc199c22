import { setTimeout as pause } from "node:timers/promises";
import { authEndpoints } from "@veche/contracts";
import {
  openChromium,
  people,
  startWorld,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { median, percentile, type Figure } from "./figures.ts";
import { openStore } from "./load/open-store.ts";
import { pageClock } from "./web/page-clock.ts";
import { plainConversation, plainRows } from "./web/plain-page.ts";
import {
  conversationCount,
  longLength,
  seedChats,
  type Chats,
} from "./web/seed-chats.ts";

/** So many rows stand in sight. */
const openedCount = 9;
const sentCount = 30;
const scrollMs = 5_000;
const scrollPxPerFrame = 50;
/** A frame is long when the next one of a screen of 60 a second was missed. */
const longFrameMs = 25;

/**
 * What a person at the messenger feels, in Chromium, by the browser's own clock: two thousand conversations in the
 * list, one of them of a hundred thousand messages.
 */
export async function measureWebMessenger(): Promise<readonly Figure[]> {
  await using world = await startWorld({ env: { LOG_LEVEL: "error" } });
  await using store = await openStore(world.server.dataDir);
  const anna = await world.user("anna");
  await anna.call(authEndpoints.updateMe, { body: { language: "en" } });
  const { id } = await anna.call(authEndpoints.getMe);
  anna[Symbol.dispose]();
  const chats = await seedChats(store.client, id);
  await using screen = await openChromium();
  await screen.page.addInitScript(pageClock);
  await signIn(screen, world);
  const kept = chats.conversations.slice(1, openedCount + 1);
  for (const { title } of kept) await openFromList(screen, title);
  const twice = [...kept, ...kept];
  const held = await timesOf(twice, ({ title }) => openFromList(screen, title));
  const plain = await openPlain(screen);
  // The cache is written within two seconds.
  await pause(3_000);
  await screen.open(`${world.baseUrl}/chats`);
  await rowOf(screen, "Room 1").waitFor();
  await pause(2_000);
  const cached = await timesOf(kept, ({ title }) =>
    openFromList(screen, title),
  );
  const sent = await timesOf(Array.from({ length: sentCount }), (_, at) =>
    sendOwn(screen, `My own words, number ${at}`),
  );
  const scrolled = await scrollEverywhere(screen, world, chats);
  return [
    openingFigure("held in memory", { times: held, plain }),
    openingFigure("kept by an earlier visit", { times: cached, plain }),
    sendingFigure(sent),
    ...scrolled,
  ];
}

interface Painted {
  readonly ms: number;
  /** Frames begun between the input and the change of the page. */
  readonly frames: number;
}

async function timesOf<One>(
  all: readonly One[],
  measure: (one: One, at: number) => Promise<Painted>,
): Promise<readonly Painted[]> {
  const times: Painted[] = [];
  for (const [at, one] of all.entries()) {
    times.push(await measure(one, at));
    // Whatever the page does afterwards is not the next one's time.
    await pause(150);
  }
  return times;
}

async function signIn(screen: ChromiumScreen, world: World): Promise<void> {
  await screen.open(`${world.baseUrl}/chats`);
  await screen.fill("Login", people.anna.login);
  await screen.fill("Password", people.anna.password);
  await screen.press({ role: "button", name: "Sign in" });
  await screen.page.getByRole("link", { name: "Chats" }).waitFor();
  await screen.open(`${world.baseUrl}/chats`);
  await rowOf(screen, "Room 1").waitFor();
}

const rowOf = ({ page }: ChromiumScreen, title: string) =>
  page
    .getByRole("list", { name: "Conversations" })
    .getByRole("button")
    .filter({ has: page.getByText(title, { exact: true }) });

/** Until the end of the conversation stands in sight. */
async function openFromList(
  screen: ChromiumScreen,
  title: string,
): Promise<Painted> {
  await watchForEnd(screen, `The last of ${title}`);
  await rowOf(screen, title).click();
  return paintedIn(screen);
}

const watchForEnd = ({ page }: ChromiumScreen, words: string): Promise<void> =>
  page.evaluate(
    (sought) =>
      benchClock.watch(() => {
        const log = document.querySelector('[role="log"]');
        const last = [...(log?.querySelectorAll("article") ?? [])].at(-1);
        if (log === null || last?.textContent.includes(sought) !== true)
          return false;
        const { bottom } = last.getBoundingClientRect();
        return bottom <= log.getBoundingClientRect().bottom + 1;
      }),
    words,
  );

/** The words of the conversation in sight, as plain rows of an empty page. */
async function openPlain(screen: ChromiumScreen): Promise<readonly Painted[]> {
  const words = await screen.page
    .getByRole("log")
    .getByRole("article")
    .allTextContents();
  const bare = await screen.anotherTab();
  await bare.open("about:blank");
  await bare.page.evaluate(pageClock);
  await bare.page.evaluate(plainConversation(words));
  const times = await timesOf(
    Array.from({ length: 2 * openedCount }),
    async () => {
      await bare.page.evaluate(() =>
        document.querySelector('[role="log"]')?.replaceChildren(),
      );
      await watchForEnd(bare, words.at(-1) ?? "");
      await bare.page.getByRole("button", { name: "Open" }).click();
      return paintedIn(bare);
    },
  );
  await bare.page.close();
  return times;
}

const paintedIn = ({ page }: ChromiumScreen): Promise<Painted> =>
  page.evaluate(() => benchClock.painted);

async function sendOwn(
  screen: ChromiumScreen,
  words: string,
): Promise<Painted> {
  const { page } = screen;
  await page.getByRole("textbox", { name: /^Message to/ }).fill(words);
  await page.evaluate(
    (sought) =>
      benchClock.watch(() =>
        [...document.querySelectorAll("article")].some((one) =>
          one.textContent.includes(sought),
        ),
      ),
    words,
  );
  await page.keyboard.press("Enter");
  return paintedIn(screen);
}

interface Scrolling {
  readonly lengths: readonly number[];
  readonly movedPx: number;
}

const scroll = (
  { page }: ChromiumScreen,
  selector: string,
  pxPerFrame: number,
): Promise<Scrolling> =>
  page.evaluate(
    ([place, step, durationMs]) =>
      benchClock.scroll(() => document.querySelector(place)!, step, durationMs),
    [selector, pxPerFrame, scrollMs] as const,
  );

async function scrollEverywhere(
  screen: ChromiumScreen,
  world: World,
  { longId }: Chats,
): Promise<readonly Figure[]> {
  const openAt = async (seq: number): Promise<void> => {
    await screen.open(`${world.baseUrl}/chats/${longId}/${seq}`);
    await screen.page
      .getByText(new RegExp(` ${seq}$`))
      .first()
      .waitFor();
    await pause(1_000);
  };
  const log = '[role="log"]';
  await openAt(longLength - 1);
  const up = await scroll(screen, log, -scrollPxPerFrame);
  await openAt(longLength / 2);
  const down = await scroll(screen, log, scrollPxPerFrame);
  await openAt(1);
  const first = await scroll(screen, log, scrollPxPerFrame);
  const list = await scroll(
    screen,
    '[aria-label="Conversations"] :has(> ul)',
    scrollPxPerFrame,
  );
  await using bare = await screen.anotherTab();
  await bare.open("about:blank");
  await bare.page.evaluate(pageClock);
  await bare.page.evaluate(plainRows);
  const floor = await scroll(bare, "#place", scrollPxPerFrame);
  return [
    scrollingFigure(
      `scrolling ${longLength} messages: end, middle, beginning`,
      joined([up, down, first]),
      floor,
    ),
    scrollingFigure(
      `scrolling ${conversationCount} conversations`,
      list,
      floor,
    ),
  ];
}

const joined = (parts: readonly Scrolling[]): Scrolling => ({
  lengths: parts.flatMap(({ lengths }) => lengths),
  movedPx: parts.reduce((sum, { movedPx }) => sum + movedPx, 0),
});

const shareOfLong = ({ lengths }: Scrolling): number =>
  lengths.filter((length) => length > longFrameMs).length / lengths.length;

function scrollingFigure(
  name: string,
  measured: Scrolling,
  floor: Scrolling,
): Figure {
  const told = (one: Scrolling) =>
    `${(100 * shareOfLong(one)).toFixed(1)} % frames over ${longFrameMs} ms, p99 ${percentile(one.lengths, 0.99).toFixed(0)} ms`;
  return {
    name,
    measured: `${told(measured)}, ${Math.round(measured.movedPx)} px`,
    against: `${told(floor)}, plain rows`,
    ratio: null,
    goal: "≤ 1 %",
  };
}

const msOf = (times: readonly Painted[]): readonly number[] =>
  times.map(({ ms }) => ms);

const toldMs = (times: readonly Painted[]): string =>
  `p50 ${median(msOf(times)).toFixed(0)} ms, p95 ${percentile(msOf(times), 0.95).toFixed(0)} ms`;

interface Openings {
  readonly times: readonly Painted[];
  /** The same words in plain rows. */
  readonly plain: readonly Painted[];
}

const openingFigure = (from: string, { times, plain }: Openings): Figure => ({
  name: `opening a conversation ${from}, ${conversationCount} in the list: click to paint`,
  measured: toldMs(times),
  against: `${toldMs(plain)}, the same words in plain rows`,
  ratio: median(msOf(times)) / median(msOf(plain)),
  goal: "≤ 50 ms",
});

function sendingFigure(times: readonly Painted[]): Figure {
  const next = times.filter(({ frames }) => frames === 0).length;
  return {
    name: "own message on screen: Enter to paint",
    measured: `${toldMs(times)}; in the next frame ${next} of ${times.length}`,
    against: "—",
    ratio: null,
    goal: "the next frame",
  };
}
