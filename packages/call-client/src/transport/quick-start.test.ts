import { expect, test } from "vitest";
import { withQuickStart } from "./quick-start.ts";

const lines = (...text: readonly string[]): string => text.join("\r\n");

test("every picture codec begins at a rate at which its first frame arrives soon", () => {
  expect(
    withQuickStart(
      lines(
        "m=video 9 UDP/TLS/RTP/SAVPF 96 97 102",
        "a=rtpmap:96 VP8/90000",
        "a=rtpmap:97 rtx/90000",
        "a=fmtp:97 apt=96",
        "a=rtpmap:102 H264/90000",
        "a=fmtp:102 packetization-mode=1",
        "",
      ),
    ),
  ).toBe(
    lines(
      "m=video 9 UDP/TLS/RTP/SAVPF 96 97 102",
      "a=rtpmap:96 VP8/90000",
      "a=fmtp:96 x-google-start-bitrate=1000",
      "a=rtpmap:97 rtx/90000",
      "a=fmtp:97 apt=96",
      "a=rtpmap:102 H264/90000",
      "a=fmtp:102 packetization-mode=1;x-google-start-bitrate=1000",
      "",
    ),
  );
});

test("sound stays as it is", () => {
  const sound = lines(
    "a=rtpmap:111 opus/48000/2",
    "a=fmtp:111 minptime=10",
    "",
  );
  expect(withQuickStart(sound)).toBe(sound);
});
