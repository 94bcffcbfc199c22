import type { Language } from "@veche/contracts";
import { errorsEn, errorsRu } from "@veche/ui";
import type { Outgoing as OutgoingMessage } from "./embed-state.ts";
import type { EmbedSession } from "./session.ts";
import type { EmbedTranslator } from "./texts.ts";

interface OutgoingProps {
  readonly message: OutgoingMessage;
  readonly session: Pick<EmbedSession, "sendAgain" | "giveUp">;
  readonly language: Language;
  readonly t: EmbedTranslator["t"];
}

/** A message that is on its way, or that the server would not have: then with the reason and what can be done. */
export function Outgoing({ message, session, language, t }: OutgoingProps) {
  const { clientId, body, refused } = message;
  if (refused === null)
    return (
      <li class="message mine">
        <div class="bubble">
          {body} <span class="stamp">{t("message.waiting")}</span>
        </div>
      </li>
    );
  const reason = (language === "ru" ? errorsRu : errorsEn)[refused];
  return (
    <li class="message mine not-sent">
      <div class="bubble">{body}</div>
      <div role="alert">
        <p>
          {t("message.notSent")} {reason.happened} {reason.advice}
        </p>
        <button type="button" onClick={() => session.sendAgain(clientId)}>
          {t("message.sendAgain")}
        </button>
        <button type="button" onClick={() => session.giveUp(clientId)}>
          {t("message.giveUp")}
        </button>
      </div>
    </li>
  );
}
