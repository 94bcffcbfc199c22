import { expect, test } from "vitest";
import { widgetTranslator } from "../texts/translator.ts";
import { deviceName, problemWords } from "./device-words.ts";
import { placeWords } from "./place-words.ts";
import { qualityWords } from "./quality-sign.tsx";
import { letterOf } from "./shortcuts.ts";

const english = widgetTranslator("en");
const russian = widgetTranslator("ru");

test("the place in the queue is told as far as it is known", () => {
  expect(placeWords({ isStaffed: true, position: 1 }, english)).toBe(
    "You are next",
  );
  expect(placeWords({ isStaffed: true, position: 4 }, russian)).toBe(
    "Ваше место в очереди: 4",
  );
  expect(placeWords({ isStaffed: true, position: null }, english)).toBe(
    "Finding someone for you…",
  );
  expect(placeWords({ isStaffed: false, position: 1 }, english)).toBe(
    "Nobody is at work right now",
  );
});

test("the connection is told in words, with the reason when it is weak", () => {
  expect(
    qualityWords({ level: "excellent", reason: "none", step: "full" }, english),
  ).toBe("Excellent connection");
  expect(
    qualityWords({ level: "good", reason: "delay", step: "full" }, english),
  ).toBe("Good connection");
  expect(
    qualityWords(
      { level: "bad", reason: "no_packets", step: "no_picture" },
      russian,
    ),
  ).toBe("Связь плохая: ничего не приходит, камера ждёт, звук идёт");
});

test("a refused device is explained with what to do", () => {
  const { happened, advice } = problemWords("denied", russian);
  expect(happened).toContain("не разрешает");
  expect(advice).toContain("разрешите");
});

test("a device whose name the browser hides is numbered", () => {
  const place = { place: 1, translator: russian };
  expect(deviceName("camera", { deviceId: "x", label: "" }, place)).toBe(
    "Камера 2",
  );
  expect(
    deviceName("camera", { deviceId: "x", label: "HD Webcam" }, place),
  ).toBe("HD Webcam");
});

test("a shortcut is its letter, or the key's place on a Russian layout", () => {
  expect(letterOf({ key: "M", code: "Semicolon" })).toBe("m");
  expect(letterOf({ key: "ь", code: "KeyM" })).toBe("m");
  expect(letterOf({ key: "Enter", code: "Enter" })).toBe("enter");
});
