import {
  ofSession,
  operator,
  queue,
  requestedAt,
  requestId,
} from "./shared-columns.ts";
import { column, table } from "./words.ts";

export const ratings = table(
  "ratings",
  {
    ru: ["Оценки", "Строка на каждый оценённый сеанс; без слов клиента."],
    en: ["Ratings", "A row for each rated session; without the words."],
  },
  [
    ...ofSession,
    column("people", "score", {
      ru: ["Людям", "От 1 до 5; пусто: не оценил."],
      en: ["People", "From 1 to 5; empty: not rated."],
    }),
    column("technology", "score", {
      ru: ["Технике", "От 1 до 5; пусто: не оценил."],
      en: ["Technology", "From 1 to 5; empty: not rated."],
    }),
    column("by_link", "boolean", {
      ru: ["По ссылке", "Оценил позже по ссылке, а не в окне чата."],
      en: ["By link", "Rated later by the link, not in the widget."],
    }),
    column("ended_at", "timestamp", {
      ru: ["Сеанс закончился", "Когда."],
      en: ["Session ended", "When."],
    }),
    column("given_at", "timestamp", {
      ru: ["Оценено", "Когда."],
      en: ["Rated", "When."],
    }),
  ],
);

const verdict = [
  column("level", "text", {
    ru: [
      "Качество",
      "Худшее из державшегося хотя бы десять секунд: excellent, good, weak, bad; unknown: не измерено.",
    ],
    en: [
      "Quality",
      "The worst that lasted ten seconds: excellent, good, weak, bad; unknown: not measured.",
    ],
  }),
  column("reason", "text", {
    ru: [
      "Причина",
      "Что мешало больше всего: потери (loss), задержка (delay), дрожание (jitter) и другие; none: ничего.",
    ],
    en: [
      "Reason",
      "What hurt most: loss, delay, jitter and others; none: nothing.",
    ],
  }),
  column("path", "text", {
    ru: ["Путь", "Прямо (direct) или через ретранслятор (relay_…)."],
    en: ["Path", "Direct or by the relay."],
  }),
  column("troubled_share", "share", {
    ru: ["Доля помех", "Какую часть времени связь была слабой или плохой."],
    en: ["Troubled share", "The part of the time in which it was weak or bad."],
  }),
  column("step", "text", {
    ru: ["Ступень", "До чего пришлось уменьшать картинку; full: не пришлось."],
    en: ["Step", "How far the picture had to be reduced; full: not at all."],
  }),
];

export const callQuality = table(
  "call_quality",
  {
    ru: ["Качество связи", "Строка на каждого участника законченного звонка."],
    en: ["Quality of calls", "A row for each participant of an ended call."],
  },
  [
    column("call_id", "uuid", {
      ru: ["Звонок", "Его номер."],
      en: ["Call", "Its id."],
    }),
    ...[requestId, requestedAt, queue],
    column("media", "text", {
      ru: ["Вид звонка", "Видео (video) или голос (audio)."],
      en: ["Kind of call", "Video or audio."],
    }),
    column("side", "text", {
      ru: [
        "Чья сторона",
        "Оператор (operator), клиент (customer) или гость (guest).",
      ],
      en: ["Side", "Operator, customer or guest."],
    }),
    operator,
    ...verdict,
  ],
);
