import ICAL from "ical.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  conferenceEndpoints,
  conversationEndpoints,
  type GuestStay,
} from "@veche/contracts";
import {
  openChromium,
  startWorld,
  waitUntil,
  type ChromiumScreen,
  type World,
} from "@veche/test-world";
import {
  openMailServer,
  type MailServer,
} from "../../apps/server/tests/mail-server.ts";
import { signInAt } from "./cast.ts";
import { liveInTheMorning } from "./morning-zone.ts";
import { isSound } from "./sound-screen.ts";

let mails: MailServer;
let world: World;
beforeAll(async () => {
  mails = await openMailServer();
  world = await startWorld({
    env: {
      SMTP_URL: mails.url({ user: "veche", password: "right" }),
      MAIL_FROM: "Veche <veche@example.com>",
      // One guest asks for everything there is.
      RATE_LIMIT_FACTOR: "20",
    },
  });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await mails[Symbol.asyncDispose]();
});

const olga = "olga@elsewhere.example";

/** What a calendar program of somebody else reads in a letter. */
function appointmentIn(letter: MailServer["letters"][number] | undefined) {
  const attachment = letter?.attachments.find(
    ({ mimeType }) => mimeType === "text/calendar",
  );
  const content = attachment?.content ?? "";
  const text =
    typeof content === "string" ? content : new TextDecoder().decode(content);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(zone);
  const event = calendar.getFirstSubcomponent("vevent");
  if (event === null) throw new Error("there is no event");
  const { uid, summary, sequence, startDate, attendees } = new ICAL.Event(
    event,
  );
  return {
    method: calendar.getFirstPropertyValue("method"),
    ...{ uid, summary, sequence },
    startsAt: startDate.toJSDate(),
    people: attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
    hasReminder: event.getFirstSubcomponent("valarm") !== null,
  };
}

const linkIn = (text: string | undefined, pattern: RegExp): string =>
  pattern.exec(text ?? "")?.[0] ?? "no such link";

async function planned(anna: ChromiumScreen): Promise<void> {
  await liveInTheMorning(anna);
  await signInAt(anna, world, "anna");
  await anna.seeControl({ role: "link", name: "Profile" });
  await anna.open(`${world.baseUrl}/conferences`);
  const { page } = anna;
  await page.getByRole("button", { name: "New conference" }).click();
  const today = await anna.evaluate<string>(
    `new Date().toLocaleDateString("sv-SE")`,
  );
  await page.getByLabel("Title").fill("Talk with Olga");
  await page.getByRole("textbox", { name: "Day" }).fill(today);
  await page.getByLabel("Begins at").fill("23:00");
  await page.getByLabel("People outside the company").first().fill(olga);
  await page.keyboard.press("Enter");
  await page
    .getByRole("switch", { name: "A password for guests" })
    .check({ force: true });
  await page
    .getByRole("textbox", { name: "Password", exact: true })
    .fill("open up");
  await isSound(anna, "conference-form-outside");
  await page.getByRole("button", { name: "Plan", exact: true }).click();
}

/** The others' pictures on a screen go on. */
async function sees(screen: ChromiumScreen): Promise<void> {
  const frames = () =>
    screen.evaluate<number>(
      `document.querySelector("video:not([data-own='true'])")?.getVideoPlaybackQuality().totalVideoFrames ?? 0`,
    );
  let moves = 0;
  let before = 0;
  await waitUntil("a picture that goes on", async () => {
    const now = await frames();
    if (now > before && before > 0) moves += 1;
    before = now;
    return moves >= 3;
  });
}

/** Every endpoint there is, but those that are open to all, asked by a guest. */
async function endpointsOpenTo(guestToken: string): Promise<readonly string[]> {
  const answer = await fetch(`${world.baseUrl}/api/openapi.json`);
  const { paths } = (await answer.json()) as {
    readonly paths: Readonly<
      Record<
        string,
        Readonly<Record<string, { readonly security: readonly unknown[] }>>
      >
    >;
  };
  const open: string[] = [];
  for (const [path, methods] of Object.entries(paths))
    for (const [method, { security }] of Object.entries(methods)) {
      const ends = method === "delete" && path === "/api/v1/guest-stay";
      if (security.length === 0 || ends) continue;
      const url = path.replaceAll(/\{\w+\}/g, crypto.randomUUID());
      const { status } = await fetch(`${world.baseUrl}${url}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${guestToken}` },
      });
      if (status !== 401 && status !== 403) open.push(`${method} ${path}`);
    }
  return open;
}

