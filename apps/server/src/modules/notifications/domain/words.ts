import type { Language } from "@veche/contracts";

/** What the server itself says to people outside the application: in pushes and letters. */
export interface Words {
  readonly newMessages: (count: number) => string;
  readonly mention: string;
  readonly reply: string;
  readonly reaction: (emoji: string) => string;
  readonly reminder: string;
  readonly ring: string;
  /** After a name, in a conversation of many. */
  readonly callsAll: string;
  readonly callGoes: string;
  readonly missedCall: string;
  readonly conferenceSoon: string;
  readonly picture: string;
  readonly video: string;
  readonly audio: string;
  readonly voice: string;
  readonly document: string;
  readonly sticker: string;
  readonly noWords: string;
  readonly digestSubject: (count: number) => string;
  readonly digestGreeting: (name: string) => string;
  readonly open: string;
  readonly digestWhy: string;
  readonly digestSettings: string;
  readonly unsubscribe: string;
  readonly unsubscribeAsk: string;
  readonly unsubscribeDo: string;
  readonly unsubscribed: string;
  /** What a test of a device says. */
  readonly test: string;
}

const plural = (
  language: Language,
  count: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  },
): string => {
  const form = new Intl.PluralRules(language).select(count);
  return `${count} ${forms[form] ?? forms.other}`;
};

const ru: Words = {
  newMessages: (count) =>
    plural("ru", count, {
      one: "новое сообщение",
      few: "новых сообщения",
      other: "новых сообщений",
    }),
  mention: "упоминание",
  reply: "ответ",
  reaction: (emoji) => `${emoji} на ваше сообщение`,
  reminder: "напоминание",
  ring: "Вам звонят",
  callsAll: "зовёт в звонок",
  callGoes: "Начался звонок",
  missedCall: "Пропущенный звонок",
  conferenceSoon: "Скоро начнётся конференция",
  picture: "Изображение",
  video: "Видео",
  audio: "Звук",
  voice: "Голосовое сообщение",
  document: "Файл",
  sticker: "Стикер",
  noWords: "Сообщение в конфиденциальной беседе",
  digestSubject: (count) =>
    `${plural("ru", count, {
      one: "непрочитанное сообщение",
      few: "непрочитанных сообщения",
      other: "непрочитанных сообщений",
    })} для вас`,
  digestGreeting: (name) => `${name}, пока вас не было:`,
  open: "Открыть беседу",
  digestWhy:
    "Это письмо пришло, потому что обращённые к вам сообщения долго оставались непрочитанными.",
  digestSettings: "Настроить уведомления",
  unsubscribe: "Больше не присылать таких писем",
  unsubscribeAsk: "Не присылать больше писем о непрочитанных сообщениях?",
  unsubscribeDo: "Не присылать",
  unsubscribed:
    "Готово: таких писем больше не будет. Включить их снова можно в настройках уведомлений.",
  test: "Проверка: уведомления приходят на это устройство.",
};

const en: Words = {
  newMessages: (count) =>
    plural("en", count, { one: "new message", other: "new messages" }),
  mention: "mention",
  reply: "reply",
  reaction: (emoji) => `${emoji} to your message`,
  reminder: "reminder",
  ring: "Is calling you",
  callsAll: "calls everybody here",
  callGoes: "A call has begun",
  missedCall: "Missed call",
  conferenceSoon: "The conference begins soon",
  picture: "Picture",
  video: "Video",
  audio: "Sound",
  voice: "Voice message",
  document: "File",
  sticker: "Sticker",
  noWords: "A message in a confidential conversation",
  digestSubject: (count) =>
    `${plural("en", count, { one: "unread message", other: "unread messages" })} for you`,
  digestGreeting: (name) => `${name}, while you were away:`,
  open: "Open the conversation",
  digestWhy:
    "You get this letter because messages meant for you have been unread for a while.",
  digestSettings: "Notification settings",
  unsubscribe: "Send me no more of these letters",
  unsubscribeAsk: "Send no more letters about unread messages?",
  unsubscribeDo: "Send no more",
  unsubscribed:
    "Done: no more of these letters will come. You can switch them on again in the notification settings.",
  test: "A test: notifications reach this device.",
};

export const words: Readonly<Record<Language, Words>> = { ru, en };
