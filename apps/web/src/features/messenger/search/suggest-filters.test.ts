import { expect, it } from "vitest";
import { suggestFilters, type FilterNames } from "./suggest-filters.ts";

const names: FilterNames = {
  people: ["Анна Белова"],
  conversations: ["Sales north", "general"],
  nowMs: new Date(2026, 10, 20, 12).getTime(),
};
const offered = (text: string) =>
  suggestFilters(text, names).map((offer) => offer.text);

it("offers every filter to an empty field, and those that a word begins", () => {
  expect(offered("")).toEqual([
    "from:",
    "in:",
    "before:",
    "after:",
    "has:",
    "mentions:",
  ]);
  expect(offered("plan fr")).toEqual(["plan from:"]);
  expect(offered("plan ")).toEqual([]);
  expect(offered("plan")).toEqual([]);
});

it("offers names of people and conversations, in quotes where they have spaces", () => {
  expect(offered("plan from:ан")).toEqual(['plan from:"Анна Белова" ']);
  expect(offered('in:"sal')).toEqual(['in:"Sales north" ']);
  expect(offered("in:gen")).toEqual(["in:general "]);
});

it("offers days by what they are to the reader, and kinds of things", () => {
  expect(offered("before:")).toEqual([
    "before:2026-11-20 ",
    "before:2026-11-19 ",
    "before:2026-11-13 ",
    "before:2026-10-21 ",
  ]);
  expect(offered("has:p")).toEqual(["has:picture "]);
  expect(offered("mentions:")).toEqual(["mentions:me "]);
});

it("offers nothing that stands there already", () => {
  expect(offered("has:file")).toEqual([]);
  expect(offered("has:nothing")).toEqual([]);
});
