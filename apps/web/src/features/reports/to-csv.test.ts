import { expect, test } from "vitest";
import { toCsv } from "./to-csv.ts";

test("a table as text keeps numbers, quotes what has commas, and makes no formula", () => {
  expect(
    toCsv([
      ["Оператор", "Принято", "ASA"],
      ['Иванова, "Анна"', 12, null],
      ['=HYPERLINK("http://evil")', -1, 0.5],
    ]),
  ).toBe(
    '\uFEFFОператор,Принято,ASA\r\n"Иванова, ""Анна""",12,\r\n"\'=HYPERLINK(""http://evil"")",-1,0.5\r\n',
  );
});
