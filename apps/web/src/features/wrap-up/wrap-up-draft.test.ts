import type { OutcomeId } from "@veche/contracts";
import { expect, it } from "vitest";
import { draftOf, fieldsOf, isSame } from "./wrap-up-draft.ts";

const resolved = {
  ...{ id: "resolved" as OutcomeId, ru: "Решено", en: "Resolved" },
  isOffered: true,
};

it("an empty form says nothing, and a day alone is nothing to be done", () => {
  expect(fieldsOf({ ...draftOf(null), dueOn: "2026-03-05" })).toEqual({
    ...{ outcomeId: null, note: "", followUp: null },
  });
});

it("what was saved is shown as it was written, and is no change", () => {
  const saved = {
    outcome: resolved,
    note: "Call back",
    followUp: { text: "Send the invoice", dueOn: null },
    savedAt: "2026-03-02T10:00:00.000Z",
  };
  const draft = draftOf(saved);
  expect(fieldsOf(draft)).toEqual({
    outcomeId: "resolved",
    note: "Call back",
    followUp: { text: "Send the invoice", dueOn: null },
  });
  expect(isSame(draft, { ...draft, note: "Call back " })).toBe(true);
  expect(isSame(draft, { ...draft, note: "Called" })).toBe(false);
});
