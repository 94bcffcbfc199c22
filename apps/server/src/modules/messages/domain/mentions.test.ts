import { expect, it } from "vitest";
import { checkMentions } from "./mentions.ts";

const all = (from: number, to: number) => ({ kind: "all", from, to }) as const;

it("mentions stand in the order of the text", () => {
  expect(checkMentions("@all @all", [all(5, 9), all(0, 4)])).toEqual({
    ok: true,
    mentions: [all(0, 4), all(5, 9)],
  });
});

it("a mention over nothing, over another one or past the end is refused", () => {
  const body = "@all @all";
  for (const mentions of [
    [all(0, 0)],
    [all(4, 2)],
    [all(0, 10)],
    [all(0, 5), all(4, 9)],
  ])
    expect(checkMentions(body, mentions)).toEqual({ ok: false });
});
