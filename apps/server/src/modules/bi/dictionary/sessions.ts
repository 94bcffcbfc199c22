import {
  kind,
  operator,
  operatorId,
  queue,
  queueId,
  requestedAt,
  requestId,
  wrapUpSeconds,
} from "./shared-columns.ts";
import { column, table } from "./words.ts";

const becameOfIt = [
  column("result", "text", {
    ru: [
      "Итог",
      "Принято (answered), клиент не дождался (abandoned) или ещё ждёт (waiting).",
    ],
    en: ["Result", "Answered, abandoned or still waiting."],
  }),
  column("end_reason", "text", {
    ru: [
      "Чем закончилось",
      "completed: обслужен; abandoned: передумал ждать; customer_lost: клиент пропал, пока ждал; operator_lost: пропал оператор; unanswered и declined: клиент не взял звонок оператора.",
    ],
    en: [
      "How it ended",
      "completed: served; abandoned: gave up waiting; customer_lost: the customer vanished while waiting; operator_lost: the operator vanished; unanswered and declined: the customer did not take the operator's call.",
    ],
  }),
];

const times = [
  column("wait_seconds", "seconds", {
    ru: [
      "Ожидание",
      "Сколько клиент ждал оператора или, если не дождался, до ухода; пусто: ещё ждёт.",
      "accepted_at − requested_at, без ответа ended_at − requested_at",
    ],
    en: [
      "Wait",
      "How long the customer waited for an operator, or until they left; empty: still waiting.",
      "accepted_at − requested_at, unanswered ended_at − requested_at",
    ],
  }),
  column("session_seconds", "seconds", {
    ru: [
      "Сеанс",
      "От ответа оператора до конца, с удержанием и передачей.",
      "ended_at − accepted_at",
    ],
    en: [
      "Session",
      "From the operator's acceptance to the end, hold and hand-over included.",
      "ended_at − accepted_at",
    ],
  }),
  column("hold_seconds", "seconds", {
    ru: ["Удержание", "Часть сеанса, когда клиент был на удержании."],
    en: ["Hold", "The part of the session in which the customer was on hold."],
  }),
  wrapUpSeconds,
  column("is_handled", "boolean", {
    ru: ["Завершён", "Закончились и сеанс, и оформление."],
    en: ["Handled", "Session and wrap-up are over."],
  }),
  column("handle_seconds", "seconds", {
    ru: [
      "Обслуживание",
      "Сколько обращение заняло; пусто, пока не завершено.",
      "session_seconds + wrap_up_seconds",
    ],
    en: [
      "Handling",
      "How long the request took; empty until it is handled.",
      "session_seconds + wrap_up_seconds",
    ],
  }),
];

const counted = [
  column("offer_count", "count", {
    ru: ["Предложений", "Сколько раз обращение предлагали операторам."],
    en: ["Offers", "How often the request was offered to operators."],
  }),
  column("transfer_count", "count", {
    ru: ["Передач", "Сколько раз сеанс перешёл от одного оператора к другому."],
    en: ["Hand-overs", "How often the session went from operator to operator."],
  }),
  column("people_rating", "score", {
    ru: ["Оценка людям", "От 1 до 5; пусто: клиент её не поставил."],
    en: ["Rating of the people", "From 1 to 5; empty: none was given."],
  }),
  column("technology_rating", "score", {
    ru: ["Оценка технике", "От 1 до 5; пусто: клиент её не поставил."],
    en: ["Rating of the technology", "From 1 to 5; empty: none was given."],
  }),
];

export const sessions = table(
  "sessions",
  {
    ru: ["Сеансы", "Строка на каждое обращение и на каждый звонок оператора."],
    en: [
      "Sessions",
      "A row for each request, and for each call that an operator made.",
    ],
  },
  [
    requestId,
    requestedAt,
    column("accepted_at", "timestamp", {
      ru: ["Принято", "Когда ответил первый оператор; пусто: никто."],
      en: ["Accepted", "When the first operator took it; empty: nobody did."],
    }),
    column("ended_at", "timestamp", {
      ru: ["Закончилось", "Пусто, пока сеанс или ожидание идёт."],
      en: ["Ended", "Empty while the session or the wait goes on."],
    }),
    ...[queueId, queue, kind],
    column("origin", "text", {
      ru: [
        "Кто начал",
        "Клиент (customer) или оператор (operator). В показатели дня входят только обращения клиентов.",
      ],
      en: [
        "Begun by",
        "The customer or the operator. The figures of days count customers' requests only.",
      ],
    }),
    ...becameOfIt,
    ...[operatorId, operator],
    ...times,
    ...counted,
  ],
);