/** What a guest reads over REST: the chat of their conference, and the way to its socket. */
const meantForGuests: readonly string[] = [
  "get /api/v1/conversations/{conversationId}/timeline",
  "post /api/v1/realtime/tickets",
];

it("somebody outside gets the letter, answers by it, comes in by link and password, sees the call and nothing else, and is told that it is off", async () => {
  await using anna = await openChromium();
  await planned(anna);
  await mails.arrived(1);
  const [invitation] = mails.letters;
  const invited = appointmentIn(invitation);
  expect(invited).toMatchObject({
    ...{ method: "REQUEST", summary: "Talk with Olga", sequence: 0 },
    ...{ people: [`mailto:${olga}`], hasReminder: true },
  });
  const at = `new Date(new Date().setHours(23, 0, 0, 0)).toISOString()`;
  expect(invited.startsAt.toISOString()).toBe(await anna.evaluate(at));
  expect(invitation?.text).not.toContain("open up");

  await fetch(
    linkIn(invitation?.text, /http\S+\/letters\/answer\/\S+\/maybe/),
    {
      method: "POST",
    },
  );
  const { page } = anna;
  await anna.reload();
  await page.getByRole("button", { name: /^Talk with Olga/ }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: olga })
    .getByText("maybe")
    .waitFor();
  await isSound(anna, "conference-card-outside");
  await page.getByRole("button", { name: "Open the conversation" }).click();
  await page.getByRole("heading", { name: "Talk with Olga" }).waitFor();
  using annaOnLine = await world.user("anna");
  const [{ id: conversationId } = { id: "" as never }] = (
    await annaOnLine.call(conversationEndpoints.listConversations)
  ).conversations.filter(({ title }) => title === "Talk with Olga");
  const say = (body: string) =>
    annaOnLine.line.send("message.send", {
      ...{ conversationId, body },
      clientId: crypto.randomUUID() as never,
    });
  await say("Only among ourselves");

  await using guest = await openChromium({ locale: "ru-RU" });
  await guest.open(linkIn(invitation?.text, /http\S+\/meet\/\S+/));
  const door = guest.page;
  await door.getByText("Вы входите гостем.").waitFor();
  await isSound(guest, "guest-door");
  const come = async (password: string) => {
    await door.getByLabel("Ваше имя").fill("Ольга");
    await door.getByRole("textbox", { name: "Пароль" }).fill(password);
    await door.getByRole("button", { name: "Войти" }).click();
  };
  await come("open sesame");
  await door.getByText("Пароль конференции другой.").waitFor();
  await come("open up");
  await door.getByText("Разговор ещё не начался").waitFor();
  await guest.shot("screen-guest-waiting");

  await page.getByRole("button", { name: "Video call" }).click();
  await Promise.all([sees(guest), sees(anna)]);
  await door.getByRole("button", { name: "Чат" }).click();
  await say("Welcome");
  const chat = door.getByRole("log", { name: "Чат" });
  await chat.getByText("Welcome").waitFor();
  await door
    .getByRole("textbox", { name: "Напишите сообщение" })
    .fill("Здравствуйте");
  await door.keyboard.press("Enter");
  await page.getByText("Здравствуйте").first().waitFor();
  expect(await chat.getByText("Only among ourselves").count()).toBe(0);
  await guest.shot("screen-guest-call");
  await anna.shot("screen-call-with-guest");

  const { guestToken } = await guest.evaluate<GuestStay>(
    `JSON.parse(Object.entries(sessionStorage).find(([key]) => key.startsWith("veche.guest."))[1])`,
  );
  expect(await endpointsOpenTo(guestToken)).toEqual(meantForGuests);

  const dayMs = 86_400_000;
  const from = new Date(invited.startsAt.getTime() - dayMs).toISOString();
  const to = new Date(invited.startsAt.getTime() + dayMs).toISOString();
  const { items } = await annaOnLine.call(conferenceEndpoints.listOccurrences, {
    query: { from, to },
  });
  for (const { conferenceId } of items)
    await annaOnLine.call(conferenceEndpoints.cancelConference, {
      params: { conferenceId },
    });
  await mails.arrived(2);
  const cancelled = appointmentIn(mails.letters[1]);
  expect(cancelled).toMatchObject({ method: "CANCEL", uid: invited.uid });
  expect(cancelled.sequence).toBeGreaterThan(invited.sequence);
  await door.getByText("Эта ссылка больше не действует.").waitFor();
});
