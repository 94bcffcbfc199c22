import type { Catalogue } from "@veche/ui";
import type { floorEn } from "../en/floor.ts";

export const floorRu = {
  "floor.handUp": "Поднять руку",
  "floor.handDown": "Опустить руку",
  "floor.handPlace": "Рука поднята, номер {place} в очереди",
  "floor.handUpOf": "{name}: рука поднята",
  "floor.react": "Реакции",
  "floor.reactWith": "Отправить реакцию {reaction}",
  "floor.reactionOf": "{name}: {reaction}",
} as const satisfies Catalogue<keyof typeof floorEn>;
