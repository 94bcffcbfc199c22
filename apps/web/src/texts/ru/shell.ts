import type { Catalogue } from "@veche/ui";
import type { shellEn } from "../en/shell.ts";

export const shellRu = {
  "state.loading": "Загружаем…",
  "failure.offline": "Сервер недоступен.",
  "failure.offlineAdvice":
    "Проверьте сеть. Повторим сами, как только она вернётся.",
  "failure.reference": "Номер сбоя: {reference}",
  "failure.screen": "Этот экран не удалось показать.",
  "failure.screenAdvice":
    "Обновите страницу. Если повторится, расскажите администратору, что вы делали перед этим.",
  saved: "Сохранено",

  "rail.name": "Разделы",
  "rail.desk": "Пульт",
  "rail.history": "История",
  "rail.users": "Люди",
  "rail.sites": "Сайты",
  "rail.branding": "Облик",
  "rail.audit": "Аудит",
  "rail.profile": "Профиль",
  "rail.signOut": "Выйти",
  "rail.skip": "К содержанию",
  "page.notFound": "Такой страницы нет.",
  "page.notFoundAdvice": "Возможно, в адресе опечатка. Выберите раздел слева.",
  "page.forbidden": "Этот раздел вам не открыт.",
  "page.forbiddenAdvice":
    "Если он нужен, попросите у администратора подходящую роль.",
  "page.home": "На мою первую страницу",

  "language.name": "Язык",
  "scheme.name": "Оформление",
  "scheme.system": "Как в системе",
  "scheme.light": "Светлое",
  "scheme.dark": "Тёмное",

  "signIn.lead": "Рабочее место для звонков и чатов клиентов.",
  "signIn.login": "Логин",
  "signIn.password": "Пароль",
  "signIn.submit": "Войти",
  "signIn.loginMissing": "Введите логин",
  "signIn.passwordMissing": "Введите пароль",
  "signIn.lockedFor": "Снова попробовать можно через {time}.",
  "signIn.ended": "Ваш сеанс завершён. Войдите снова.",

  "profile.title": "Профиль",
  "profile.lead": "Это имя видят клиенты и коллеги.",
  "profile.roles": "Роли",
  "profile.preferences": "Настройки",
  "profile.password": "Пароль",
  "profile.passwordLead":
    "Не меньше 10 знаков. Остальные ваши сеансы завершатся.",
  "profile.currentPassword": "Нынешний пароль",
  "profile.wrongPassword": "Нынешний пароль неверен",
  "profile.newPassword": "Новый пароль",
  "profile.repeatPassword": "Новый пароль ещё раз",
  "profile.passwordsDiffer": "Новые пароли не совпадают",
  "profile.passwordShort": "Не меньше 10 знаков",
  "profile.changePassword": "Сменить пароль",
  "profile.passwordChanged": "Пароль изменён. Другие сеансы завершены.",
  "profile.sessions": "Где вы вошли",
  "profile.thisSession": "Этот сеанс",
  "profile.lastUsed": "Последний раз {when}",
  "profile.endSession": "Завершить",
  "profile.endSessionOf": "Завершить сеанс на {device}",
  "profile.sessionEnded": "Сеанс завершён",

  "role.admin": "Администратор",
  "role.supervisor": "Супервизор",
  "role.operator": "Оператор",
  "role.employee": "Сотрудник",
} as const satisfies Catalogue<keyof typeof shellEn>;
