import { describe, expect, it } from "vitest";
import type { ObjectType } from "@veche/contracts";
import {
  emptyKind,
  kindDraftOf,
  kindOf,
  moved,
  problemOf,
  withoutSection,
} from "./kind-draft.ts";

const words = (en: string) => ({ ru: en, en });
const order: ObjectType = {
  type: "order",
  title: words("Order"),
  isOn: true,
  fields: [
    { key: "hidden", label: words("Hidden"), kind: "text" },
    { key: "note", label: words("Note"), kind: "text" },
    { key: "due", label: words("Due"), kind: "date" },
  ],
  sections: [
    { title: null, columnCount: 2, fields: ["due"] },
    { title: words("More"), columnCount: 1, fields: ["note"] },
  ],
};

describe("the card of a kind of objects, in the making", () => {
  it("comes back as it was, its fields in the order of the card", () => {
    const draft = kindDraftOf(order);
    expect(draft.fields.map(({ field }) => field.key)).toEqual([
      "due",
      "note",
      "hidden",
    ]);
    const kept = kindOf(draft);
    expect(kept.sections).toEqual(order.sections);
    expect(problemOf(draft)).toBeUndefined();
  });

  it("takes a word in one language for both", () => {
    const draft = { ...kindDraftOf(order), title: { ru: "Заказ", en: " " } };
    expect(kindOf(draft).title).toEqual({ ru: "Заказ", en: "Заказ" });
  });

  it("says the first thing that is to be mended", () => {
    expect(problemOf(emptyKind)).toBe("kinds.typeInvalid");
    expect(problemOf({ ...emptyKind, type: "order" })).toBe(
      "kinds.titleMissing",
    );
    const draft = kindDraftOf(order);
    const again = [...draft.fields, ...draft.fields.slice(0, 1)];
    expect(problemOf({ ...draft, fields: again })).toBe("kinds.keyTwice");
  });

  it("moves fields, and hides those whose section goes", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
    const draft = withoutSection(kindDraftOf(order), 0);
    expect(kindOf(draft).sections).toEqual([order.sections[1]]);
    expect(draft.fields.map(({ section }) => section)).toEqual([null, 0, null]);
  });
});
