import { afterEach, describe, expect, it } from "vitest";
import { openMailServer, type MailServer } from "../../../tests/mail-server.ts";
import { askMailServer } from "./ask-mail-server.ts";
import type { Mail } from "./mailer.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

const letter: Mail = {
  id: "0190a000-0000-7000-8000-000000000001",
  to: "boris@example.com",
  subject: "Тебя упомянули",
  text: "Анна: посмотри, пожалуйста",
  html: "<p>Анна: посмотри, пожалуйста</p>",
  unsubscribeUrl: null,
  calendar: null,
};

let server: MailServer;
afterEach(() => server[Symbol.asyncDispose]());

async function send(mail: Mail, password = "right"): Promise<string> {
  await using mailer = createSmtpMailer({
    url: server.url({ user: "veche", password }),
    from: "Veche <veche@example.com>",
  });
  return (await mailer.send(mail)).kind;
}

describe("a letter", () => {
  it("arrives with its words as text and as HTML", async () => {
    server = await openMailServer();
    expect(await send(letter)).toBe("sent");
    const [arrived] = server.letters;
    expect(arrived).toMatchObject({
      from: { name: "Veche", address: "veche@example.com" },
      to: [{ address: "boris@example.com" }],
      messageId: `<${letter.id}@example.com>`,
      subject: letter.subject,
    });
    expect(arrived?.text).toContain(letter.text);
    expect(arrived?.html).toContain(letter.html);
  });

  it("to nobody is refused for good", async () => {
    server = await openMailServer({ refused: ["boris@example.com"] });
    expect(await send(letter)).toBe("refused");
    expect(server.letters).toEqual([]);
  });

  it("waits while the mail server is busy, wants another password or is gone", async () => {
    server = await openMailServer({ busy: ["boris@example.com"] });
    expect(await send(letter)).toBe("delayed");
    expect(await send(letter, "wrong")).toBe("delayed");
    await server.close();
    expect(await send(letter)).toBe("delayed");
  });

  it("carries no second header in its subject", async () => {
    server = await openMailServer();
    const subject = "Hello\r\nBcc: carl@example.com";
    expect(await send({ ...letter, subject })).toBe("sent");
    expect(server.letters[0]?.bcc).toBeUndefined();
    expect(server.recipients).toEqual(["boris@example.com"]);
  });
});

it("a mail server is asked whether it lets us in before there is a letter", async () => {
  server = await openMailServer();
  const ask = (password: string) =>
    askMailServer(server.url({ user: "veche", password }));
  expect(await ask("right")).toBe("lets_in");
  expect(await ask("wrong")).toBe("refuses");
  await server.close();
  expect(await ask("right")).toBe("is_silent");
});

it("an appointment arrives as one, for the calendar of the mail program", async () => {
  server = await openMailServer();
  const content =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR";
  const calendar = { method: "REQUEST", content } as const;
  expect(await send({ ...letter, calendar })).toBe("sent");
  const [appointment] = server.letters[0]?.attachments ?? [];
  expect(appointment).toMatchObject({
    mimeType: "text/calendar",
    method: "REQUEST",
  });
});
