import { describe, expect, it } from "vitest";
import { planChange } from "./plan-change.ts";
import type { FeedId } from "./video-room.ts";
import type { FeedLine, HeldLine } from "./wanted-lines.ts";

const line = (
  name: string,
  source: FeedLine["source"] = "camera",
): FeedLine => ({
  feedId: name as FeedId,
  feedMid: source,
  source,
});
const held = (mid: string, of: FeedLine): HeldLine => ({ ...of, mid });
const allThere = () => true;

describe("the next change of what a viewer gets", () => {
  it("is none where they have what they are to have", () => {
    expect(
      planChange([held("0", line("anna"))], [line("anna")], allThere),
    ).toEqual({ kind: "none" });
  });

  it("puts who comes on the line of who goes, of the same kind only", () => {
    expect(
      planChange(
        [held("0", line("anna")), held("1", line("anna", "microphone"))],
        [line("anna", "microphone"), line("boris"), line("boris", "screen")],
        allThere,
      ),
    ).toEqual({
      kind: "instead",
      changes: [{ mid: "0", source: line("boris") }],
    });
  });

  it("lets come before it lets go, but for what is dead", () => {
    const lines = [held("0", line("anna", "screen"))];
    const wanted = [line("boris")];
    expect(planChange(lines, wanted, allThere)).toEqual({
      kind: "more",
      lines: wanted,
    });
    expect(planChange(lines, wanted, () => false)).toEqual({
      kind: "less",
      mids: ["0"],
    });
    expect(planChange(lines, [], allThere)).toEqual({
      kind: "less",
      mids: ["0"],
    });
  });
});
