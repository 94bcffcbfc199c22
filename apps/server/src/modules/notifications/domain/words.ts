import type { Language } from "@veche/contracts";

/** What the server itself says to people outside the application: in pushes and letters. */
export interface Words {
  readonly newMessages: (count: number) => string;
  readonly mention: string;
  readonly reply: string;
  readonly reaction: (emoji: string) => string;
  readonly reminder: string;
  readonly ring: string;
  readonly missedCall: string;
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
  reminder: "Напоминание",
  ring: "Вам звонят",
  missedCall: "Пропущенный звонок",
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
  digestSettings: "Настроить или отключить такие письма",
};

const en: Words = {
  newMessages: (count) =>
    plural("en", count, { one: "new message", other: "new messages" }),
  mention: "mention",
  reply: "reply",
  reaction: (emoji) => `${emoji} to your message`,
  reminder: "Reminder",
  ring: "Is calling you",
  missedCall: "Missed call",
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
  digestSettings: "Change or switch off these letters",
};

export const words: Readonly<Record<Language, Words>> = { ru, en };
