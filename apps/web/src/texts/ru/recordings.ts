import type { Catalogue } from "@veche/ui";
import type { recordingsEn } from "../en/recordings.ts";

export const recordingsRu = {
  "rail.recordings": "Записи",
  "recordings.title": "Записи",
  "recordings.one": "Запись",
  "recordings.lead":
    "Записи звонков с вашим участием. Руководители и администраторы видят все. Каждый просмотр отмечается в аудите.",
  "recordings.back": "Все записи",
  "recordings.person": "Имя участника",
  "recordings.conversation": "Беседа",
  "recordings.anyConversation": "Любая",
  "recordings.until": "Начата не позже",
  "recordings.more": "Показать ещё",
  "recordings.nothing": "Ничего не подходит",
  "recordings.nothingAdvice": "Измените или сбросьте фильтры.",
  "recordings.none": "Записей пока нет",
  "recordings.noneAdvice":
    "Нажмите в звонке «Записать звонок»: запись появится здесь, когда закончится.",
  "recordings.when": "Когда",
  "recordings.what": "Где",
  "recordings.who": "Участники",
  "recordings.lasts": "Длительность",
  "recordings.state": "Состояние",
  "recordings.by": "Записывает: {name}",
  "recordings.held": "Под защитой",
  "recordings.keptUntil": "Хранится до {date}",
  "recordings.state.recording": "Идёт запись",
  "recordings.state.preparing": "Готовится",
  "recordings.state.playable": "Можно смотреть",
  "recordings.state.empty": "Никто не записан",
  "recordings.state.failed": "Не читается",
  "recordings.advice.recording":
    "Посмотреть можно будет, когда запись закончится.",
  "recordings.advice.preparing":
    "Это займёт несколько секунд, запись появится сама.",
  "recordings.advice.empty": "Никто не согласился на запись.",
  "recordings.advice.failed":
    "Файлы не читаются. Сообщите администратору сервера.",

  "recordings.player": "Проигрыватель",
  "recordings.play": "Смотреть",
  "recordings.pause": "Пауза",
  "recordings.seek": "Место записи",
  "recordings.place": "{at} из {of}",
  "recordings.speed": "Скорость",

  "recordings.films": "Фильмы и скачивание",
  "recordings.filmsLead":
    "В фильме все на одном экране. Выберите раскладку; можно сделать несколько.",
  "recordings.noFilms":
    "На этом сервере нельзя делать фильмы: не установлен ffmpeg.",
  "recordings.layout": "Раскладка",
  "recordings.layout.side_by_side": "Рядом",
  "recordings.layout.grid": "Сетка",
  "recordings.layout.speaker": "Говорящий крупно",
  "recordings.layout.presentation": "Экран крупно",
  "recordings.format": "Формат",
  "recordings.makeFilm": "Сделать фильм",
  "recordings.filmAsked": "Фильм делается.",
  "recordings.making": "Фильм делается",
  "recordings.makingPercent": "Готово {percent} %",
  "recordings.waiting": "Ждёт очереди",
  "recordings.filmFailed": "Не получилось",
  "recordings.download": "Скачать",
  "recordings.originals": "Что передавал каждый",

  "recordings.heldOnly": "Только под защитой",
  "recordings.rules": "Правила",
  "recordings.mayRecord": "Кто может записывать звонки",
  "recordings.mayRecordAdvice":
    "Они записывают звонки, в которых участвуют, и только тех, кто согласился. На идущие записи это не действует.",
  "recordings.keptDays": "Сколько хранятся записи",
  "recordings.keptDaysAdvice":
    "Более старые удаляются сами, с доказательством. Записи под защитой остаются.",
  "recordings.keptWarning": "Более старые записи удалятся сразу и навсегда.",

  "recordings.links": "Ссылки",
  "recordings.linksLead":
    "По ссылке смотрят без учётной записи, пока не выйдет её срок. Каждый просмотр отмечается в аудите.",
  "recordings.makeLink": "Создать ссылку",
  "recordings.makeLinkNow": "Создать",
  "recordings.linkShows": "Что показывает",
  "recordings.everybodySent": "Проигрыватель, все участники",
  "recordings.linkLasts": "Сколько действует",
  "recordings.hour": "1 час",
  "recordings.day": "1 день",
  "recordings.week": "7 дней",
  "recordings.month": "30 дней",
  "recordings.linkMade": "Ссылка действует.",
  "recordings.linkReady": "Ссылка готова",
  "recordings.linkReadyAdvice":
    "Скопируйте адрес сейчас: больше он не показывается. Отозвать ссылку можно в любой момент.",
  "recordings.linkAddress": "Адрес",
  "recordings.linkUntil": "до {until}",
  "recordings.linkWorks": "Ссылка действует до {until}.",
  "recordings.linkViews": {
    by: "count",
    one: "Просмотрена {count} раз.",
    few: "Просмотрена {count} раза.",
    many: "Просмотрена {count} раз.",
    other: "Просмотрена {count} раза.",
  },
  "recordings.revokeLink": "Отозвать",
  "recordings.revokeLinkTo": "Отозвать: {name}, до {until}",
  "recordings.linkRevoked": "Ссылка больше не действует.",

  "recordings.keeping": "Хранение",
  "recordings.notHeld":
    "Запись хранится столько, сколько велит правило, и её можно удалить.",
  "recordings.heldBy": "Под защитой с {date}, защитил(а) {name}: {reason}",
  "recordings.hold": "Защитить от удаления",
  "recordings.holdReason": "Почему",
  "recordings.holdAdvice":
    "Пока запись под защитой, её никто не удалит, и срок хранения на неё не действует.",
  "recordings.heldNow": "Запись под защитой.",
  "recordings.release": "Снять защиту",
  "recordings.released": "Запись больше не под защитой.",
  "recordings.delete": "Удалить",
  "recordings.deleteTitle": "Удалить запись?",
  "recordings.deleteAdvice":
    "Запись и все её фильмы удалятся навсегда. Как доказательство останется список удалённых файлов с их хешами.",
  "recordings.deleted": "Запись удалена.",
  "recordings.deletions": "Удалённые записи",
  "recordings.deletionsLead":
    "О каждой удалённой записи остаются имена файлов, их размеры и хеши.",
  "recordings.deletionOf": "Запись от {at}",
  "recordings.byRule": "По сроку хранения",
  "recordings.removing": "Файлы удаляются.",
  "recordings.removedFiles": {
    by: "count",
    one: "Удалён {count} файл.",
    few: "Удалено {count} файла.",
    many: "Удалено {count} файлов.",
    other: "Удалено {count} файла.",
  },
  "recordings.noDeletions": "Ничего не удалено",
  "recordings.noDeletionsAdvice":
    "Когда запись удалят, доказательство появится здесь.",
} as const satisfies Catalogue<keyof typeof recordingsEn>;
