/** An appointment that a mail program puts into its calendar, or takes out of it. */
export interface MailCalendar {
  readonly method: "REQUEST" | "CANCEL";
  /** iCalendar (RFC 5545). */
  readonly content: string;
}

/** One letter to one person. `id` makes the Message-ID: a letter sent twice is seen to be the same. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A mail program offers to end these letters by one press (RFC 8058); null: there is nothing to end. */
  readonly unsubscribeUrl: string | null;
  readonly calendar: MailCalendar | null;
}

/** `refused`: it will never be taken (a wrong address); `delayed`: try again later. */
type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly cause: unknown }
  | { readonly kind: "delayed"; readonly cause: unknown };

/** Gives letters to the company's mail server. Settles when that server has taken or refused the letter. */
export interface Mailer extends AsyncDisposable {
  send(mail: Mail): Promise<MailOutcome>;
}
