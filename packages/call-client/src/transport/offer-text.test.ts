import { expect, test } from "vitest";
import { candidatesIn, isSameOffer } from "./offer-text.ts";

const early = [
  "v=0",
  "o=- 46117 2 IN IP4 127.0.0.1",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "c=IN IP4 0.0.0.0",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=ice-ufrag:abcd",
  "a=mid:0",
  "m=video 9 UDP/TLS/RTP/SAVPF 96",
  "c=IN IP4 0.0.0.0",
  "a=ice-ufrag:abcd",
  "a=mid:1",
  "",
].join("\r\n");

const later = early
  .replace("m=audio 9", "m=audio 51472")
  .replace("c=IN IP4 0.0.0.0", "c=IN IP4 192.0.2.1")
  .replace(
    "a=ice-ufrag:abcd",
    "a=candidate:1 1 udp 2122 192.0.2.1 51472 typ host\r\na=end-of-candidates\r\na=ice-ufrag:abcd",
  );

test("an offer said again with what was gathered since is the same offer", () => {
  expect(isSameOffer(early, later)).toBe(true);
});

test("an offer of another path or another version is another one", () => {
  expect(isSameOffer(early, early.replaceAll("abcd", "efgh"))).toBe(false);
  expect(isSameOffer(early, early.replace("46117 2", "46117 3"))).toBe(false);
});

test("candidates are found with the line they belong to", () => {
  expect(candidatesIn(early)).toEqual([]);
  expect(candidatesIn(later)).toEqual([
    {
      kind: "candidate",
      candidate: "candidate:1 1 udp 2122 192.0.2.1 51472 typ host",
      sdpMid: "0",
      sdpMLineIndex: 0,
      usernameFragment: "abcd",
    },
  ]);
});
