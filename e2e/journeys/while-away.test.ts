import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  messageEndpoints,
  notificationEndpoints,
  privacyEndpoints,
  userEndpoints,
  type ClientId,
  type DeviceId,
} from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import { openPushService } from "../../apps/server/tests/push-service.ts";
import { signInAt } from "./cast.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({
    env: {
      PUSH_INNER_HOSTS: "127.0.0.1",
      LINK_PREVIEW_INNER_HOSTS: "127.0.0.1",
    },
  });
});
afterAll(() => world[Symbol.asyncDispose]());

/** A group of Anna and Boris; `say` speaks for him. */
async function groupOfTwo() {
  using anna = await world.user("anna");
  const boris = await world.user("boris");
  const { id: borisId } = await boris.call(authEndpoints.getMe);
  const { id } = await anna.call(conversationEndpoints.createGroup, {
    body: { title: "Spring shop", memberIds: [borisId] },
  });
  const say = (body: string) =>
    boris.line.send("message.send", {
      conversationId: id,
      clientId: crypto.randomUUID() as ClientId,
      body,
    });
  return { id, say, [Symbol.dispose]: () => boris[Symbol.dispose]() };
}

const soon = () => new Date(Date.now() + 1500).toISOString();

async function enter(screen: ChromiumScreen, path: string): Promise<void> {
  await signInAt(screen, world, "anna");
  await screen.page.getByRole("link", { name: "Desk" }).waitFor();
  await screen.open(`${world.baseUrl}${path}`);
}

/** Hands pushes to the browser as its maker's service does, with no page of the application open. */
async function closeApplication({ page }: ChromiumScreen) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const context = page.context();
  const session = await context.newCDPSession(await context.newPage());
  const { promise, resolve } = Promise.withResolvers<string>();
  session.on("ServiceWorker.workerRegistrationUpdated", (told) => {
    const [registration] = told.registrations;
    if (registration !== undefined) resolve(registration.registrationId);
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await promise;
  await page.close();
  const shown = async () => {
    const [worker] = context.serviceWorkers();
    const told: unknown = await worker?.evaluate(
      "registration.getNotifications().then((all) => all.map(({ title, body }) => `${title}: ${body}`))",
    );
    return told;
  };
  return async (word: unknown): Promise<void> => {
    await session.send("ServiceWorker.deliverPushMessage", {
      origin: world.baseUrl,
      registrationId,
      data: JSON.stringify(word),
    });
    const { title, body } = word as { title: string; body: string }; // what the server wrote for the worker
    await waitUntil("the notification", async () => {
      const told = await shown();
      return Array.isArray(told) && told.includes(`${title}: ${body}`);
    });
  };
}

it("with the application closed a message and a reminder are pushed, and the browser shows them", async () => {
  using group = await groupOfTwo();
  await using pushes = await openPushService();
  await using screen = await openChromium();
  await screen.page.context().grantPermissions(["notifications"]);
  await enter(screen, "/profile");
  const show = await closeApplication(screen);
  using anna = await world.user("anna");
  await anna.call(notificationEndpoints.subscribeDevice, {
    params: { deviceId: crypto.randomUUID() as DeviceId },
    body: pushes.browser("listening").subscription,
  });
  const { messageId } = await group.say("lunch at noon?");
  const lunch = await waitUntil("the push of the message", () =>
    Promise.resolve(pushes.pushes[0]),
  );
  expect(lunch.word).toMatchObject({
    title: "Spring shop",
    path: `/chats/${group.id}/1`,
  });
  await show(lunch.word);

  const conversationId = group.id;
  const { reminderId } = await anna.line.send("reminder.set", {
    conversationId,
    messageId,
    clientId: crypto.randomUUID() as ClientId,
    at: soon(),
  });
  const reminder = await waitUntil("the push of the reminder", () =>
    Promise.resolve(pushes.pushes[1]),
  );
  expect(reminder.word).toMatchObject({ path: `/chats/${group.id}/1` });
  await show(reminder.word);
  await anna.line.send("reminder.cancel", { reminderId });
});

/** The smallest picture there is, and a page that shows it off. */
async function openSite() {
  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const page =
    '<title>Catalogue</title><meta property="og:title" content="Catalogue of spring"><meta property="og:image" content="/cover.png">';
  const server = createServer(({ url }, response) => {
    const isPicture = url === "/cover.png";
    const type = isPicture ? "image/png" : "text/html";
    response.writeHead(200, { "content-type": type });
    response.end(isPicture ? picture : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, so it is no pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/catalogue`,
    [Symbol.dispose]: () => void server.close(),
  };
}

it("a link shows its page's picture, and what was kept for later goes with its file at its time", async () => {
  using group = await groupOfTwo();
  using site = await openSite();
  await using screen = await openChromium();
  const { page } = screen;
  await enter(screen, `/chats/${group.id}`);
  await group.say(`Look: ${site.address}`);
  const preview = page.getByRole("link", { name: /Catalogue of spring/ });
  await preview.waitFor();
  const picture = preview.locator("img");
  await waitUntil("the picture to be drawn", () =>
    picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0),
  );

  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: "prices.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("net, gross"),
    });
  await page.getByLabel("Message to Spring shop").fill("The new prices");
  await page.getByRole("button", { name: "Other ways to send" }).click();
  await page.getByRole("menuitem", { name: "Send later…" }).click();
  await page.getByRole("button", { name: /^In an hour/ }).click();
  await page.getByText(/^It will be sent/).waitFor();
  expect(await page.locator("article", { hasText: "prices" }).count()).toBe(0);
  using anna = await world.user("anna");
  const { items } = await anna.call(messageEndpoints.listScheduled, {
    params: { conversationId: group.id },
  });
  const scheduledId = items[0]?.scheduledId ?? ("none" as never);
  await anna.line.send("message.reschedule", { scheduledId, sendAt: soon() });
  await page
    .locator("article", { hasText: "The new prices" })
    .getByRole("link", { name: /prices\.txt/ })
    .waitFor();
  await screen.shot("scheduled-with-file");
  expect(screen.problems()).toEqual([]);
});

it("a person deletes their own account on the screen, and is let in no more", async () => {
  using admin = await world.user("admin");
  await admin.call(privacyEndpoints.updateErasurePolicy, {
    body: { mayEraseSelf: true },
  });
  const password = "a long walk in the rain";
  await admin.call(userEndpoints.createUser, {
    body: {
      login: "leo",
      name: "Leo Tolstoy",
      password,
      roles: ["employee"],
      language: "en",
    },
  });
  await using screen = await openChromium();
  const { page } = screen;
  const signIn = async () => {
    await screen.fill("Login", "leo");
    await screen.fill("Password", password);
    await screen.press({ role: "button", name: "Sign in" });
  };
  await screen.open(`${world.baseUrl}/`);
  await signIn();
  await page.getByRole("link", { name: "Profile" }).click();
  const erase = page.getByRole("button", { name: "Delete my account" });
  await erase.click();
  await page.getByLabel("Your password").fill(password);
  await erase.click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await signIn();
  await page.getByRole("alert").waitFor();
  const { users } = await admin.call(userEndpoints.listUsers);
  expect(users.some(({ name }) => name.includes("Leo"))).toBe(false);
  expect(screen.problems()).toEqual([]);
});
