import type { Catalogue } from "../../i18n/catalogue.ts";
import type { consentEn } from "../en/consent.ts";

/**
 * The question whether one may be recorded. Changed words are another question: `CONSENT_TEXT_VERSION` of the contract
 * counts them.
 */
export const consentRu = {
  "consent.title": "Можно записывать ваш голос и изображение?",
  "consent.lead":
    "{name} записывает этот звонок. То, что вы говорите и показываете, записывается только с вашего согласия. Можно отказаться и остаться в звонке, а решение изменить в любой момент.",
  "consent.what": "Для чего",
  "consent.minutes": "Чтобы вернуться к сказанному",
  "consent.minutesMore": "Запись потом смогут посмотреть участники звонка.",
  "consent.quality": "Чтобы проверять качество обслуживания",
  "consent.qualityMore":
    "Запись смогут посмотреть те, кто отвечает за обслуживание.",
  "consent.training": "Чтобы обучать сотрудников",
  "consent.trainingMore": "Запись могут показать коллегам на обучении.",
  "consent.agree": "Разрешаю",
  "consent.agreeChosen": "Разрешить отмеченное",
  "consent.refuse": "Не записывать меня",
  "consent.close": "Закрыть",
  "consent.withdraw": "Отозвать согласие",
  "consent.withdrawAdvice":
    "Больше ничего вашего не запишется, а уже записанное в запись не войдёт.",

  "recording.by": "{name} записывает звонок",
  "recording.since": "с {at}",
  "recording.mineAsked": "Пока вы не ответили, вас не записывают.",
  "recording.mineGiven": "Вас записывают.",
  "recording.mineNot": "Вас не записывают.",
  "recording.answer": "Ответить",
  "recording.myConsent": "Моё согласие",
} as const satisfies Catalogue<keyof typeof consentEn>;
