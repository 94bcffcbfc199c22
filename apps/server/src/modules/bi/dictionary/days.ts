import { queue, queueId } from "./shared-columns.ts";
import { column, table } from "./words.ts";

const counts = [
  column("offered", "count", {
    ru: [
      "Поступило",
      "Обращения клиентов за день: принятые, не дождавшиеся и ещё ждущие.",
    ],
    en: [
      "Offered",
      "Customers' requests of the day: answered, abandoned and still waiting.",
    ],
  }),
  column("answered", "count", {
    ru: ["Принято", "Те, которые принял оператор; переданные — один раз."],
    en: [
      "Answered",
      "Those that an operator took; handed on, they count once.",
    ],
  }),
  column("abandoned", "count", {
    ru: ["Не дождались", "Закончились раньше, чем их принял оператор."],
    en: ["Abandoned", "Those that ended before an operator took them."],
  }),
  column("answered_within_20_s", "count", {
    ru: ["Принято за 20 с", "Принятые после ожидания не дольше 20 секунд."],
    en: [
      "Answered within 20 s",
      "Answered after at most 20 seconds of waiting.",
    ],
  }),
  column("handled", "count", {
    ru: ["Завершено", "Принятые, у которых закончились сеанс и оформление."],
    en: ["Handled", "Answered ones whose session and wrap-up are over."],
  }),
];

const service = [
  column("abandoned_share", "share", {
    ru: ["Доля не дождавшихся", "Среди поступивших.", "abandoned ÷ offered"],
    en: ["Abandoned, share", "Of the offered.", "abandoned ÷ offered"],
  }),
  column("service_level_20_s", "share", {
    ru: [
      "Уровень обслуживания, 20 с",
      "Доля принятых за 20 секунд среди принятых.",
      "answered_within_20_s ÷ answered",
    ],
    en: [
      "Service level, 20 s",
      "The share of the answered that waited at most 20 seconds.",
      "answered_within_20_s ÷ answered",
    ],
  }),
  column("mean_wait_seconds", "seconds", {
    ru: [
      "Среднее ожидание (ASA)",
      "Сколько в среднем ждали принятые.",
      "сумма wait_seconds принятых ÷ answered",
    ],
    en: [
      "Average wait (ASA)",
      "What the answered waited on average.",
      "sum of wait_seconds of the answered ÷ answered",
    ],
  }),
  column("longest_wait_seconds", "seconds", {
    ru: [
      "Самое долгое ожидание",
      "Принятых и не дождавшихся.",
      "наибольшее wait_seconds",
    ],
    en: [
      "Longest wait",
      "Of the answered and the abandoned.",
      "greatest wait_seconds",
    ],
  }),
  column("mean_handle_seconds", "seconds", {
    ru: [
      "Среднее обслуживание (AHT)",
      "Сеанс и оформление завершённых.",
      "сумма handle_seconds ÷ handled",
    ],
    en: [
      "Average handling (AHT)",
      "Session and wrap-up of the handled.",
      "sum of handle_seconds ÷ handled",
    ],
  }),
  column("mean_wrap_up_seconds", "seconds", {
    ru: [
      "Среднее оформление",
      "Часть среднего обслуживания.",
      "сумма wrap_up_seconds завершённых ÷ handled",
    ],
    en: [
      "Average wrap-up",
      "The part of the average handling.",
      "sum of wrap_up_seconds of the handled ÷ handled",
    ],
  }),
];

const said = [
  column("rated", "count", {
    ru: ["Оценено", "Сеансы, в которых клиент оценил людей или технику."],
    en: ["Rated", "Sessions in which the customer rated people or technology."],
  }),
  column("satisfied_share", "share", {
    ru: [
      "Довольные клиенты (CSAT)",
      "Доля оценок 4 и 5 среди оценок людям.",
      "число people_rating ≥ 4 ÷ число people_rating",
    ],
    en: [
      "Satisfied customers (CSAT)",
      "The share of 4 and 5 in the ratings of people.",
      "number of people_rating ≥ 4 ÷ number of people_rating",
    ],
  }),
  column("mean_people_rating", "score", {
    ru: [
      "Средняя оценка людям",
      "От 1 до 5.",
      "сумма people_rating ÷ их число",
    ],
    en: [
      "Mean rating of the people",
      "From 1 to 5.",
      "sum of people_rating ÷ their number",
    ],
  }),
  column("mean_technology_rating", "score", {
    ru: [
      "Средняя оценка технике",
      "От 1 до 5.",
      "сумма technology_rating ÷ их число",
    ],
    en: [
      "Mean rating of the technology",
      "From 1 to 5.",
      "sum of technology_rating ÷ their number",
    ],
  }),
];

export const days = table(
  "days",
  {
    ru: [
      "Дни и очереди",
      "Строка на каждый день каждой очереди, в который обращались клиенты; по формулам отчётов.",
    ],
    en: [
      "Days and queues",
      "A row for each day of each queue on which customers asked; by the formulas of the reports.",
    ],
  },
  [
    column("day", "date", {
      ru: ["День", "По часовому поясу соединения или скачивания."],
      en: ["Day", "By the time zone of the connection or the download."],
    }),
    ...[queueId, queue],
    ...counts,
    ...service,
    ...said,
  ],
);
