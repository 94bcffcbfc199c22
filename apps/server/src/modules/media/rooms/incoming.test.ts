import { expect, it } from "vitest";
import { connectionSaid, Incoming } from "./incoming.ts";
import type { FeedId } from "./video-room.ts";

const mine = "mine" as FeedId;
const news = (data: Readonly<Record<string, unknown>>) => ({
  janus: "event",
  plugindata: { data },
});
const flows = (mid: string) => ({ janus: "media", mid, receiving: true });
const stops = (mid: string) => ({ janus: "media", mid, receiving: false });

it("a connection is down at every word of Janus that says so, and at nobody else's", () => {
  expect(connectionSaid({ janus: "webrtcup" }, mine)).toBe("up");
  for (const word of [
    { janus: "hangup", reason: "ICE failed" },
    { janus: "detached" },
    news({ videoroom: "destroyed" }),
    news({ videoroom: "event", leaving: "ok", reason: "kicked" }),
    news({ videoroom: "event", leaving: mine }),
    news({ videoroom: "event", unpublished: "ok" }),
  ])
    expect(connectionSaid(word, mine)).toBe("down");
  for (const word of [
    news({ videoroom: "event", leaving: "other" }),
    news({ videoroom: "talking", id: mine }),
    stops("0"),
  ])
    expect(connectionSaid(word, mine)).toBeUndefined();
});

it("silence is told when the last line that brought something has stopped", () => {
  const incoming = new Incoming();
  expect(incoming.heard(flows("0"))).toBe(false);
  expect(incoming.heard(flows("1"))).toBe(false);
  expect(incoming.heard(stops("1"))).toBe(false);
  expect(incoming.heard(stops("0"))).toBe(true);
  expect(incoming.heard(stops("0"))).toBe(false);
});

it("a line that never brought anything is not missed", () => {
  expect(new Incoming().heard(stops("0"))).toBe(false);
});
