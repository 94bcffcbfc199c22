import { afterAll, beforeAll, expect, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  notificationEndpoints,
} from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { signInAt } from "./cast.ts";
import { isSound } from "./sound-screen.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** A group of Anna and Boris, and its words from him. */
async function groupOfTwo() {
  using anna = await world.user("anna");
  const boris = await world.user("boris");
  const me = await boris.call(authEndpoints.getMe);
  const { id } = await anna.call(conversationEndpoints.createGroup, {
    body: { title: "Spring shop", memberIds: [me.id] },
  });
  const say = (body: string) =>
    boris.line.send("message.send", {
      conversationId: id,
      clientId: crypto.randomUUID() as never,
      body,
    });
  return { id, say, [Symbol.dispose]: () => boris[Symbol.dispose]() };
}

/** What the browser's system was asked to show, in the order of asking. */
const shownIn = ({ page }: ChromiumScreen) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const shown = (await registration?.getNotifications()) ?? [];
    return shown.map(({ title, body }) => `${title}: ${body}`);
  });

const heardIn = ({ page }: ChromiumScreen) =>
  page.evaluate(() => Reflect.get(globalThis, "heard") as number);

/** Anna's browser, which shows notifications and counts its sounds; nobody looks at it until told. */
async function annaLookingAway(): Promise<ChromiumScreen> {
  const screen = await openChromium();
  await screen.page.context().grantPermissions(["notifications"]);
  await screen.page.context().addInitScript(() => {
    Reflect.set(globalThis, "heard", 0);
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...given) {
      Reflect.set(
        globalThis,
        "heard",
        (Reflect.get(globalThis, "heard") as number) + 1,
      );
      start.apply(this, given);
    };
    document.hasFocus = () => Reflect.get(globalThis, "isLookedAt") === true;
  });
  await signInAt(screen, world, "anna");
  await screen.page.getByRole("link", { name: "Desk" }).waitFor();
  // The worker shows notifications; it must be there.
  await screen.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return screen;
}

it("a message that comes while Anna looks elsewhere is heard and shown, and a press opens it", async () => {
  using group = await groupOfTwo();
  await using anna = await annaLookingAway();
  const { page } = anna;
  await group.say("lunch?");
  await waitUntil("the notification", async () =>
    (await shownIn(anna)).includes("Spring shop: Boris: lunch?"),
  );
  // The sound, the notification and the title are of one message and of no order.
  await waitUntil("the sound", async () => (await heardIn(anna)) > 0);
  expect(await heardIn(anna)).toBe(1);
  await waitUntil("the count in the title", async () =>
    /^\(\d+\) /u.test(await page.title()),
  );
  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(
    'registration.getNotifications().then(([notification]) => self.dispatchEvent(new NotificationEvent("notificationclick", { notification })))',
  );
  await page.waitForURL(`**/chats/${group.id}/1`);
  await page.locator("article", { hasText: "lunch?" }).waitFor();
  expect(anna.problems()).toEqual([]);
});

it("of two windows one tells, and a pause silences both", async () => {
  using group = await groupOfTwo();
  await using anna = await annaLookingAway();
  const other = await anna.anotherTab();
  await other.open(`${world.baseUrl}/profile`);
  await other.page.getByRole("link", { name: "Notifications" }).click();
  await other.page.getByRole("heading", { level: 1 }).waitFor();
  await group.say("one");
  await waitUntil("the notification", async () =>
    (await shownIn(anna)).includes("Spring shop: Boris: one"),
  );
  const heard = async () => (await heardIn(anna)) + (await heardIn(other));
  await waitUntil("the sound", async () => (await heard()) > 0);
  expect(await heard()).toBe(1);
  await other.press({ role: "button", name: "1 hour" });
  await other.page.getByText(/^Paused until/u).waitFor();
  using me = await world.user("anna");
  await waitUntil("the pause to be kept", async () => {
    const { settings } = await me.call(
      notificationEndpoints.getNotificationSettings,
    );
    return settings.doNotDisturbUntil !== null;
  });
  await group.say("two");
  await anna.page.getByRole("link", { name: /Chats/u }).click();
  await anna.page
    .getByText(/\btwo\b/u)
    .first()
    .waitFor();
  expect(await heard()).toBe(1);
  await other.press({ role: "button", name: "Tell me again" });
});

it("the rules are kept, sound on every screen, and are there after a reload", async () => {
  await using anna = await annaLookingAway();
  const { page } = anna;
  await anna.open(`${world.baseUrl}/notifications`);
  await page.getByRole("combobox", { name: "Message" }).click();
  await page.getByRole("option", { name: "Knock" }).click();
  await page.getByLabel("Tell me nothing in these hours").check();
  await page.getByRole("combobox", { name: "Time zone" }).waitFor();
  await isSound(anna, "notifications-light");
  using me = await world.user("anna");
  await waitUntil("the rules to be kept", async () => {
    const { settings } = await me.call(
      notificationEndpoints.getNotificationSettings,
    );
    return settings.sounds.message === "knock" && settings.quietHours !== null;
  });
  await anna.reload();
  expect(
    await page.getByRole("combobox", { name: "Message" }).inputValue(),
  ).toBe("Knock");
  await page.getByLabel("Tell me nothing in these hours").uncheck();
});
