import type { Language } from "@veche/contracts";
import { createTranslator, type Catalogue, type Translator } from "@veche/ui";

export const embedEn = {
  "log.name": "Messages",
  "log.empty": "Nothing has been said about this yet.",
  "field.name": "Your message",
  "field.placeholder": "Write a message",
  "field.send": "Send",
  "field.tooLong": "Too long: 8000 characters at most",
  "line.opening": "Opening the conversation…",
  "line.away":
    "The connection is paused. We'll go on by ourselves as soon as it's back.",
  "failed.retry": "Try again",
  "failed.noToken":
    "This page could not say who you are. Reload it, or sign in to it again.",
  "card.open": "Open",
  "card.yes": "Yes",
  "card.no": "No",
  "people.count": {
    by: "count",
    one: "{count} person",
    other: "{count} people",
  },
  "open.whole": "Open in Veche",
  "message.edited": "edited",
  "message.deleted": "Message deleted",
  "message.waiting": "sending",
  "message.notSent": "Not sent.",
  "message.sendAgain": "Send again",
  "message.giveUp": "Remove",
  "message.files": {
    by: "count",
    one: "{count} file: open it in Veche",
    other: "{count} files: open them in Veche",
  },
  "message.sticker": "Sticker",
  "note.joined": "{name} joined",
  "note.left": "{name} left",
  "note.renamed": "New title: {title}",
  "note.callStarted": "A call began: open it in Veche",
  "note.callEnded": "The call has ended",
} as const satisfies Catalogue;

export const embedRu = {
  "log.name": "Сообщения",
  "log.empty": "Об этом ещё ничего не сказано.",
  "field.name": "Ваше сообщение",
  "field.placeholder": "Напишите сообщение",
  "field.send": "Отправить",
  "field.tooLong": "Слишком длинно: не больше 8000 знаков",
  "line.opening": "Открываем беседу…",
  "line.away": "Связь прервалась. Продолжим сами, как только она вернётся.",
  "failed.retry": "Повторить",
  "failed.noToken":
    "Эта страница не смогла сказать, кто вы. Обновите её или войдите на ней ещё раз.",
  "card.open": "Открыть",
  "card.yes": "Да",
  "card.no": "Нет",
  "people.count": {
    by: "count",
    one: "{count} участник",
    few: "{count} участника",
    many: "{count} участников",
    other: "{count} участника",
  },
  "open.whole": "Открыть в Вече",
  "message.edited": "изменено",
  "message.deleted": "Сообщение удалено",
  "message.waiting": "отправляется",
  "message.notSent": "Не отправлено.",
  "message.sendAgain": "Отправить ещё раз",
  "message.giveUp": "Убрать",
  "message.files": {
    by: "count",
    one: "{count} файл: откройте в Вече",
    few: "{count} файла: откройте в Вече",
    many: "{count} файлов: откройте в Вече",
    other: "{count} файла: откройте в Вече",
  },
  "message.sticker": "Стикер",
  "note.joined": "{name} теперь в беседе",
  "note.left": "{name} больше не в беседе",
  "note.renamed": "Новое название: {title}",
  "note.callStarted": "Начался звонок: откройте его в Вече",
  "note.callEnded": "Звонок завершён",
} as const satisfies Catalogue;

export type EmbedTranslator = Translator<typeof embedEn>;

/** The frame's voice in one language. */
export const embedTranslator = (language: Language): EmbedTranslator =>
  createTranslator<typeof embedEn>({
    language,
    // The catalogues hold the same keys and parameters (tested); only the sentences differ.
    catalogue: (language === "ru" ? embedRu : embedEn) as typeof embedEn,
  });
