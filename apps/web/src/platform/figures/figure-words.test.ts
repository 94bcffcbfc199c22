import { createFormats } from "@veche/ui";
import { describe, expect, it } from "vitest";
import { meanWords, scoreWords, shareWords } from "./figure-words.ts";

const ru = createFormats("ru");
const en = createFormats("en");

describe("figures in words", () => {
  it("are a dash where there is no number", () => {
    expect([
      shareWords(en, null),
      meanWords(en, null),
      scoreWords(en, null),
    ]).toEqual(["—", "—", "—"]);
  });

  it("are rounded, a share never up to a whole that it is not", () => {
    expect(shareWords(en, 2 / 3)).toBe("66.7\u00a0%");
    expect(shareWords(ru, 199 / 200)).toBe("99,5\u00a0%");
    expect(shareWords(en, 1)).toBe("100\u00a0%");
    expect(shareWords(en, 0)).toBe("0\u00a0%");
    expect(meanWords(ru, 15_800)).toBe(ru.duration(16_000));
    expect(scoreWords(ru, 11 / 3)).toBe("3,7");
  });
});
