import type { Catalogue } from "../../i18n/catalogue.ts";
import type { sharedEn } from "../en/shared.ts";

export const sharedRu = {
  "action.retry": "Повторить",
  "action.send": "Отправить",

  "line.connecting": "Соединяемся…",
  "line.reconnecting":
    "Связь приостановилась. Продолжим сами, как только она вернётся.",
  "line.offline": "Нет сети. Написанное сохранится и уйдёт позже.",

  "call.ringing": "Звоним…",
  "call.joining": "Соединяемся…",
  "call.live": "Идёт звонок",
  "call.reconnecting": "Восстанавливаем связь…",
  "call.ended": "Звонок завершён",

  "callEnd.hung_up": "Звонок завершён",
  "callEnd.cancelled": "Звонивший передумал",
  "callEnd.declined": "Звонок отклонён",
  "callEnd.unanswered": "Никто не ответил",
  "callEnd.lost": "Связь потеряна",
  "callEnd.ended": "Звонок завершён вместе с сеансом",

  "quality.excellent": "Связь отличная",
  "quality.good": "Связь хорошая",
  "quality.weak": "Связь слабая",
  "quality.bad": "Связь плохая",
  "quality.unknown": "Измеряем связь…",

  "qualityReason.none": "Ничто не мешает",
  "qualityReason.no_packets": "ничего не приходит",
  "qualityReason.loss": "данные теряются в пути",
  "qualityReason.delay": "большая задержка",
  "qualityReason.jitter": "данные приходят неровно",
  "qualityReason.freezes": "картинка замирает",
  "qualityReason.bandwidth": "не хватает скорости",
  "qualityReason.cpu": "компьютер перегружен",

  "device.microphone": "Микрофон",
  "device.camera": "Камера",
  "device.speaker": "Динамики",
  "device.screen": "Экран",
  "device.microphoneOn": "Микрофон включён",
  "device.microphoneOff": "Микрофон выключен",
  "device.cameraOn": "Камера включена",
  "device.cameraOff": "Камера выключена",
  "device.screenOn": "Показывает экран",
  "device.default": "Как в системе",
  "device.none": "Не найдено",

  "deviceError.denied.happened":
    "Браузер не разрешает использовать камеру или микрофон.",
  "deviceError.denied.advice":
    "Нажмите на значок слева от адреса, разрешите доступ и повторите.",
  "deviceError.not_found.happened": "Камера или микрофон не найдены.",
  "deviceError.not_found.advice":
    "Подключите устройство или продолжайте без него: слушать и писать можно.",
  "deviceError.in_use.happened":
    "Камера или микрофон заняты другой программой.",
  "deviceError.in_use.advice": "Закройте ту программу и повторите.",
  "deviceError.insecure.happened":
    "Страница открыта без шифрования, и браузер скрывает устройства.",
  "deviceError.insecure.advice": "Откройте страницу по https://.",
  "deviceError.failed.happened": "Устройство не запустилось.",
  "deviceError.failed.advice":
    "Отключите и подключите его снова или выберите другое.",

  "message.waiting": "Ждёт отправки",
  "message.sent": "Отправлено",
  "message.delivered": "Доставлено",
  "message.read": "Прочитано",
  "message.refused": "Не отправлено",
  "message.placeholder": "Напишите сообщение",
  "message.typing": "{name} печатает…",
} as const satisfies Catalogue<keyof typeof sharedEn>;
