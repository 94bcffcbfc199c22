import { setTimeout as pause } from "node:timers/promises";
import { authEndpoints } from "@veche/contracts";
import {
  openChromium,
  people,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { handMs, startBareCallServer } from "./bare-call.ts";
import { median, percentile, type Figure } from "./figures.ts";

const roundCount = 12;
/** Of the cameras: as many as a browser's own take by themselves. */
const framesPerSecond = 20;

/** One call: from the caller's click to the first decoded frame of the other without the callee's hand, milliseconds. */
type Round = () => Promise<number>;

/**
 * Click on "Call" with both pages ready → first remote frame at the caller, the product against two bare pages; a
 * round of each in turn, in the same two browsers. Between ring and answer lies a hand's time, taken off both.
 */
export async function measureFirstFrame(): Promise<readonly Figure[]> {
  await using world = await startWorld({ env: { LOG_LEVEL: "error" } });
  await using bare = await startBareCallServer();
  await using operator = await openChromium({ framesPerSecond });
  await using customer = await openChromium({ framesPerSecond });
  await openDesk(operator, world);
  await using bareCallee = await operator.anotherTab();
  await using bareCaller = await customer.anotherTab();

  // A page behind another one is drawn once a second: each kind of call has its pages in front.
  const product: Round = async () => {
    await bringToFront(operator, customer);
    await readyToCall(customer, world);
    return timeOfCall(customer, operator);
  };
  const sample: Round = async () => {
    await bringToFront(bareCallee, bareCaller);
    await bareCallee.open(`${bare.url}#callee`);
    await bareCaller.open(`${bare.url}#caller`);
    for (const screen of [bareCallee, bareCaller])
      await waitUntil("the bare page", () =>
        screen.evaluate<boolean>("globalThis.isReady === true"),
      );
    await ownPictureOf(bareCaller);
    const time = await timeOfCall(bareCaller, bareCallee);
    await bareCallee.open("about:blank");
    await bareCaller.open("about:blank");
    return time;
  };

  await product();
  await endCall(customer);
  await sample();
  const times: number[] = [];
  const limits: number[] = [];
  for (let round = 0; round < roundCount; round += 1) {
    limits.push(await sample());
    times.push(await product());
    await endCall(customer);
  }
  const told = (sampled: readonly number[]): string =>
    `p50 ${Math.round(median(sampled))} ms, p95 ${Math.round(percentile(sampled, 0.95))} ms`;
  return [
    {
      name: `click on "Call" → first remote frame, ${roundCount} rounds`,
      measured: told(times),
      against: `${told(limits)} between two bare pages`,
      ratio: median(times) / median(limits),
      goal: "≤ 1.25×",
    },
  ];
}

/** True when a picture of the page's own camera moves: the devices are open. Looks into the widget's shadow too. */
const hasPicture = `(() => {
  const within = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  return within(document).some((one) => one instanceof HTMLVideoElement && one.videoWidth > 0);
})()`;

const bringToFront = (...screens: readonly ChromiumScreen[]) =>
  Promise.all(screens.map(({ page }) => page.bringToFront()));

const ownPictureOf = (screen: ChromiumScreen): Promise<unknown> =>
  waitUntil("the own picture", () => screen.evaluate<boolean>(hasPicture));

/** Answers a call like a hand that lay beside the button. */
const answerByHand = `new MutationObserver(() => {
  const accept = [...document.querySelectorAll("button")].find((one) => one.textContent.trim().startsWith("Accept"));
  if (accept === undefined || accept.dataset.seen !== undefined) return;
  accept.dataset.seen = "";
  globalThis.ringShownAt = performance.timeOrigin + performance.now();
  setTimeout(() => {
    globalThis.answeredAt = performance.timeOrigin + performance.now();
    accept.click();
  }, ${handMs});
}).observe(document.body, { childList: true, subtree: true })`;

async function openDesk(screen: ChromiumScreen, world: World): Promise<void> {
  const person = await world.user("boris");
  await person.call(authEndpoints.updateMe, { body: { language: "en" } });
  person[Symbol.dispose]();
  await screen.open(`${world.baseUrl}/`);
  await screen.fill("Login", people.boris.login);
  await screen.fill("Password", people.boris.password);
  await screen.press({ role: "button", name: "Sign in" });
  await screen.press({ role: "button", name: "Become available" });
  await screen.see("You are available");
  await screen.evaluate(answerByHand);
}

/** The shop's page before the click: own picture shown, "Call" to be pressed. */
async function readyToCall(
  screen: ChromiumScreen,
  world: World,
): Promise<void> {
  await screen.open(`${world.baseUrl}/shop/`);
  // A customer who was never here.
  await screen.evaluate("localStorage.clear(), sessionStorage.clear()");
  await screen.reload();
  await screen.press({ role: "button", name: "Eng" });
  await screen.press({ role: "button", name: /^Write to us or call us/ });
  await screen.press({ role: "button", name: /^Video call/ });
  await screen.seeControl({ role: "button", name: "Call" });
  await ownPictureOf(screen);
}

async function timeOfCall(
  caller: ChromiumScreen,
  callee: ChromiumScreen,
): Promise<number> {
  await caller.press({ role: "button", name: "Call" });
  const wholeMs = await waitUntil("the first remote frame", () =>
    caller.evaluate<number | null>(
      "vecheProbe.firstFrameDecodedAt && vecheProbe.firstFrameDecodedAt - vecheProbe.clickedAt",
    ),
  );
  return wholeMs - (await callee.evaluate<number>("answeredAt - ringShownAt"));
}

async function endCall(customer: ChromiumScreen): Promise<void> {
  // Long enough to count as a talk.
  await pause(500);
  await customer.press({ role: "button", name: "End" });
  await customer.see(/Thank you for the call/);
}
