import { describe, expect, it } from "vitest";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { afterFailure, lockedSeconds } from "./sign-in-model.ts";

describe("the sign-in form", () => {
  it("counts a lock-out down by the time the server named", () => {
    const state = afterFailure(
      new RestFailure("auth.locked", { retryAfterMs: 61_000 }),
      1_000_000,
    );
    expect(
      [1_000_000, 1_000_500, 1_060_999, 1_061_000, 1_070_000].map((now) =>
        lockedSeconds(state, now),
      ),
    ).toEqual([61, 61, 1, 0, 0]);
  });

  it("does not lock after a wrong password", () => {
    const failure = new RestFailure("auth.wrong_credentials");
    expect(afterFailure(failure, 0)).toEqual({ kind: "refused", failure });
  });
});
