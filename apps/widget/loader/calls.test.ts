import { expect, test } from "vitest";
import { runCall } from "./calls.ts";

function createFace() {
  const made: unknown[] = [];
  return {
    made,
    face: {
      open: () => void made.push("open"),
      identify: (token: string) => void made.push(token),
    },
  };
}

test("a call is a list of its name and what goes with it", () => {
  const { made, face } = createFace();
  runCall(face, ["open"], expect.fail);
  runCall(face, ["identify", "abc"], expect.fail);
  expect(made).toEqual(["open", "abc"]);
});

test("a call may be a function that gets the face", () => {
  const { made, face } = createFace();
  runCall(face, (veche) => veche.open(), expect.fail);
  expect(made).toEqual(["open"]);
});

test.each([[["nonsense"]], [["toString"]], [["constructor"]], [[]]])(
  "%j is reported and does nothing",
  (call) => {
    const { made, face } = createFace();
    const reports: string[] = [];
    runCall(face, call, (message) => void reports.push(message));
    expect(made).toEqual([]);
    expect(reports).toHaveLength(1);
  },
);

test("a mistake in the page's function does not break the page", () => {
  const reports: unknown[] = [];
  const mistake = new Error("theirs");
  runCall(
    createFace().face,
    () => {
      throw mistake;
    },
    (...report) => void reports.push(report),
  );
  expect(reports).toEqual([["a call failed", mistake]]);
});
