import { ofSession, wrapUpSeconds } from "./shared-columns.ts";
import { column, table } from "./words.ts";

const since = column("since", "timestamp", {
  ru: ["Начало", "С какого момента."],
  en: ["Since", "When it began."],
});
const until = column("until", "timestamp", {
  ru: ["Конец", "До какого момента; пусто: ещё идёт."],
  en: ["Until", "When it ended; empty: it goes on."],
});

export const offers = table(
  "offers",
  {
    ru: ["Предложения", "Строка на каждый вызов оператора к клиенту."],
    en: ["Offers", "A row for each time an operator was rung for a customer."],
  },
  [
    column("offer_id", "uuid", {
      ru: ["Предложение", "Его номер."],
      en: ["Offer", "Its id."],
    }),
    ...ofSession,
    column("offered_at", "timestamp", {
      ru: ["Предложено", "Когда оператору зазвонило."],
      en: ["Offered", "When it began to ring."],
    }),
    column("closed_at", "timestamp", {
      ru: ["Закрыто", "Когда перестало звонить; пусто: ещё звонит."],
      en: ["Closed", "When it stopped ringing; empty: it rings."],
    }),
    column("outcome", "text", {
      ru: [
        "Ответ",
        "Принял (accepted), отказался (declined), не ответил (timed_out), отозвано (withdrawn).",
      ],
      en: ["Answer", "Accepted, declined, timed_out or withdrawn."],
    }),
    column("ring_seconds", "seconds", {
      ru: ["Звонило", "Как долго звонило.", "closed_at − offered_at"],
      en: ["Rang", "How long it rang.", "closed_at − offered_at"],
    }),
    column("candidate_count", "count", {
      ru: ["Из скольких", "Сколько операторов подходило в этот миг."],
      en: ["Of how many", "How many operators would have suited then."],
    }),
    column("idle_seconds", "seconds", {
      ru: [
        "Был свободен",
        "Как долго выбранный оператор был до того свободен.",
      ],
      en: ["Idle before", "How long the chosen operator had been free."],
    }),
  ],
);

export const turns = table(
  "turns",
  {
    ru: [
      "Операторы в сеансах",
      "Строка на каждого, кто обслуживал сеанс: при передаче их несколько.",
    ],
    en: [
      "Operators' turns",
      "A row for each operator of a session: several when it was handed over.",
    ],
  },
  [
    ...ofSession,
    ...[since, until],
    column("turn_seconds", "seconds", {
      ru: ["Обслуживал", "Как долго.", "until − since"],
      en: ["Served", "For how long.", "until − since"],
    }),
    column("ending", "text", {
      ru: [
        "Чем кончилось",
        "Передал (handed_over), забрал руководитель (taken), сеанс закончился (ended); пусто: ещё идёт.",
      ],
      en: [
        "Ending",
        "Handed over, taken by a supervisor, or ended with the session; empty: it goes on.",
      ],
    }),
  ],
);

export const wrapUps = table(
  "wrap_ups",
  {
    ru: ["Оформления", "Строка на каждый сеанс, который оформляли."],
    en: ["Wrap-ups", "A row for each session that was written down."],
  },
  [
    ...ofSession,
    ...[since, until, wrapUpSeconds],
    column("outcome_id", "uuid", {
      ru: ["Номер результата", "Не меняется, когда результат переименован."],
      en: ["Outcome's id", "Stays when the outcome gets other words."],
    }),
    column("outcome_ru", "text", {
      ru: ["Результат по-русски", "Из списка компании; пусто: не выбран."],
      en: ["Outcome in Russian", "Of the company's list; empty: none chosen."],
    }),
    column("outcome_en", "text", {
      ru: ["Результат по-английски", "Из списка компании; пусто: не выбран."],
      en: ["Outcome in English", "Of the company's list; empty: none chosen."],
    }),
    column("follow_up_due_on", "text", {
      ru: ["Вернуться к", "День, записанный для продолжения; пусто: нет."],
      en: ["Follow up by", "The day noted for going on; empty: none."],
    }),
  ],
);
