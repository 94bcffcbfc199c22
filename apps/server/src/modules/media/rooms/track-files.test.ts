import { expect, it } from "vitest";
import { trackFilesOf } from "./track-files.ts";

const sdp = [
  "v=0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "a=mid:0",
  "m=video 9 UDP/TLS/RTP/SAVPF 96",
  "a=mid:cam",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "a=mid:2",
  "m=video 9 UDP/TLS/RTP/SAVPF 96",
  "a=mid:3",
  "",
].join("\r\n");

it("a file is named by the kind and the place of its line, whatever the line's own name", () => {
  expect(
    trackFilesOf({
      sdp,
      lines: [
        { mid: "3", source: "screen" },
        { mid: "0", source: "microphone" },
        { mid: "cam", source: "camera" },
      ],
    }),
  ).toEqual([
    { source: "microphone", suffix: "-audio-0.mjr" },
    { source: "camera", suffix: "-video-1.mjr" },
    { source: "screen", suffix: "-video-3.mjr" },
  ]);
});
