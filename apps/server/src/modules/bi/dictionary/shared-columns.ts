import { column } from "./words.ts";

/** What columns of several views are. */
export const requestId = column("request_id", "uuid", {
  ru: ["Обращение", "По нему строки разных таблиц относятся к одному сеансу."],
  en: [
    "Request",
    "By it the rows of different tables belong to the same session.",
  ],
});

export const requestedAt = column("requested_at", "timestamp", {
  ru: [
    "Поступило",
    "Когда клиент обратился. По этому дню строки отбираются и считаются.",
  ],
  en: [
    "Came in",
    "When the customer asked. Rows are chosen and counted by this day.",
  ],
});

export const queue = column("queue", "text", {
  ru: ["Очередь", "Название очереди, в которую поступило обращение."],
  en: ["Queue", "The name of the queue the request came into."],
});

export const queueId = column("queue_id", "uuid", {
  ru: ["Номер очереди", "Не меняется, когда очередь переименована."],
  en: ["Queue's id", "Stays when the queue gets another name."],
});

export const kind = column("kind", "text", {
  ru: ["Канал", "Видео (video), голос (audio) или переписка (chat)."],
  en: ["Channel", "By video, by sound (audio) or in writing (chat)."],
});

export const operatorId = column("operator_id", "uuid", {
  ru: ["Номер оператора", "Не меняется, когда оператор сменил имя."],
  en: ["Operator's id", "Stays when the operator gets another name."],
});

export const operator = column("operator", "text", {
  ru: ["Оператор", "Имя оператора; пусто: оператора не было."],
  en: ["Operator", "The operator's name; empty: there was none."],
});

/** Whose part of which session it was. */
export const ofSession = [
  ...[requestId, requestedAt, queue, kind, operatorId, operator],
];

export const wrapUpSeconds = column("wrap_up_seconds", "seconds", {
  ru: [
    "Оформление",
    "Сколько оператор записывал итог; пусто: оформления не было или оно ещё идёт.",
  ],
  en: [
    "Wrap-up",
    "How long the operator wrote the session down; empty: not at all, or it goes on.",
  ],
});
