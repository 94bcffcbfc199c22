import type { Catalogue } from "@veche/ui";
import type { queuesEn } from "../en/queues.ts";

export const queuesRu = {
  "rail.queues": "Очереди",
  "queues.title": "Очереди",
  "queues.lead": "Где клиенты ждут оператора и когда принимаются их звонки.",
  "queues.name": "Название",
  "queues.byHours": "По рабочим часам",
  "queues.byHoursHint":
    "В остальное время клиенты видят, когда снова принимаются звонки, и могут написать.",
  "queues.week": "Рабочие часы",
  "queues.noDay":
    "Включите хотя бы один день или совсем отключите рабочие часы.",
  "queues.holidays": "Выходные дни",
  "queues.holiday": "Выходной день",
  "queues.addHoliday": "Добавить выходной",
  "queues.removeHoliday": "Убрать {day}",
} as const satisfies Catalogue<keyof typeof queuesEn>;
