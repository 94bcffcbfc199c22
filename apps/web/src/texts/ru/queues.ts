import type { Catalogue } from "@veche/ui";
import type { queuesEn } from "../en/queues.ts";

export const queuesRu = {
  "rail.queues": "Очереди",
  "queues.title": "Очереди",
  "queues.lead":
    "Где клиенты ждут, кому из операторов поступают их вызовы и когда принимаются звонки.",
  "queues.name": "Название",
  "queues.defaultOf":
    "{name}: сюда приходят клиенты, если страница не указала иное",
  "queues.add": "Добавить очередь",
  "queues.open": "Открыть очередь",
  "queues.operators": "Операторы",
  "queues.operatorsHint": "Вызовы этой очереди получают только они.",
  "queues.everyOperator": "Все операторы",
  "queues.noOperator": "Такого оператора нет",
  "queues.priority": "Приоритет",
  "queues.priorityHint":
    "От 9 до 1: сначала обслуживают клиентов очереди с более высоким.",
  "queues.strategy": "Кому поступает вызов",
  "queues.strategy.longest_idle": "Тому, кто дольше всех свободен",
  "queues.strategy.round_robin": "Всем по очереди",
  "queues.strategy.fewest_sessions":
    "У кого меньше всего сеансов за восемь часов",
  "queues.sticky": "Клиенты, которые обращаются снова",
  "queues.stickyHint":
    "Если прежний оператор свободен, вызов сначала поступает ему.",
  "queues.notSticky": "Как все остальные",
  "queues.stickyFor": {
    by: "count",
    one: "К прежнему оператору в течение {count} дня",
    few: "К прежнему оператору в течение {count} дней",
    many: "К прежнему оператору в течение {count} дней",
    other: "К прежнему оператору в течение {count} дня",
  },
  "queues.tellsSupervision":
    "Говорить клиентам, что разговор слушает супервизор",
  "queues.tellsSupervisionHint":
    "Клиент видит строку во время звонка. Супервизора, который участвует в разговоре, видно всегда.",
  "queues.overflow": "Если здесь никто не свободен",
  "queues.overflowHint": "Вызов получают и операторы другой очереди.",
  "queues.noOverflow": "Клиент ждёт",
  "queues.overflowAfter": "Как скоро",
  "queues.atOnce": "Сразу",
  "queues.afterWaiting": "Когда клиент прождал {time}",
  "queues.archive": "В архив",
  "queues.archiveOf": "Убрать в архив: {name}",
  "queues.archiveQuestion": "Убрать очередь «{name}» в архив?",
  "queues.archiveAdvice":
    "Передать в неё больше никого нельзя, а посетители страниц, где она указана, попадут в основную очередь. Кто ждёт в ней сейчас, будет обслужен, а название останется в истории и отчётах.",
  "queues.archived": "Очередь «{name}» в архиве",
  "queues.snippet":
    "Чтобы посетители страницы попадали сюда, добавьте это в код виджета на ней:",
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
