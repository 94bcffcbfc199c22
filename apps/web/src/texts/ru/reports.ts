import type { Catalogue } from "@veche/ui";
import type { reportsEn } from "../en/reports.ts";

export const reportsRu = {
  "rail.reports": "Отчёты",
  "reports.title": "Отчёты",
  "reports.lead":
    "О чём просили клиенты за эти дни и что из этого вышло, по формулам табло.",
  "reports.save": "Сохранить как CSV",
  "reports.range": "Дни",
  "reports.range.today": "Сегодня",
  "reports.range.yesterday": "Вчера",
  "reports.range.week": "Последние 7 дней",
  "reports.range.month": "Последние 30 дней",
  "reports.range.thisMonth": "Этот месяц",
  "reports.range.lastMonth": "Прошлый месяц",
  "reports.range.own": "Свои даты",
  "reports.from": "С",
  "reports.to": "По",
  "reports.wrongDays":
    "Выберите две даты: вторая не раньше первой и не больше чем на год позже.",
  "reports.by": "Группировать",
  "reports.by.day": "День",
  "reports.by.weekday": "День недели",
  "reports.by.hour": "Час дня",
  "reports.by.queue": "Очередь",
  "reports.by.operator": "Оператор",
  "reports.abandonedShare": "Доля не дождавшихся",
  "reports.level": "Принято за {seconds} с",
  "reports.asa": "ASA",
  "reports.aht": "AHT",
  "reports.csat": "CSAT",
  "reports.people": "Люди",
  "reports.technology": "Техника",
  "reports.longestWait": "Самое долгое ожидание",
  "reports.inSeconds": "{figure}, с",
  "reports.total": "Всего",
  "reports.nobody": "Оператор не ответил",
  "reports.zone":
    "По часам пояса {zone}. Обращение считается в тот час, когда поступило; если операторов было несколько — у последнего.",
  "reports.empty": "В эти дни никто не обращался",
  "reports.emptyAdvice": "Выберите другие дни.",
} as const satisfies Catalogue<keyof typeof reportsEn>;
