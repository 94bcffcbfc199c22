import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test("a line of a table keeps numbers, quotes what has commas, and makes no formula", () => {
  expect(csvLine(["Оператор", "Принято", "ASA"])).toBe(
    "Оператор,Принято,ASA\r\n",
  );
  expect(csvLine(['Иванова, "Анна"', 12, null])).toBe(
    '"Иванова, ""Анна""",12,\r\n',
  );
  expect(csvLine(['=HYPERLINK("http://evil")', -1, 0.5])).toBe(
    '"\'=HYPERLINK(""http://evil"")",-1,0.5\r\n',
  );
});
