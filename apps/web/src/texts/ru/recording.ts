import type { Catalogue } from "@veche/ui";
import type { recordingEn } from "../en/recording.ts";

export const recordingRu = {
  "recording.byMe": "Вы записываете звонок",
  "recording.start": "Записать звонок",
  "recording.stop": "Остановить запись",
  "recording.stopTitle": "Остановить запись?",
  "recording.stopAdvice":
    "Запись закончится для всех. Уже записанное сохранится.",
  "recording.stopNow": "Остановить для всех",
  "recording.startTitle": "Запись звонка",
  "recording.startAdvice":
    "У каждого в звонке спросят согласие на каждую цель. Записаны будут только согласившиеся.",
  "recording.startPurposes": "Для чего запись",
  "recording.startNow": "Начать запись",
} as const satisfies Catalogue<keyof typeof recordingEn>;
