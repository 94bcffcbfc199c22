import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";
import { underOtherLayout } from "./keyboard.ts";
import { searchWords, soughtWords } from "./search-words.ts";

describe("folding", () => {
  it.each([
    ["Щербаков", "Shcherbakov", "Scherbakov"],
    ["Дмитрий", "Dmitry", "Dmitriy", "Dmitrii"],
    ["Юлия", "Yulia", "Julia", "Iuliia"],
    ["Наталья", "Natalya", "Natalia"],
    ["Софья", "Sofya", "Sophia"],
    ["Хабаров", "Khabarov", "Habarov"],
    ["Цветков", "Tsvetkov", "Tzvetkov"],
    ["Виктор", "Victor", "Viktor"],
    ["Анна", "Anna", "Ana", "ÀNNA"],
    ["Семён", "Семен", "Semen"],
    ["Чайковский", "Tchaikovsky", "Chaikovskiy"],
  ])("tells %s however it is spelt", (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  it("keeps digits as they are, doubled ones too", () => {
    expect(fold("Room 1100")).toBe("rom 1100");
  });
});

describe("a keyboard left in the other layout", () => {
  it("is read both ways", () => {
    expect(underOtherLayout("fyyf")).toBe("анна");
    expect(underOtherLayout("фттф")).toBe("anna");
    expect(underOtherLayout("[fhbnjyjd")).toBe("харитонов");
  });
});

describe("what is sought", () => {
  it("is each word, as typed and under the other layout", () => {
    expect(soughtWords(" Анна  белова ")).toEqual(
      [["ana", "fif"], ["belova", "tkjdf"].map(fold)].map((word) =>
        word.map((reading) => reading.replaceAll(/[,;[\]']/g, "")),
      ),
    );
  });

  it("is nothing when nothing was typed", () => {
    expect(soughtWords("  ")).toEqual([]);
    expect(soughtWords(" % - ")).toEqual([]);
  });

  it.each([
    ["+7 (912) 345-67-89", "9123456789"],
    ["8 912 345 67 89", "9123456789"],
    ["345-67", "34567"],
    ["8912", "912"],
  ])("is a number without the country's prefix: %s", (typed, digits) => {
    expect(soughtWords(typed)).toEqual([[digits]]);
  });
});

describe("what a person is found by", () => {
  it("is everything on the card, each word once, with spaces around", () => {
    expect(
      searchWords({
        name: "Анна Белова",
        login: "anna",
        position: "Главный бухгалтер",
        company: null,
        department: "Финансы",
        email: "a.belova@firma.ru",
        phone: "+7 912 345-67-89",
        tags: ["аудит"],
      }),
    ).toBe(
      " ana belova glavni buhgalter finansi a.belova@firma.ru firma.ru a firma ru 79123456789 9123456789 audit ",
    );
  });
});
