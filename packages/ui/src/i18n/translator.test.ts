import { describe, expect, it } from "vitest";
import { createTranslator } from "./translator.ts";

const waiting = {
  greeting: "Здравствуйте, {name}!",
  waiting: {
    by: "count",
    one: "{count} клиент ждёт",
    few: "{count} клиента ждут",
    many: "{count} клиентов ждут",
    other: "{count} клиента ждут",
  },
} as const;

describe("a translator", () => {
  const russian = createTranslator({
    language: "ru",
    catalogue: waiting,
    timeZone: "Europe/Moscow",
  });

  it("puts parameters in their places", () => {
    expect(russian.t("greeting", { name: "Анна {name}" })).toBe(
      "Здравствуйте, Анна {name}!",
    );
  });

  it.each([
    [1, "1 клиент ждёт"],
    [3, "3 клиента ждут"],
    [11, "11 клиентов ждут"],
    [21, "21 клиент ждёт"],
    [1500, "1\u00a0500 клиентов ждут"],
  ])("chooses the Russian plural for %i", (count, expected) => {
    expect(russian.t("waiting", { count })).toBe(expected);
  });

  it("falls back to the general form where a language has fewer forms", () => {
    const english = createTranslator({
      language: "en",
      catalogue: {
        waiting: {
          by: "count",
          one: "{count} customer waits",
          other: "{count} customers wait",
        },
      },
    });
    expect([1, 2, 0].map((count) => english.t("waiting", { count }))).toEqual([
      "1 customer waits",
      "2 customers wait",
      "0 customers wait",
    ]);
  });

  it("writes instants in the reader's zone and durations as clocks", () => {
    expect(russian.time("2025-11-21T11:05:00.000Z")).toBe("14:05");
    expect([0, 65_000, 3_729_000, -5].map(russian.clock)).toEqual([
      "0:00",
      "1:05",
      "1:02:09",
      "0:00",
    ]);
    expect(russian.duration(125_000)).toBe("2 мин 5 с");
  });
});
