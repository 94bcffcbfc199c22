import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer.ts";

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  /** As letters show it: `Veche <veche@example.com>`. */
  readonly from: string;
}

const waitMs = 20_000;

/** Over SMTP, with few connections that are kept while there is something to send. */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  const transport = createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: waitMs,
      greetingTimeout: waitMs,
      socketTimeout: waitMs,
      // A letter is put together from texts we hold; nothing of it is read from files or addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  const domain = /@(?<domain>[^\s>]+)>?$/u.exec(from)?.groups?.["domain"] ?? "";
  return {
    async send({ id, to, subject, text, html, unsubscribeUrl, calendar }) {
      try {
        await transport.sendMail({
          ...{ to, subject, text, html },
          ...(calendar !== null && { icalEvent: { ...calendar } }),
          messageId: `<${id}@${domain}>`,
          headers: {
            "auto-submitted": "auto-generated",
            ...(unsubscribeUrl === null ? {} : oneClick(unsubscribeUrl)),
          },
        });
        return { kind: "sent" };
      } catch (cause) {
        return { kind: isForGood(cause) ? "refused" : "delayed", cause };
      }
    },
    [Symbol.asyncDispose]: async () => {
      transport.close();
    },
  } satisfies Mailer;
}

/** RFC 8058. */
const oneClick = (url: string) => ({
  "list-unsubscribe": `<${url}>`,
  "list-unsubscribe-post": "List-Unsubscribe=One-Click",
});

/** SMTP says 5xx of this letter for good; a refused sign-in or a dead line is the server's, not the letter's. */
function isForGood(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const { code, responseCode } = cause as {
    readonly code?: unknown;
    readonly responseCode?: unknown;
  }; // nodemailer's own fields; each is checked below
  return (
    (code === "EENVELOPE" || code === "EMESSAGE") &&
    (responseCode === undefined ||
      (typeof responseCode === "number" && responseCode >= 500))
  );
}
