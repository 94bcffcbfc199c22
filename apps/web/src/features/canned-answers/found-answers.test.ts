import { expect, it } from "vitest";
import type { CannedAnswer, CannedAnswerId } from "@veche/contracts";
import { foundAnswers } from "./found-answers.ts";

const answer = (shortcut: string, title: string, text: string) => ({
  id: shortcut as CannedAnswerId,
  shortcut,
  title,
  text,
  createdAt: "2026-03-02T10:00:00.000Z",
  updatedAt: "2026-03-02T10:00:00.000Z",
});

const answers: readonly CannedAnswer[] = [
  answer("terms", "Delivery terms", "Two days"),
  answer("price", "Prices", "Delivery is free"),
  answer("delivered", "Parcel", "It is there"),
  answer("del", "Deletion", "Gone"),
];

it.each([
  ["", ["terms", "price", "delivered", "del"]],
  ["del", ["del", "delivered", "terms", "price"]],
  ["PARCEL", ["delivered"]],
  ["nothing like it", []],
])("by %j an operator finds %j", (search, shortcuts) => {
  expect(foundAnswers(answers, search).map(({ shortcut }) => shortcut)).toEqual(
    shortcuts,
  );
});
