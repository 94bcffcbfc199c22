import { askMailServer } from "../../apps/server/src/platform/mail/ask-mail-server.ts";
import { good, notice, problem } from "./finding.js";

/** @typedef {import("./finding.js").Finding} Finding */
/** @typedef {import("../../apps/server/src/platform/config/config.ts").Config} Config */

/**
 * The mail server that letters go out by: it is asked to let us in, and sent nothing.
 * @param {Pick<Config, "mail">} config
 * @returns {Promise<Finding>}
 */
export async function checkMail({ mail }) {
  if (mail.kind === "off") {
    return notice(
      "Mail",
      "switched off: nobody gets letters about what they missed",
      'SMTP_URL=smtp://user:password@mail.example.com:587 MAIL_FROM="Veche <veche@example.com>"',
    );
  }
  const { host } = new URL(mail.url);
  switch (await askMailServer(mail.url)) {
    case "lets_in":
      return good("Mail", `${host} takes letters from ${mail.from}`);
    case "refuses":
      return problem(
        "Mail",
        `${host} refuses the name or the password`,
        "correct them in SMTP_URL; special characters are written as %40 and the like",
      );
    case "is_silent":
      return problem(
        "Mail",
        `${host} does not answer`,
        "correct SMTP_URL, or open that port to this machine",
      );
  }
}
