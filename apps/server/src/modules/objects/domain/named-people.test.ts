import { describe, expect, it } from "vitest";
import type { ObjectCard } from "@veche/contracts";
import { namedPeople } from "./named-people.ts";

const label = { ru: "Поле", en: "Field" };

describe("the people a card names", () => {
  it("stand in its fields and tables, each once", () => {
    const card: Pick<ObjectCard, "type" | "object"> = {
      type: {
        type: "order",
        title: label,
        fields: [
          { key: "manager", label, kind: "person" },
          { key: "note", label, kind: "text" },
          {
            key: "lines",
            label,
            kind: "table",
            columns: [
              { key: "item", label, kind: "text" },
              { key: "packer", label, kind: "person" },
            ],
          },
        ],
        sections: [],
        isOn: true,
      },
      object: {
        type: "order",
        id: "42",
        title: "Order 42",
        url: null,
        fields: {
          manager: "anna",
          note: "clara",
          lines: [
            { item: "boris", packer: "boris" },
            { item: "Lamp", packer: "anna" },
            { item: "Tray", packer: null },
          ],
        },
      },
    };
    expect(namedPeople(card)).toEqual(["anna", "boris"]);
  });
});
