import { describe, expect, it } from "vitest";
import type { ObjectType } from "@veche/contracts";
import { mergeKind } from "./merge-kind.ts";

const words = (en: string) => ({ ru: en, en });
const choice = (key: string, en: string) => ({ key, label: words(en) });

describe("a kind of objects that an administrator has laid out", () => {
  it("keeps their words and layout when its application says it anew; a new field waits for its place", () => {
    const arranged: ObjectType = {
      type: "order",
      title: words("Our orders"),
      fields: [
        {
          key: "status",
          label: words("Where it is"),
          kind: "choice",
          choices: [
            { ...choice("paid", "Money is here"), tone: "positive" },
            choice("gone", "No longer"),
          ],
        },
        { key: "total", label: words("Sum"), kind: "money", currency: "RUB" },
      ],
      sections: [{ title: null, columnCount: 1, fields: ["total", "status"] }],
      isOn: true,
    };
    const said: ObjectType = {
      type: "order",
      title: words("Order"),
      fields: [
        { key: "due", label: words("Due"), kind: "date" },
        { key: "total", label: words("Total"), kind: "money", currency: "EUR" },
        {
          key: "status",
          label: words("Status"),
          kind: "choice",
          choices: [choice("new", "New"), choice("paid", "Paid")],
        },
      ],
      sections: [{ title: null, columnCount: 2, fields: ["due"] }],
      isOn: false,
    };
    expect(mergeKind(arranged, said)).toEqual({
      ...arranged,
      fields: [
        {
          key: "status",
          label: words("Where it is"),
          kind: "choice",
          choices: [
            choice("new", "New"),
            { ...choice("paid", "Money is here"), tone: "positive" },
          ],
        },
        { key: "total", label: words("Sum"), kind: "money", currency: "EUR" },
        { key: "due", label: words("Due"), kind: "date" },
      ],
    });
  });
});
