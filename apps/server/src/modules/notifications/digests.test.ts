import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  defaultNotificationSettings as byDefault,
  type ConversationId,
} from "@veche/contracts";
import { systemIds } from "../../platform/ids.ts";
import { createSmtpMailer } from "../../platform/mail/smtp-mailer.ts";
import type { Mailer } from "../../platform/mail/mailer.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import { openMailServer, type MailServer } from "../../../tests/mail-server.ts";
import {
  openNotifications,
  type NotificationsWorld,
} from "../../../tests/notifications.ts";

const hourMs = 3_600_000;
const busy: string[] = [];
let server: MailServer;
let mailer: Mailer;
let world: NotificationsWorld;
let anna: UserPrincipal;
let boris: UserPrincipal;
let vera: UserPrincipal;
let room: ConversationId;

beforeEach(async () => {
  busy.length = 0;
  server = await openMailServer({ busy });
  mailer = createSmtpMailer({
    url: server.url({ user: "veche", password: "right" }),
    from: "veche@example.com",
  });
  world = await openNotifications({ mailer });
  anna = world.person("Anna");
  boris = world.person("Boris");
  vera = world.person("Вера", "ru");
  world.addresses.set(boris.id, "boris@example.com");
  world.addresses.set(vera.id, "vera@example.com");
  room = await world.talk.group(anna, boris, vera);
});
afterEach(async () => {
  await world[Symbol.asyncDispose]();
  await mailer[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const name = (whom: UserPrincipal, body: string, conversationId = room) =>
  world.talk.ask(anna, "message.send", {
    conversationId,
    clientId: systemIds.next<never>(),
    body,
    mentions: [{ kind: "principal", principalId: whom.id, from: 0, to: 5 }],
  });

describe("a letter about what was missed", () => {
  it("comes when a mention stayed unread so long, in the person's language, as text and HTML", async () => {
    await name(vera, "@Вера <b>срочно</b>");
    await world.settle();
    await name(vera, "@Вера ау");
    await world.settle();
    await world.pass(hourMs - 60_000);
    expect(server.letters).toEqual([]);
    await world.pass(60_000);
    expect(server.letters).toHaveLength(1);
    const [letter] = server.letters;
    expect(server.recipients).toEqual(["vera@example.com"]);
    expect(letter?.subject).toBe("Veche: 2 непрочитанных сообщения для вас");
    const link = `https://veche.example.com/chats/${room}`;
    for (const part of [letter?.text, letter?.html]) {
      expect(part).toContain("Anna: @Вера ау");
      expect(part).toContain(link);
      expect(part).toContain("https://veche.example.com/notifications");
    }
    expect(letter?.html).toContain("&lt;b&gt;срочно&lt;/b&gt;");
    await world.pass(24 * hourMs);
    expect(server.letters).toHaveLength(1);
  });

  it("is not written for what was read, deleted, taken away or not meant for the person", async () => {
    await world.talk.send(anna, room, { body: "to all and none" });
    const read = await name(boris, "@Boris read meanwhile");
    await world.settle();
    await world.talk.move(boris, room, {
      deliveredTo: read.seq,
      readTo: read.seq,
    });
    const slip = await name(vera, "@Вера опечатка");
    await world.settle();
    await world.talk.ask(anna, "message.delete", {
      conversationId: room,
      messageId: slip.messageId,
    });
    await world.pass(2 * hourMs);
    expect(server.letters).toEqual([]);
  });

  it("tells of everybody named at once and of what was said to one alone", async () => {
    await world.talk.ask(anna, "message.send", {
      conversationId: room,
      clientId: systemIds.next<never>(),
      body: "@all lunch",
      mentions: [{ kind: "all", from: 0, to: 4 }],
    });
    const direct = await world.talk.ask(anna, "conversation.open_direct", {
      userId: boris.id,
    });
    await world.talk.send(anna, direct.id, { body: "between us" });
    await world.settle();
    await world.pass(hourMs);
    const toBoris = server.letters.find(
      ({ to }) => to?.[0]?.address === "boris@example.com",
    );
    expect(server.letters).toHaveLength(2);
    expect(toBoris?.text).toContain("Anna: @all lunch");
    expect(toBoris?.text).toContain("Anna: between us");
    expect(toBoris?.subject).toBe("Veche: 2 unread messages for you");
  });

  it("has no words of a confidential conversation", async () => {
    await world.talk.ask(anna, "conversation.update", {
      conversationId: room,
      confidentiality: {
        messageLifetimeMs: null,
        allowedDevices: ["desktop_browser"],
      },
    });
    await name(boris, "@Boris the secret");
    await world.settle();
    await world.pass(hourMs);
    expect(server.letters).toHaveLength(1);
    expect(JSON.stringify(server.letters)).not.toContain("secret");
  });

  it("goes to nobody who switched letters off, muted the conversation or has no address", async () => {
    await world.choose(boris, { ...byDefault, digestDelayMs: null });
    await world.talk.ask(vera, "conversation.arrange", {
      conversationId: room,
      mutedUntil: "9999-01-01T00:00:00.000Z",
    });
    await name(boris, "@Boris off");
    await name(vera, "@Вера тихо");
    await world.settle();
    await world.pass(2 * hourMs);
    expect(server.letters).toEqual([]);
  });

  it("is still written for what quiet hours kept from being told", async () => {
    await world.choose(boris, {
      ...byDefault,
      quietHours: { from: "00:00", to: "24:00", days: [1, 2, 3, 4, 5, 6, 7] },
    });
    await name(boris, "@Boris in the morning");
    await world.settle();
    await world.pass(hourMs);
    expect(server.letters).toHaveLength(1);
  });

  it("outlives the server's death and a mail server that is busy", async () => {
    await name(boris, "@Boris hello");
    await world.settle();
    await world.kill();
    await world.start();
    busy.push("boris@example.com");
    await world.pass(hourMs);
    expect(server.letters).toEqual([]);
    await world.kill();
    busy.length = 0;
    await world.start();
    await world.pass(60_000);
    expect(server.letters).toHaveLength(1);
    await world.pass(24 * hourMs);
    expect(server.letters).toHaveLength(1);
  });
});

it("the settings tell where letters go, where the server sends any", async () => {
  const path = "/api/v1/notifications/settings";
  expect(await world.request(boris, `GET ${path}`)).toMatchObject({
    body: { settings: byDefault, digestAddress: "boris@example.com" },
  });
  expect(await world.request(anna, `GET ${path}`)).toMatchObject({
    body: { digestAddress: null },
  });
});

describe("the end of letters", () => {
  it("is one press in the mail program, without signing in (RFC 8058)", async () => {
    await name(boris, "@Boris hello");
    await world.settle();
    await world.pass(hourMs);
    const [letter] = server.letters;
    const headers = new Map(
      letter?.headers.map(({ key, value }) => [key, value]),
    );
    expect(headers.get("list-unsubscribe-post")).toBe(
      "List-Unsubscribe=One-Click",
    );
    const url = headers.get("list-unsubscribe")?.slice(1, -1) ?? "";
    expect(letter?.text).toContain(url);
    const shown = await world.letterLink("GET", url);
    expect(shown).toMatchObject({ status: 200 });
    expect(shown.html).toContain("Send no more letters");
    // A scanner that follows the link ends nothing.
    expect(await delayOf(boris)).toBe(hourMs);
    expect(await world.letterLink("POST", url)).toMatchObject({ status: 200 });
    expect(await delayOf(boris)).toBeNull();
    await name(boris, "@Boris again");
    await world.settle();
    await world.pass(2 * hourMs);
    expect(server.letters).toHaveLength(1);
  });

  it("is not in the power of whoever makes up a link", async () => {
    const forged = `https://veche.example.com/letters/unsubscribe/${boris.id}.AAAA`;
    expect(await world.letterLink("POST", forged)).toMatchObject({
      status: 404,
    });
    expect(await delayOf(boris)).toBe(hourMs);
  });

  it("is offered in the person's own language", async () => {
    await name(vera, "@Вера привет");
    await world.settle();
    await world.pass(hourMs);
    const [letter] = server.letters;
    expect(letter?.text).toContain("пока вас не было");
    expect(letter?.text).toContain("Больше не присылать таких писем");
    expect(letter?.subject).toBe("Veche: 1 непрочитанное сообщение для вас");
  });

  const delayOf = async (who: UserPrincipal): Promise<number | null> => {
    const path = "/api/v1/notifications/settings";
    const { body } = await world.request(who, `GET ${path}`);
    return (body as { settings: { digestDelayMs: number | null } }).settings
      .digestDelayMs;
  };
});
