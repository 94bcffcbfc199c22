import { expect, it } from "vitest";
import { firstLink } from "./first-link.ts";

it("is found in words, in brackets and behind Markdown's marks", () => {
  const link = "https://example.com/a?b=1#c";
  for (const body of [
    link,
    `Look: ${link}.`,
    `(${link})`,
    `[there](${link})`,
    `<${link}>, or not`,
    `**${link}**`,
    `${link}, https://other.example/`,
  ])
    expect(firstLink(body), body).toBe(link);
  expect(firstLink("https://ru.wikipedia.org/wiki/Вече_(собрание)!")).toBe(
    "https://ru.wikipedia.org/wiki/Вече_(собрание)",
  );
});

it("is none in code, without a name of the web, or of another protocol", () => {
  for (const body of [
    "no link at all",
    "`https://example.com/`",
    "```\nhttps://example.com/\n```",
    "http://localhost/ and https://intranet/",
    "ftp://example.com/ and javascript://example.com/",
    `https://example.com/${"a".repeat(2_000)}`,
  ])
    expect(firstLink(body), body).toBeNull();
});
