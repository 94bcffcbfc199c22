import type { Catalogue } from "@veche/ui";
import type { wrapUpEn } from "../en/wrap-up.ts";

export const wrapUpRu = {
  "rail.wrapUp": "Оформление",
  "wrapUp.title": "Оформление",
  "wrapUp.left": "Ещё {time} вам никто не звонит",
  "wrapUp.more": "Ещё время",
  "wrapUp.over":
    "Время вышло: следующий клиент может позвонить. Дополнить запись можно и сейчас.",
  "wrapUp.outcome": "Итог",
  "wrapUp.note": "Заметка",
  "wrapUp.noteHint": "О чём был разговор и о чём договорились",
  "wrapUp.addFollowUp": "Добавить задачу",
  "wrapUp.followUp": "Задача",
  "wrapUp.followUpHint": "Что ещё нужно сделать",
  "wrapUp.dueOn": "Срок",
  "wrapUp.due": "Срок: {date}",
  "wrapUp.nothing": "Пока ничего не записано.",
  "wrapUp.fill": "Заполнить",
  "wrapUp.change": "Изменить",
  "wrapUp.rulesTitle": "Оформление",
  "wrapUp.rulesLead":
    "Что операторы делают после каждого клиента: сколько у них времени и из каких итогов они выбирают.",
  "wrapUp.seconds": "Время после каждого клиента",
  "wrapUp.secondsHint":
    "В это время оператору никто не звонит. 0 — без оформления.",
  "wrapUp.secondsSuffix": " с",
  "wrapUp.outcomes": "Итоги",
  "wrapUp.outcomesHint":
    "Операторы видят их на своём языке. Удалённый итог остаётся в истории там, где был выбран.",
  "wrapUp.in.ru": "По-русски",
  "wrapUp.in.en": "По-английски",
  "wrapUp.addOutcome": "Добавить итог",
  "wrapUp.remove": "Удалить «{name}»",
} as const satisfies Catalogue<keyof typeof wrapUpEn>;
