import type { Catalogue } from "@veche/ui";
import type { cannedAnswersEn } from "../en/canned-answers.ts";

export const cannedAnswersRu = {
  "rail.cannedAnswers": "Готовые ответы",
  "canned.pageTitle": "Готовые ответы",
  "canned.lead":
    "Тексты, которые операторы вставляют в чат с клиентом. Ничего не отправляется, пока оператор не отправит сам.",
  "canned.add": "Добавить ответ",
  "canned.empty": "Готовых ответов пока нет",
  "canned.emptyAdvice":
    "Запишите то, что операторы набирают чаще всего. Они найдут ответ по косой черте и сокращению.",
  "canned.title": "Название",
  "canned.titleMissing": "Дайте ответу название",
  "canned.shortcut": "Сокращение",
  "canned.shortcutHint": "Операторы набирают его после косой черты.",
  "canned.shortcutInvalid": "Одно слово из букв, цифр, дефисов и подчёркиваний",
  "canned.text": "Текст",
  "canned.textHint":
    "Переменные в двойных фигурных скобках заполняются, когда ответ вставляют.",
  "canned.textMissing": "Напишите ответ",
  "canned.textTooLong": "Помещается не больше 4000 знаков",
  "canned.variableUnknown": "Переменной {name} нет",
  "canned.variables": "Переменные",
  "canned.variable.customer.name": "Имя клиента",
  "canned.variable.operator.name": "Имя оператора",
  "canned.variable.company": "Компания",
  "canned.variable.page.title": "Название страницы",
  "canned.change": "Изменить",
  "canned.changeOf": "Изменить «{name}»",
  "canned.remove": "Удалить",
  "canned.removeOf": "Удалить «{name}»",
  "canned.removeQuestion": "Удалить «{name}»?",
  "canned.removeAdvice":
    "Операторы больше не найдут этот ответ. То, что уже отправлено, останется.",
  "canned.removed": "«{name}» — удалено",
  "canned.open": "Готовые ответы",
  "canned.openHint": "Готовые ответы: наберите / в пустом сообщении",
  "canned.search": "Найти ответ",
  "canned.noneFound": "Такого ответа нет",
} as const satisfies Catalogue<keyof typeof cannedAnswersEn>;
