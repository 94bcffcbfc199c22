import type { LineState } from "@veche/realtime-client";
import { describe, expect, it } from "vitest";
import { lineNotice } from "./line-notice.ts";

const cut: LineState = { kind: "waiting", retryAt: 0, attempt: 1 };

describe("what is said of the line", () => {
  it("is nothing while all is well", () => {
    expect(lineNotice({ kind: "live" }, { isOnline: true })).toBeNull();
  });

  it("is that it will be back by itself, when it is the server that is away", () => {
    expect(lineNotice(cut, { isOnline: true })).toBe("line.reconnecting");
  });

  it("is that there is no network, as soon as the machine knows", () => {
    expect(lineNotice(cut, { isOnline: false })).toBe("line.offline");
    expect(lineNotice({ kind: "live" }, { isOnline: false })).toBe(
      "line.offline",
    );
  });

  it("is nothing of a session that ended: the door says that", () => {
    const ended: LineState = { kind: "stopped", reason: "session_ended" };
    expect(lineNotice(ended, { isOnline: true })).toBeNull();
  });
});
