import { expect, it } from "vitest";
import { verdictOf } from "./audit.ts";

it("a high or critical advisory fails", () => {
  const printed = JSON.stringify({
    vulnerabilities: {
      left: { severity: "low" },
      right: { severity: "high" },
      top: { severity: "critical" },
    },
  });
  expect(verdictOf(printed)).toEqual({
    kind: "vulnerable",
    names: ["right", "top"],
  });
});

it("lower advisories are counted", () => {
  expect(
    verdictOf(
      JSON.stringify({ vulnerabilities: { left: { severity: "moderate" } } }),
    ),
  ).toEqual({ kind: "clean", low: 1 });
});

it("silence is not taken for a clean bill", () => {
  expect(
    verdictOf(JSON.stringify({ message: "405 Method Not Allowed" })),
  ).toEqual({ kind: "unanswered", reason: "405 Method Not Allowed" });
  expect(verdictOf("")).toEqual({
    kind: "unanswered",
    reason: "npm audit printed no report",
  });
});
