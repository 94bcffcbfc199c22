import type { Catalogue } from "@veche/ui";
import type { myCallsEn } from "../en/my-calls.ts";

export const myCallsRu = {
  "rail.calls": "Звонки",
  "myCalls.lead": "Кому звонили вы, кто звонил вам и что вы пропустили.",
  "myCalls.show": "Показать",
  "myCalls.show.all": "Все",
  "myCalls.show.missed": "Пропущенные",
  "myCalls.none": "Звонков пока нет",
  "myCalls.noneMissed": "Пропущенных нет",
  "myCalls.noneAdvice":
    "Позвоните коллеге или группе из их чата: звонок появится здесь.",
  "myCalls.nobody": "Никто не пришёл",
  "myCalls.outgoing.video": "Исходящий видеозвонок",
  "myCalls.outgoing.audio": "Исходящий аудиозвонок",
  "myCalls.incoming.video": "Входящий видеозвонок",
  "myCalls.incoming.audio": "Входящий аудиозвонок",
  "myCalls.missed.video": "Пропущенный видеозвонок",
  "myCalls.missed.audio": "Пропущенный аудиозвонок",
  "myCalls.declined.video": "Отклонённый видеозвонок",
  "myCalls.declined.audio": "Отклонённый аудиозвонок",
  "myCalls.goesOn": "идёт сейчас",
  "myCalls.busy": "собеседник в другом звонке",
  "myCalls.youBusy": "вы были в другом звонке",
  "myCalls.declined": "отклонён",
  "myCalls.unanswered": "нет ответа",
  "myCalls.cancelled": "отменён",
  "myCalls.lost": "связь пропала",
  "myCalls.again.video": "Видеозвонок: {name}",
  "myCalls.again.audio": "Аудиозвонок: {name}",
  "myCalls.missedCount": {
    by: "count",
    one: "{count} пропущенный звонок",
    few: "{count} пропущенных звонка",
    many: "{count} пропущенных звонков",
    other: "{count} пропущенных звонка",
  },
} as const satisfies Catalogue<keyof typeof myCallsEn>;
