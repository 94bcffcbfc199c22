import type { UserId } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { conversation } from "../conversation.fixture.ts";
import { impliedMentions, mentionsIn, mentionsOf } from "./chosen-mentions.ts";
import { mentionSearch } from "./mention-search.ts";
import { wrapSelection } from "./wrap-selection.ts";

const named = (words: string, id: string) => ({
  words,
  mention: { kind: "principal" as const, principalId: id as UserId },
});

describe("mentions that are written", () => {
  it.each([
    ["hello @An", { sign: "@", text: "An", from: 6 }],
    ["##нов", { sign: "##", text: "нов", from: 0 }],
    ["mail@example", null],
    ["# heading is not a tag  ", null],
  ] as const)("are sought in %j", (text, expected) => {
    expect(mentionSearch(text, text.length)).toEqual(expected);
  });

  it("are placed where their words still stand, the longest name first", () => {
    const body = "@Anna Belova and @Anna";
    expect(
      mentionsIn(body, [
        named("@Anna", "short"),
        named("@Anna Belova", "long"),
      ]),
    ).toEqual([
      { kind: "principal", principalId: "long", from: 0, to: 12 },
      { kind: "principal", principalId: "short", from: 17, to: 22 },
    ]);
  });

  it("go on naming whom a message named when its text is changed", () => {
    const { mention } = named("", "anna");
    const before = {
      body: "@Anna look",
      mentions: [{ ...mention, from: 0, to: 5 }],
    };
    expect(mentionsIn("Please look, @Anna", mentionsOf(before))).toEqual([
      { kind: "principal", principalId: "anna", from: 13, to: 18 },
    ]);
  });

  it("are members and everybody written out, but not a part of another word", () => {
    const group = conversation("Team");
    const body = "@all, mail@Boris Clarke, @Boris Clarke";
    expect(mentionsIn(body, impliedMentions(group, "all"))).toEqual([
      { kind: "all", from: 0, to: 4 },
      { kind: "principal", principalId: "boris", from: 25, to: 38 },
    ]);
    expect(impliedMentions({ ...group, kind: "direct" }, "all")).toEqual([]);
  });

  it("name nobody once their words were rewritten", () => {
    expect(mentionsIn("@Annabel", [named("@Anna", "anna")])).toEqual([]);
  });
});

it("puts marks around chosen words, and takes them away again", () => {
  const bold = wrapSelection({ text: "a bc", from: 2, to: 4 }, "**");
  expect(bold).toEqual({ text: "a **bc**", from: 4, to: 6 });
  expect(wrapSelection(bold, "**")).toEqual({ text: "a bc", from: 2, to: 4 });
});
