import type { Catalogue } from "@veche/ui";
import type { guestEn } from "../en/guest.ts";

export const guestRu = {
  "guest.lead": "Вы входите гостем.",
  "guest.over": "Вы вышли из конференции. Можно войти снова.",
  "guest.name": "Ваше имя",
  "guest.nameMissing": "Назовите себя",
  "guest.password": "Пароль конференции",
  "guest.enter": "Войти",
  "guest.cameraOff": "Ваша камера выключена",
  "guest.waitTitle": "Разговор ещё не начался",
  "guest.wait": "Вы войдёте сами, как только он начнётся.",
  "guest.lobbyTitle": "Вы ждёте перед входом",
  "guest.lobby": "Организаторы видят вас и впустят.",
  "guest.refusedTitle": "Вас не впустили",
  "guest.refused": "Спросите у того, кто вас пригласил.",
  "guest.lockedTitle": "Звонок закрыт",
  "guest.locked":
    "Новых участников сейчас не принимают. Напишите тому, кто вас пригласил.",
  "guest.leave": "Выйти",
  "guest.chat": "Чат",
  "guest.chatEmpty": "С вашего прихода ничего не написали.",
} as const satisfies Catalogue<keyof typeof guestEn>;
