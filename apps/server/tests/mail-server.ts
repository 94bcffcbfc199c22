import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export interface MailServer extends AsyncDisposable {
  /** Letters as a mail program would show them, in the order they came. */
  readonly letters: readonly Email[];
  /** Who each was to, by the envelope. */
  readonly recipients: readonly string[];
  url(who: { readonly user: string; readonly password: string }): string;
  /** Settles when so many letters have come. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** Addresses that nobody has. */
  readonly refused?: readonly string[];
  /** Addresses whose box can't take anything now. */
  readonly busy?: readonly string[];
}

/** A real mail server on a free port; it knows one password, `right`. */
export async function openMailServer({
  refused = [],
  busy = [],
}: MailServerOptions = {}): Promise<MailServer> {
  const letters: Email[] = [];
  const recipients: string[] = [];
  const waiting: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth({ username, password }, _session, done) {
      if (password === "right") done(null, { user: username ?? "" });
      else done(new Error("wrong password"));
    },
    onRcptTo({ address }, _session, done) {
      if (refused.includes(address)) done(refusal(550));
      else if (busy.includes(address)) done(refusal(451));
      else {
        recipients.push(address);
        done();
      }
    },
    onData(stream, _session, done) {
      void buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((letter) => {
          letters.push(letter);
          for (const wake of waiting.splice(0)) wake();
          done();
        }, done);
    },
  });
  // A client that goes away in the middle is no failure of the test.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on a port, so it is no pipe's name.
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return {
    letters,
    recipients,
    url: ({ user, password }) => `smtp://${user}:${password}@127.0.0.1:${port}`,
    arrived: async (count) => {
      while (letters.length < count)
        await new Promise<void>((resolve) => void waiting.push(resolve));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

const refusal = (responseCode: number): Error =>
  Object.assign(new Error("not taken"), { responseCode });
