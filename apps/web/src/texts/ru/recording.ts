import type { Catalogue } from "@veche/ui";
import type { recordingEn } from "../en/recording.ts";

export const recordingRu = {
  "recording.by": "{name} записывает звонок",
  "recording.byMe": "Вы записываете звонок",
  "recording.since": "с {at}",
  "recording.mineAsked": "Пока вы не ответили, вас не записывают.",
  "recording.mineGiven": "Вас записывают.",
  "recording.mineNot": "Вас не записывают.",
  "recording.answer": "Ответить",
  "recording.myConsent": "Моё согласие",
  "recording.withdrawn": "Больше ничего вашего не записывается.",
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
