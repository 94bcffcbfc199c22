import type { Language, WebhookEndReason } from "@veche/contracts";

export interface AdministratorLetter {
  readonly subject: string;
  readonly text: string;
}

export interface OffEndpoint {
  readonly url: string;
  readonly description: string;
  readonly reason: WebhookEndReason;
  /** Where an administrator switches it on again. */
  readonly pageUrl: string;
}

const words = {
  ru: {
    subject: (name: string) => `Вебхук выключен: ${name}`,
    gone: "Система ответила «410 Gone»: события ей больше не нужны.",
    failing: "Система сутки не принимала события.",
    advice:
      "Непринятые сообщения сохранены. Когда система снова заработает, включите вебхук: сначала уйдут они, по порядку. То, что происходит, пока вебхук выключен, ему не отправится.",
  },
  en: {
    subject: (name: string) => `Webhook switched off: ${name}`,
    gone: "The system answered “410 Gone”: it wants no events any more.",
    failing: "The system took no events for a day.",
    advice:
      "What it did not take is kept. When the system works again, switch the webhook on: those go first, in order. What happens while it is off is not sent to it.",
  },
} as const;

/** Tells an administrator that nothing is posted to an endpoint any more, and what to do. */
export function offLetter(
  language: Language,
  { url, description, reason, pageUrl }: OffEndpoint,
): AdministratorLetter {
  const { subject, advice, gone, failing } = words[language];
  return {
    subject: subject(description === "" ? url : description),
    text: [reason === "gone" ? gone : failing, url, advice, pageUrl].join(
      "\n\n",
    ),
  };
}
