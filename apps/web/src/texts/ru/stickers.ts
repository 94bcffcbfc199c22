import type { Catalogue } from "@veche/ui";

export const stickersRu = {
  "stickers.empty": "Стикеров пока нет",
  "stickers.emptyAdvice":
    "Соберите свой набор или возьмите тот, которым поделились коллеги.",
  "stickers.arrange": "Мои наборы…",
  "stickers.title": "Наборы стикеров",
  "stickers.mine": "В моём списке",
  "stickers.noneMine": "Наборов пока нет.",
  "stickers.shared": "Общие наборы",
  "stickers.noneShared": "Других общих наборов нет.",
  "stickers.search": "Найти набор",
  "stickers.take": "Взять",
  "stickers.isShared": "общий",
  "stickers.newTitle": "Название нового набора",
  "stickers.make": "Создать",
  "stickers.edit": "Изменить набор {name}",
  "stickers.putAway": "Убрать {name} из моего списка",
  "stickers.setTitle": "Название",
  "stickers.share": "Поделиться со всеми",
  "stickers.shareAbout":
    "Коллеги найдут набор и смогут взять его в свой список.",
  "stickers.inSet": "Стикеры набора",
  "stickers.emptySet":
    "В наборе пока пусто. Выберите картинки: лучше всего PNG или WebP с прозрачным фоном.",
  "stickers.emoji": "Что они значат: {emoji}",
  "stickers.add": "Добавить картинки",
  "stickers.addAbout": "Сначала выберите эмодзи, который передают эти стикеры.",
  "stickers.earlier": "{name}: раньше",
  "stickers.later": "{name}: позже",
  "stickers.takeOut": "{name}: убрать",
  "stickers.delete": "Удалить набор",
  "stickers.deleteForGood": "Удалить насовсем",
  "stickers.back": "К наборам",
  "stickers.count": {
    by: "count",
    one: "{count} стикер",
    few: "{count} стикера",
    many: "{count} стикеров",
    other: "{count} стикера",
  },
} as const satisfies Catalogue;
